"""Codes, names of products and every script: with a model of meaning at work, what was named is found as without it."""

from pathlib import Path
from typing import Any

import pytest

from junto.kit.meaning import chosen
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.similar import similar
from junto.search.tests.conftest import forget
from junto.spaces.models import Space

PAIRS = [line.split("\t") for line in Path(__file__).with_name("exact.tsv").read_text().splitlines()]


@pytest.fixture
def threads(repairs: Space, ada: Person) -> dict[str, int]:
    """Threads with these titles, written down at once."""
    threads = Thread.objects.bulk_create(Thread(space=repairs, author=ada, title=title) for _, title in PAIRS)
    Post.objects.bulk_create(
        Post(thread=thread, author=ada, kind="opening", source="", html="", plain="", renderer=0) for thread in threads
    )
    return {thread.title: thread.pk for thread in threads}


@pytest.mark.parametrize("model", ["english", "off"])
def test_what_was_named_is_found_at_once(
    threads: dict[str, int], ada: Person, settings: Any, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    from junto.search.indexing import rebuild
    from junto.search.meaning.placing import place_all

    settings.MEANING = model
    monkeypatch.setattr(chosen, "PATIENCE", 60.0)
    forget()
    list(rebuild())
    list(place_all())
    found = {code: [each.thread for each in similar(code, person=ada, most=5)] for code, _ in PAIRS}
    forget()
    assert len(found) >= 60
    assert {code for code, title in PAIRS if threads[title] not in found[code][:2]} == set()
