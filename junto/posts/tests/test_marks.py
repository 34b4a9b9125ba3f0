"""A text that is sent again, because its answer was lost on the way, is known by its mark and arrives once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from time_machine import travel

from junto.kit.clock import now
from junto.posts.models import Post, Thread

TITLE = {"title": "Why does the lamp flicker?", "text": "On line 3.", "kind": "question", "space": "repairs"}


@pytest.fixture
def sent(signed_in):
    """Sends as the outbox of a browser does; gives what it is told."""

    def send(somebody, to, mark, **fields):
        return signed_in(somebody).post(to, fields, HTTP_JUNTO_SENDING=mark)

    return send


def of(thread, somebody):
    return Post.objects.filter(thread=thread, author=somebody)


def test_an_answer_sent_again_days_later_arrives_once(sent, ben, question):
    mark, to = str(uuid4()), f"/threads/{question.pk}/posts/"
    first = sent(ben, to, mark, text="Rinse it.").json()
    with travel(now() + timedelta(days=20)):
        again = sent(ben, to, mark, text="Rinse it.").json()
    assert (first["before"], again["before"], again["to"]) == (False, True, first["to"])
    assert of(question, ben).count() == 1


def test_other_words_under_the_same_mark_are_not_posted(sent, ben, question):
    mark, to = str(uuid4()), f"/threads/{question.pk}/posts/"
    sent(ben, to, mark, text="Rinse it.")
    assert sent(ben, to, mark, text="Rinse it with warm water.").json()["before"]
    assert [post.source for post in of(question, ben)] == ["Rinse it."]


def test_a_question_and_a_comment_have_marks_too(sent, ben, question, answer, repairs):
    asked, said = str(uuid4()), str(uuid4())
    for _ in range(2):
        sent(ben, "/ask/", asked, **TITLE)
        with travel(now() + timedelta(hours=1)):
            sent(ben, f"/posts/{answer.pk}/comments/", said, text="And dry it.")
    assert Thread.objects.filter(author=ben).count() == 1
    assert Post.objects.filter(parent=answer).count() == 1


def test_a_form_that_was_sent_by_the_page_first_is_known_to_the_outbox(signed_in, sent, ben, question):
    mark, to = str(uuid4()), f"/threads/{question.pk}/posts/"
    signed_in(ben).post(to, {"text": "Rinse it.", "sending": mark})
    with travel(now() + timedelta(hours=1)):
        assert sent(ben, to, mark, text="Rinse it.").json()["before"]
    assert of(question, ben).count() == 1


def test_what_arrived_before_the_thread_was_closed_is_told_as_arrived(sent, ben, cleo, question):
    mark, to = str(uuid4()), f"/threads/{question.pk}/posts/"
    sent(ben, to, mark, text="Rinse it.")
    question.close(by=cleo)
    assert sent(ben, to, mark, text="Rinse it.").status_code == 200
    assert sent(ben, to, str(uuid4()), text="Too late.").status_code == 409


def test_marks_of_others_say_nothing(sent, signed_in, ada, ben, question):
    mark, to = str(uuid4()), f"/threads/{question.pk}/posts/"
    sent(ben, to, mark, text="Rinse it.")
    assert signed_in(ada).get(f"/outbox/?mark={mark}").json() == {"to": None}
    assert signed_in(ben).get(f"/outbox/?mark={mark}").json()["to"].startswith(f"/threads/{question.pk}/")
    assert not sent(ada, to, mark, text="I tried that.").json()["before"]


@pytest.mark.parametrize("mark", ["", "x", "0" * 36, "a" * 4000, "é" * 36])
def test_what_is_no_mark_is_none(signed_in, ben, question, mark):
    assert signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": "Rinse it.", "sending": mark}).status_code == 302
    assert of(question, ben).count() == 1
