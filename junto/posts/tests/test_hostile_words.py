"""Whatever somebody types into a title, a text, a reason or a name: it is shown as they typed it, and nothing of it runs."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]
WORDS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }} {% raw %} %(name)s %s {0}",
    "\u202eevil\u2066 a\x00b\ud800",
    "[a](javascript:alert(1)) ![b](x' onerror='alert(1))",
    "ZALGO" + "\u0300" * 200,
    "<!--<svg onload=alert(1)>-->]]>",
]


class Harm(HTMLParser):
    """Collects what could run: attributes for events, scripts written into the page, addresses that are programs, images from elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        self.found += [
            f"{tag} {value}" for value in given.values() if (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))
        ]
        if (tag == "script" and "src" not in given) or tag in ("iframe", "object", "embed", "base") or given.get("src") == "x":
            self.found.append(tag)


def harm_of(html: str) -> list[str]:
    return Harm(html).found


def test_the_check_itself_finds_harm() -> None:
    assert harm_of("<script>x</script><a href=' JavaScript:x'>x</a><p onclick=x style=y><img src=x>") != []
    assert len(harm_of("<script>x</script><a href=' JavaScript:x'>x</a><p onclick=x style=y><img src=x>")) == 5


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_are_words_on_every_page_of_a_thread(
    repairs: Space, ada: Person, ben: Person, cleo: Person, signed_in: SignedIn, words: str
) -> None:
    clean = words.encode("utf-8", "ignore").decode()
    client = signed_in(ada)
    ada.change_profile(name=clean.replace("\x00", "")[:100], what_i_do=clean.replace("\x00", "")[:100])
    sent = client.post("/ask/", {"title": clean[:200], "text": clean, "kind": "question", "space": "repairs", "topics": clean[:60]})
    thread = Thread.objects.get(author=ada)
    post = thread.reply(by=ada, source=clean)
    post.edit(by=ada, source=f"{clean} again")
    thread.close(by=ada, because=clean.replace("\x00", ""))
    client.post("/drafts/ask/", {"title": clean, "text": clean})
    paths = [sent["Location"], f"/posts/{post.pk}/history/", f"/posts/{post.pk}/comments/", "/drafts/", "/ask/", "/spaces/repairs/threads/"]
    for path in [*paths, f"/threads/{thread.pk}/closure/", f"/people/{ada.pk}/", "/spaces/repairs/"]:
        html = client.get(path).content.decode()
        assert harm_of(html) == [], path


@pytest.mark.parametrize("words", WORDS)
def test_a_form_that_does_not_go_through_shows_hostile_words_as_words(
    question: Thread, ben: Person, signed_in: SignedIn, words: str
) -> None:
    clean = words.encode("utf-8", "ignore").decode()
    html = signed_in(ben).post("/ask/", {"title": clean, "text": "", "topics": clean, "space": clean, "kind": clean}).content.decode()
    assert harm_of(html) == []
    assert harm_of(signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": clean + "x" * 40_001}).content.decode()) == []


def test_a_post_of_nothing_but_markup_is_shown_as_it_was_typed(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    post = question.reply(by=ada, source="<b>bold</b> & <i>slanted</i>")
    html = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;i&gt;slanted&lt;/i&gt;" in html
    assert post.plain == "<b>bold</b> & <i>slanted</i>"
