"""Whoever types a name after an @ without choosing a person hears, quietly, that nobody was told."""

import pytest

from junto.kit.text import named_by_hand


def said_after(browser, question, text):
    return browser.post(f"/threads/{question.pk}/posts/", {"text": text}, follow=True).content.decode()


def test_a_name_nobody_has_is_said_after_sending(signed_in, ben, question):
    page = said_after(signed_in(ben), question, "Thanks @Zoltan.")
    assert "Nobody here is called @Zoltan; nobody was told." in page
    assert "Do you mean" not in page


def test_the_nearest_who_may_be_named_is_offered(signed_in, ben, question):
    assert "Nobody here is called @Clea; nobody was told. Do you mean Cleo Marchetti?" in said_after(signed_in(ben), question, "Ask @Clea!")


def test_a_name_somebody_has_tells_nobody_unless_it_was_chosen(signed_in, ben, ada, question):
    assert "@Ada alone tells nobody. Do you mean Ada Okafor?" in said_after(signed_in(ben), question, "Hello @Ada")
    assert "tells nobody" not in said_after(signed_in(ben), question, f"Hello @[Ada](person:{ada.pk})")


def test_who_may_not_read_the_space_is_not_offered(signed_in, ada, eve, secret):
    page = said_after(signed_in(ada), secret, "Hello @Evi")
    assert "Nobody here is called @Evi; nobody was told." in page
    assert eve.name not in page


def test_it_is_said_of_a_question_and_of_a_changed_text_too(signed_in, ada, question, repairs):
    browser = signed_in(ada)
    asked = browser.post("/ask/", {"title": "Who?", "text": "@Zoltan?", "kind": "question", "space": "repairs"}, follow=True)
    assert "Nobody here is called @Zoltan" in asked.content.decode()
    opening = question.posts.get(kind="opening")
    given = {"title": question.title, "text": "@Zoltan?", "version": opening.version, "topics": ""}
    assert "Nobody here is called @Zoltan" in browser.post(f"/posts/{opening.pk}/edit/", given, follow=True).content.decode()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("@Jon, (@Mia) and “@Lu Li”", ("Jon", "Mia", "Lu")),
        ("`@Override`\n\n    @media print\n", ()),
        ("mail jo@example.org or see https://x.example/@jon", ()),
        ("npm i @angular/core, @babel: no", ()),
        ("[@Jon](https://x.example/) @[Jon](person:1) at @ 5", ()),
    ],
)
def test_only_a_name_is_taken_for_one(source, names):
    assert named_by_hand(source) == names
