"""Where finding by meaning shows: under a question that is being written, beside a thread, among results, and to hosts."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from junto.kit.models import FactRecord
from junto.people.models import Person
from junto.posts.models import Draft, Helped, Post, Reuse, Thread, ThreadLink
from junto.search.tests.looking import look, text
from junto.spaces.models import Space

Ask = Callable[..., Thread]
Browser = Callable[[Person], Client]


@pytest.fixture
def solved(meaning: None, question: Thread, answer: Post, ada: Person, work_done: Any) -> Post:
    answer.accept(by=ada)
    work_done()
    return answer


def test_who_asks_in_other_words_sees_the_sentence_that_fits_and_who_wrote_it(solved: Post, eve: Person, signed_in: Browser) -> None:
    html = look(signed_in(eve), "", "/search/similar/", title="Compressor drips force in the dark")
    shown = text(html)
    assert "Pump loses pressure overnight" in shown
    assert "Look at the check valve" in shown or "Rinse it with warm water." in shown
    assert "Ben Yılmaz" in shown
    assert f'formaction="/posts/{solved.pk}/reuse/"' in html


def test_the_sentence_with_the_words_is_the_one_that_is_shown(solved: Post, eve: Person, signed_in: Browser) -> None:
    shown = text(look(signed_in(eve), "", "/search/similar/", title="Pump, rinse it how?"))
    assert "Rinse it with warm water." in shown
    assert "check valve" not in shown


def test_one_press_ends_there_thanks_once_and_keeps_what_was_typed(solved: Post, eve: Person, signed_in: Browser, work_done: Any) -> None:
    browser = signed_in(eve)
    browser.post("/drafts/ask/", {"title": "Compressor drips force"})
    for _ in range(2):
        answer = browser.post(f"/posts/{solved.pk}/reuse/")
        assert answer.headers["Location"].startswith(f"/threads/{solved.thread_id}/")
    work_done()
    solved.refresh_from_db()
    assert (Reuse.objects.count(), solved.helped_count) == (1, 1)
    assert FactRecord.objects.filter(kind="PostHelped", by_id=eve.pk).count() == 1
    assert Draft.objects.get(person=eve, key="ask").fields["title"] == "Compressor drips force"


def test_undo_takes_it_back_and_leads_to_the_words(solved: Post, eve: Person, signed_in: Browser) -> None:
    browser = signed_in(eve)
    browser.post("/drafts/ask/", {"title": "Compressor drips force"})
    page = browser.post(f"/posts/{solved.pk}/reuse/", follow=True).content.decode()
    assert f'formaction="/posts/{solved.pk}/reuse/" name="_method" value="DELETE"' in page
    asking = browser.post(f"/posts/{solved.pk}/reuse/", {"_method": "DELETE"}, follow=True).content.decode()
    assert "Compressor drips force" in asking
    assert not Reuse.objects.exists()
    assert not Helped.objects.exists()


def test_what_had_helped_before_still_did_after_undo(solved: Post, eve: Person) -> None:
    solved.help(eve)
    Reuse.objects.say(solved, by=eve)
    Reuse.objects.take_back(solved, by=eve)
    assert Helped.objects.filter(person=eve).count() == 1


def test_nobody_is_thanked_by_themselves(solved: Post, ben: Person, signed_in: Browser) -> None:
    browser = signed_in(ben)
    assert "reuse" not in look(browser, "", "/search/similar/", title="Pump pressure")
    assert browser.post(f"/posts/{solved.pk}/reuse/").status_code == 403


def test_results_show_what_means_the_same_behind_what_holds_the_words(
    solved: Post, ask: Ask, eve: Person, signed_in: Browser, work_done: Any
) -> None:
    ask("Compressor drips")
    work_done()
    html = look(signed_in(eve), "compressor drips force")
    titles = [text(title) for title in re.findall(r'<a class="row-title" href="/threads/[^>]*>(.*?)</a>', html)]
    assert titles == ["Compressor drips", "Pump loses pressure overnight"]
    assert html.index('id="found"') < html.index('id="meant"')


def test_words_in_quotes_mean_these_words(solved: Post, eve: Person, signed_in: Browser) -> None:
    assert "Pump loses" not in look(signed_in(eve), '"compressor drips force"')


def test_beside_a_thread_stands_what_is_like_it_and_nothing_else(
    solved: Post, ask: Ask, attic: Space, ben: Person, signed_in: Browser, work_done: Any
) -> None:
    like, _other, hidden = ask("Compressor drips force"), ask("Printer takes no paper"), ask("Pump drips force", space=attic)
    work_done()
    shown = signed_in(ben).get(f"/search/related/{solved.thread_id}/").content.decode()
    assert like.title in shown
    assert "Printer" not in shown
    assert hidden.title not in shown
    assert signed_in(ben).get(f"/search/related/{hidden.pk}/").status_code == 404


def test_hosts_see_what_was_asked_twice_and_link_it_with_one_press(
    solved: Post, ask: Ask, cleo: Person, ben: Person, signed_in: Browser, work_done: Any
) -> None:
    first = ask("Vacation in the summer", text="Vacation summer")
    again = ask("Holiday in the summer", text="Holiday summer")
    work_done()
    browser = signed_in(cleo)
    page = browser.get("/search/doubles/repairs/").content.decode()
    assert f'action="/threads/{again.pk}/links/"' in page
    sent = browser.post(f"/threads/{again.pk}/links/", {"kind": "duplicate", "other": first.pk, "next": "/search/doubles/repairs/"})
    assert sent.headers["Location"] == "/search/doubles/repairs/"
    assert ThreadLink.objects.get().other_id == first.pk
    assert again.title not in browser.get("/search/doubles/repairs/").content.decode()
    assert signed_in(ben).get("/search/doubles/repairs/").status_code == 403
