"""The ask form, and what becomes of it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from junto.kit.text import LONGEST
from junto.people.models import Person
from junto.posts.models import Draft, Thread
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]


def words(**changed: Any) -> dict[str, Any]:
    return {
        "title": "Where is the ladder?",
        "text": "I looked behind the lift.",
        "kind": "question",
        "space": "repairs",
        "draft_key": "ask",
        **changed,
    }


def test_a_question_is_asked_and_its_page_opens(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    answer = signed_in(ada).post("/ask/", words(topics="ladders, Attic , ladders"))
    thread = Thread.objects.get()
    assert answer["Location"] == f"/threads/{thread.pk}/"
    assert (thread.title, thread.author, thread.space, thread.kind) == ("Where is the ladder?", ada, repairs, "question")
    assert sorted(topic.name for topic in thread.topics.all()) == ["Attic", "ladders"]


def test_a_discussion_takes_replies(repairs: Space, ada: Person, ben: Person, signed_in: SignedIn) -> None:
    signed_in(ada).post("/ask/", words(kind="discussion"))
    thread = Thread.objects.get()
    signed_in(ben).post(f"/threads/{thread.pk}/posts/", {"text": "It has many sides."})
    assert thread.posts.get(author=ben).kind == "reply"


def test_one_sentence_is_enough(repairs: Space, ben: Person, ada: Person, signed_in: SignedIn) -> None:
    asked = signed_in(ben).post("/ask/", words(title="Does anybody have a key to the boiler room?", text=" \u200b "))
    thread = Thread.objects.get()
    assert asked.headers["Location"] == thread.get_absolute_url()
    page = signed_in(ada).get(thread.get_absolute_url()).content.decode()
    assert "key to the boiler room" in page
    assert 'class="read"' not in page
    changed = signed_in(ben).post(f"/posts/{thread.posts.get().pk}/edit/", {"title": "Who has the key?", "text": "", "topics": ""})
    assert changed.status_code == 302
    thread.refresh_from_db()
    assert thread.title == "Who has the key?"


def test_words_typed_elsewhere_are_carried_along(repairs: Space, bench: Space, ada: Person, signed_in: SignedIn) -> None:
    html = signed_in(ada).get("/ask/?words=Why+does+it+hum&space=bench-notes&kind=discussion").content.decode()
    assert "Why does it hum</textarea>" in html
    assert '<option value="bench-notes" selected>' in html
    assert re.search(r'<input[^>]*value="discussion"[^>]*checked', html)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Say in one sentence"),
        ({"title": "x" * 201}, "A title has at most 200 characters"),
        ({"text": "y" * (LONGEST + 1)}, "Please split it in two"),
        ({"space": "attic"}, "Choose one of your spaces"),
        ({"space": ""}, "This is still needed"),
        ({"kind": "poll"}, "Choose from the list; “poll” is not in it."),
    ],
)
def test_what_does_not_fit_comes_back_with_everything_that_was_typed(
    repairs: Space, ben: Person, signed_in: SignedIn, wrong: dict[str, str], said: str
) -> None:
    sent = words(topics="ladders", **wrong)
    answer = signed_in(ben).post("/ask/", sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert not Thread.objects.exists()
    assert all(sent[field].strip() in html for field in ("title", "text", "topics"))


def test_only_ones_own_spaces_are_offered(
    repairs: Space, bench: Space, attic: Space, roasting: Space, ben: Person, signed_in: SignedIn
) -> None:
    html = signed_in(ben).get("/ask/").content.decode()
    assert 'value="repairs"' in html
    assert 'value="bench-notes"' in html
    assert "attic" not in html
    assert "roasting" not in html


def test_nobody_asks_in_a_space_they_may_not_join(bench: Space, attic: Space, eve: Person, signed_in: SignedIn) -> None:
    for slug in ("bench-notes", "attic"):
        assert signed_in(eve).post("/ask/", words(space=slug)).status_code == 422
    assert not Thread.objects.exists()


def test_who_belongs_nowhere_joins_an_open_space_by_asking(repairs: Space, eve: Person, signed_in: SignedIn) -> None:
    assert "You join by asking there" in signed_in(eve).get("/ask/").content.decode()
    signed_in(eve).post("/ask/", words())
    assert repairs.membership_of(eve).role == "member"
    assert Thread.objects.get().author == eve


def test_who_comes_from_a_space_they_read_may_join_it_on_the_way(repairs: Space, dana: Person, signed_in: SignedIn) -> None:
    assert 'value="repairs"' not in signed_in(dana).get("/ask/").content.decode()
    assert 'value="repairs" selected' in signed_in(dana).get("/ask/?space=repairs").content.decode()
    signed_in(dana).post("/ask/", words())
    assert repairs.membership_of(dana)


def test_where_there_is_no_space_it_says_what_to_do_next(eve: Person, signed_in: SignedIn) -> None:
    html = signed_in(eve).get("/ask/").content.decode()
    assert "Questions are asked in a space" in html
    assert 'name="title"' not in html


def test_who_belongs_to_many_spaces_finds_the_others_by_name(ada: Person, eve: Person, signed_in: SignedIn) -> None:
    for number in range(15):
        Space.objects.start(by=ada, name=f"Workshop {number}", purpose="One of many.")
    Space.objects.start(by=eve, name="Workshop of Eve", purpose="Hers.", visibility="hidden")
    client = signed_in(ada)
    html = client.get("/ask/").content.decode()
    assert html.count('<option value="workshop-') == 12
    found = client.get("/ask/spaces/?elsewhere=workshop 1").content.decode()
    assert found.count("<option") == 6
    assert "Eve" not in client.get("/ask/spaces/?elsewhere=workshop").content.decode()
    client.post("/ask/", words(space="", elsewhere="workshop 0"))
    assert Thread.objects.get().space.name == "Workshop 0"


def test_sent_twice_by_mistake_it_is_asked_once(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    first, second = (signed_in(ada).post("/ask/", words())["Location"] for _ in range(2))
    assert first == second
    assert Thread.objects.count() == 1


def test_the_draft_is_let_go_once_it_was_asked(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post("/drafts/ask/", {"title": "Where is the ladder?"})
    assert "Where is the ladder?" in client.get("/ask/").content.decode()
    client.post("/ask/", words())
    assert not Draft.objects.exists()


def test_the_main_act_of_a_space_stands_in_its_head_with_the_space_chosen(signed_in, ada, eve, repairs, question):
    for somebody in (ada, eve):
        browser = signed_in(somebody)
        head = browser.get("/spaces/repairs/").content.decode().partition('class="page-head"')[2].partition("</header>")[0]
        assert "Ask here" in head
        assert 'href="/ask/?space=repairs"' in head
        assert '<option value="repairs" selected>' in browser.get("/ask/?space=repairs").content.decode()


def test_who_cannot_ask_in_a_space_is_not_offered_it(signed_in, eve, bench):
    assert "Ask here" not in signed_in(eve).get("/spaces/bench-notes/").content.decode()


@pytest.mark.parametrize(("topics", "why"), [("ladders, 🪜", "“🪜” can be no topic"), ("a, b, c, d, e, f", "Choose at most 5 topics")])
def test_a_topic_is_never_left_out_without_a_word(topics, why, signed_in, ada, repairs):
    answer = signed_in(ada).post("/ask/", words(topics=topics))
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert topics in answer.content.decode()
