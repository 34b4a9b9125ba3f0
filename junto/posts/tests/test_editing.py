"""Changing what was written: what stood there stays to be seen, and nobody's words are lost."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from junto.people.models import Person
from junto.posts.history import changes, versions_of
from junto.posts.models import Draft, Post, Thread
from junto.posts.models.post import EditedMeanwhile

SignedIn = Callable[[Person], Client]


def test_an_author_changes_an_answer_and_the_former_text_is_kept(answer: Post, ben: Person, signed_in: SignedIn) -> None:
    to = signed_in(ben).post(f"/posts/{answer.pk}/edit/", {"text": "Rinse it with **cold** water."})["Location"]
    answer.refresh_from_db()
    assert to.endswith(f"#post-{answer.pk}")
    assert "<strong>cold</strong>" in answer.html
    assert "warm water" in answer.revisions.get().source


def test_the_form_begins_with_what_stands_there(answer: Post, ben: Person, signed_in: SignedIn) -> None:
    assert "Rinse it with warm water." in signed_in(ben).get(f"/posts/{answer.pk}/edit/").content.decode()


def test_the_opening_is_edited_with_its_title_and_topics_and_the_former_title_is_kept(
    question: Thread, ada: Person, signed_in: SignedIn
) -> None:
    opening = question.posts.get()
    given = {"text": "Now it is 0.2 bar.", "title": "Pump loses  pressure at noon", "topics": "valves, pumps"}
    signed_in(ada).post(f"/posts/{opening.pk}/edit/", given)
    question.refresh_from_db()
    assert question.title == "Pump loses pressure at noon"
    assert sorted(topic.name for topic in question.topics.all()) == ["pumps", "valves"]
    assert opening.revisions.get().title == "Pump loses pressure overnight"


def test_saving_the_same_keeps_no_revision(answer: Post, ben: Person) -> None:
    answer.edit(by=ben, source=answer.source + "\r\n")
    assert not answer.revisions.exists()
    assert Post.objects.get(pk=answer.pk).edited_at is None


def test_a_host_mends_and_the_history_says_who_did(answer: Post, cleo: Person, ada: Person, signed_in: SignedIn) -> None:
    signed_in(cleo).post(f"/posts/{answer.pk}/edit/", {"text": "Rinse it with warm water, says the manual."})
    html = signed_in(ada).get(f"/posts/{answer.pk}/history/").content.decode()
    assert html.index("Cleo Marchetti") < html.index("Ben Yılmaz") < html.index("first version")
    assert re.search(r"<ins>[^<]*says the manual", html)


def test_the_history_shows_word_by_word_what_changed(answer: Post, ben: Person) -> None:
    answer.edit(by=ben, source="Look at the check valve: a hair keeps it open. Rinse it with warm water.")
    latest, first = versions_of(Post.objects.get(pk=answer.pk))
    assert [(change.kind, change.text) for change in latest.text if change.kind != "same"][:2] == [
        ("gone", "grain of sand"),
        ("new", "hair"),
    ]
    assert (first.is_first, latest.is_first) == (True, False)


@settings(max_examples=60)
@given(st.text("ab \n.é", max_size=60), st.text("ab \n.é", max_size=60))
def test_what_stayed_and_what_went_make_the_former_text_and_what_stayed_and_what_came_the_present(before: str, after: str) -> None:
    woven = list(changes(before, after))
    assert "".join(change.text for change in woven if change.kind != "new") == before
    assert "".join(change.text for change in woven if change.kind != "gone") == after


def test_two_long_texts_are_compared_in_a_moment() -> None:
    before, after = ("wo rd " * 6_000).strip(), ("wo rt " * 6_000).strip()
    assert "".join(change.text for change in changes(before, after) if change.kind != "gone") == after


def test_who_saves_second_sees_both_texts_and_nothing_is_lost(answer: Post, ben: Person, cleo: Person, signed_in: SignedIn) -> None:
    version = re.search(r'name="version" value="([^"]+)"', signed_in(ben).get(f"/posts/{answer.pk}/edit/").content.decode())[1]
    signed_in(cleo).post(f"/posts/{answer.pk}/edit/", {"text": "The words of Cleo.", "version": version})
    clash = signed_in(ben).post(f"/posts/{answer.pk}/edit/", {"text": "The words of Ben.", "version": version})
    html = clash.content.decode()
    assert clash.status_code == 409
    assert "The words of Cleo." in html
    assert "The words of Ben." in html
    assert Draft.objects.get(person=ben).fields["text"] == "The words of Ben."
    again = re.search(r'name="version" value="([^"]+)"', html)[1]
    signed_in(ben).post(f"/posts/{answer.pk}/edit/", {"text": "The words of both.", "version": again})
    answer.refresh_from_db()
    assert answer.source == "The words of both."
    assert [revision.source for revision in answer.revisions.order_by("id")][-1] == "The words of Cleo."
    assert not Draft.objects.exists()


def test_the_verb_itself_refuses_a_text_that_was_changed_meanwhile(answer: Post, ben: Person, cleo: Person) -> None:
    version = answer.version
    Post.objects.get(pk=answer.pk).edit(by=cleo, source="Changed.")
    with pytest.raises(EditedMeanwhile):
        answer.edit(by=ben, source="Changed as well.", version=version)


def test_others_do_not_edit_and_who_left_the_space_does_not_either(answer: Post, ada: Person, ben: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).get(f"/posts/{answer.pk}/edit/").status_code == 403
    answer.thread.space.membership_of(ben).end(by=ben)
    assert signed_in(ben).post(f"/posts/{answer.pk}/edit/", {"text": "From outside."}).status_code == 403


def test_an_empty_title_comes_back_with_the_rest(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    opening = question.posts.get()
    given = {"text": "A text I wrote.", "title": " ", "topics": "pumps"}
    answer = signed_in(ada).post(f"/posts/{opening.pk}/edit/", given)
    assert answer.status_code == 422
    assert all(value in answer.content.decode() for value in given.values() if value.strip())
    assert not opening.revisions.exists()
