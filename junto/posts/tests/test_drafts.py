"""Nothing a person wrote is ever lost: drafts on the server, and words sent after the session ended."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.drafting import ASIDE, LONGEST
from junto.posts.models import Draft, Post, Thread
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]


def test_a_draft_is_kept_and_stands_in_the_form_again(question: Thread, ben: Person, signed_in: SignedIn) -> None:
    client = signed_in(ben)
    kept = client.post(f"/drafts/thread-{question.pk}/", {"text": "Half a thou"}).json()
    assert kept["fields"] == {"text": "Half a thou"}
    assert kept["kept_at"]
    html = client.get(f"/threads/{question.pk}/").content.decode()
    assert "Half a thou</textarea>" in html
    assert "Draft kept" in html


def test_every_form_brings_its_draft_back(question: Thread, answer: Post, repairs: Space, ben: Person, signed_in: SignedIn) -> None:
    client = signed_in(ben)
    for key, path in (
        (f"post-{answer.pk}", f"/posts/{answer.pk}/comments/"),
        (f"edit-{answer.pk}", f"/posts/{answer.pk}/edit/"),
        ("ask", "/ask/"),
    ):
        client.post(f"/drafts/{key}/", {"text": f"Begun under {key}."})
        assert f"Begun under {key}." in client.get(path).content.decode()


def test_fields_that_are_not_sent_stay_as_they_were(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post("/drafts/ask/", {"title": "Why?", "space": "repairs"})
    client.post("/drafts/ask/", {"text": "It hums."})
    assert Draft.objects.get().fields == {"title": "Why?", "space": "repairs", "text": "It hums."}


def test_a_draft_that_was_emptied_is_no_draft(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post("/drafts/ask/", {"text": "Something.", "kind": "question"})
    client.post("/drafts/ask/", {"text": "  "})
    assert not Draft.objects.exists()


def test_it_is_given_up_by_script_and_by_form(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post("/drafts/ask/", {"text": "Something."})
    assert client.delete("/drafts/ask/").status_code == 204
    assert client.get("/drafts/ask/").json() == {"fields": {}, "kept_at": None}
    client.post("/drafts/ask/", {"text": "Something else."})
    assert client.post("/drafts/ask/", {"_method": "DELETE"})["Location"] == "/drafts/"
    assert not Draft.objects.exists()


def test_nobody_sees_anothers_drafts(ada: Person, ben: Person, signed_in: SignedIn) -> None:
    signed_in(ada).post("/drafts/ask/", {"text": "For me alone."})
    assert signed_in(ben).get("/drafts/ask/").json()["fields"] == {}
    assert "For me alone." not in signed_in(ben).get("/drafts/").content.decode()


@pytest.mark.parametrize("key", ["thread-", "thread-x", "poll-3", "ask-1", "thread-" + "9" * 30, "../ask"])
def test_only_keys_of_forms_that_exist_are_kept(ada: Person, signed_in: SignedIn, key: str) -> None:
    assert signed_in(ada).post(f"/drafts/{key}/", {"text": "x"}).status_code == 404


def test_a_store_without_end_is_no_draft(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post("/drafts/ask/", {"text": "x" * (LONGEST + 5), "anything": "else"})
    assert len(Draft.objects.get().fields["text"]) == LONGEST
    for number in range(1, Draft.MOST + 4):
        Draft.objects.keep(ada, f"thread-{number}", {"text": "x"})
    assert Draft.objects.count() == Draft.MOST
    assert not Draft.objects.filter(key__in=["ask", "thread-1", "thread-2"]).exists()


def test_all_drafts_stand_in_one_list_with_where_they_go_on(
    question: Thread, answer: Post, secret: Thread, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    for key in ("ask", f"thread-{question.pk}", f"edit-{answer.pk}", f"thread-{secret.pk}", "post-999999"):
        client.post(f"/drafts/{key}/", {"text": f"Begun under {key}."})
    secret.space.membership_of(ada).end(by=ada)
    html = client.get("/drafts/").content.decode()
    assert all(f"Begun under {key}." in html for key in ("ask", f"thread-{question.pk}", f"thread-{secret.pk}", "post-999999"))
    assert f'href="/posts/{answer.pk}/edit/"' in html
    assert "How do I say no" not in html
    assert html.count("Where this was going is not there any more") == 2


def test_words_sent_after_the_session_ended_are_shown_and_wait_until_their_writer_is_back(question: Thread, ben: Person) -> None:
    client = Client()
    words = {"text": "An hour of work.", "draft_key": f"thread-{question.pk}", "writer": str(ben.pk)}
    answer = client.post(f"/threads/{question.pk}/posts/", words)
    assert answer.status_code == 401
    assert "An hour of work." in answer.content.decode()
    client.force_login(ben, backend="junto.people.signing_in.Backend")
    assert "An hour of work." in client.get(f"/threads/{question.pk}/").content.decode()
    assert ASIDE not in client.session
    assert question.posts.count() == 1


def test_words_set_aside_go_to_nobody_else_who_signs_in_at_the_same_machine(question: Thread, ada: Person, ben: Person) -> None:
    client = Client()
    client.post(f"/threads/{question.pk}/posts/", {"text": "Ben's own words.", "draft_key": f"thread-{question.pk}", "writer": str(ben.pk)})
    client.force_login(ada, backend="junto.people.signing_in.Backend")
    assert "own words" not in client.get(f"/threads/{question.pk}/").content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("path", ["/ask/", "/threads/{thread}/posts/", "/posts/{post}/comments/", "/posts/{post}/edit/"])
def test_every_form_for_words_shows_them_to_who_is_signed_out(question: Thread, answer: Post, path: str) -> None:
    sent = Client().post(path.format(thread=question.pk, post=answer.pk), {"text": "An hour of work.", "title": "A title as well."})
    assert sent.status_code == 401
    assert "An hour of work." in sent.content.decode()


@pytest.mark.parametrize(
    "fields", [{"draft_key": "x" * 90}, {"draft_key": "ask", "writer": "1; drop"}, {"draft_key": "ask", "writer": "9" * 40}, {}]
)
def test_strangers_put_nothing_into_the_session_that_no_form_of_ours_sends(question: Thread, fields: dict[str, str]) -> None:
    client = Client()
    assert client.post("/ask/", {"text": "Words.", **fields}).status_code == 401
    assert ASIDE not in client.session
