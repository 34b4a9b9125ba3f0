"""Searching in tests: as a person in a browser does, and on pages as they come."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from django.test import Client

TITLE = re.compile(r'<a class="row-title" href="([^"]+)">(.*?)</a>', re.S)
FOUND = re.compile(r'<section class="section" aria-labelledby="found".*?</section>', re.S)
NEXT = re.compile(r'<a class="button button-quiet" href="([^"]+)" rel="next">')
TAG = re.compile(r"<[^>]+>")


def text(html: str) -> str:
    """What a reader sees of a piece of HTML."""
    return " ".join(unescape(TAG.sub("", html)).split())


def titles(html: str) -> list[str]:
    """The titles of what was found, in their order; not of what else is offered."""
    found = FOUND.search(html)
    return [text(title) for _, title in TITLE.findall(found.group())] if found else []


def look(browser: Client, words: str, path: str = "/search/", **besides: Any) -> str:
    """The page of results for these words."""
    answer = browser.get(path, {"words": words, **besides})
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def pages(browser: Client, words: str, between: Callable[[], object] = lambda: None) -> Iterable[list[str]]:
    """Page after page, as the pager leads; `between` happens before each next one."""
    html = look(browser, words)
    while True:
        yield titles(html)
        onward = NEXT.search(html)
        if not onward:
            return
        between()
        html = browser.get(unescape(onward.group(1))).content.decode()
