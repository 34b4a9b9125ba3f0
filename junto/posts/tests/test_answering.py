"""Answers, replies and comments: written, sent twice, sent too late, sent by somebody who may not."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.kit.text import LONGEST
from junto.people.models import Person
from junto.posts.models import Draft, Post, ReadPosition, Thread, Watch
from junto.posts.models.thread import ThreadIsClosed

SignedIn = Callable[[Person], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


def test_an_answer_stands_in_the_thread_and_its_writer_lands_on_it(question: Thread, ben: Person, signed_in: SignedIn) -> None:
    answer = signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": "Rinse the valve."})
    post = question.posts.get(author=ben)
    assert post.kind == "answer"
    assert answer["Location"] == f"/threads/{question.pk}/#post-{post.pk}"


def test_htmx_gets_the_answer_alone_and_the_writer_has_read_it(question: Thread, ben: Person, signed_in: SignedIn) -> None:
    html = signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": "Rinse the valve."}, **HTMX).content.decode()
    assert "Rinse the valve." in html
    assert "<html" not in html
    assert ReadPosition.objects.get(person=ben).post_id == question.posts.get(author=ben).pk


def test_a_comment_stands_under_its_answer_and_htmx_empties_its_form(
    question: Thread, answer: Post, ada: Person, signed_in: SignedIn
) -> None:
    html = signed_in(ada).post(f"/posts/{answer.pk}/comments/", {"text": "Which valve?"}, **HTMX).content.decode()
    comment = question.posts.get(kind="comment")
    assert comment.parent == answer
    assert f'id="post-{comment.pk}"' in html
    assert f'<form id="write-{answer.pk}" hx-swap-oob="delete">' in html


def test_without_script_the_comments_have_a_page_with_the_form(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    html = client.get(f"/posts/{answer.pk}/comments/").content.decode()
    assert "Look at the check valve" in html
    assert f'action="/posts/{answer.pk}/comments/"' in html
    to = client.post(f"/posts/{answer.pk}/comments/", {"text": "Which valve?"})["Location"]
    assert to.startswith(f"/threads/{question.pk}/#post-")


def test_htmx_gets_the_form_for_a_comment_alone(answer: Post, ada: Person, signed_in: SignedIn) -> None:
    html = signed_in(ada).get(f"/posts/{answer.pk}/comments/?write", **HTMX).content.decode()
    assert "<textarea" in html
    assert "<html" not in html


def test_nobody_comments_on_a_comment(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    comment = question.reply(by=ada, source="Which valve?", parent=answer)
    assert signed_in(ada).post(f"/posts/{comment.pk}/comments/", {"text": "And?"}).status_code == 404


@pytest.mark.parametrize("text", ["", "   \n ", "\u202e\u200b"[:1], "z" * (LONGEST + 1)])
def test_nothing_and_too_much_come_back_as_they_were(question: Thread, ben: Person, signed_in: SignedIn, text: str) -> None:
    answer = signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": text})
    assert answer.status_code == 422
    assert text.strip() in answer.content.decode()
    assert question.posts.count() == 1


def test_the_same_words_sent_twice_are_posted_once(question: Thread, ben: Person, signed_in: SignedIn) -> None:
    first, second = (
        signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": "Rinse the valve.  \r\n"})["Location"] for _ in range(2)
    )
    assert first == second
    assert question.posts.filter(author=ben).count() == 1


def test_the_same_words_in_another_place_are_not_the_same_post(question: Thread, answer: Post, ada: Person) -> None:
    other = question.reply(by=ada, source="Another answer.")
    one, two = (question.reply(by=ada, source="Thank you!", parent=parent) for parent in (answer, other))
    assert one != two


def test_closed_while_writing_the_words_are_kept_and_the_reason_is_said(
    question: Thread, ben: Person, cleo: Person, signed_in: SignedIn
) -> None:
    question.close(by=cleo, because="Solved by the recall of May.")
    answer = signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": "Rinse the valve, slowly."})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Solved by the recall of May." in html
    assert "Rinse the valve, slowly." in html
    assert question.posts.count() == 1
    assert Draft.objects.get(person=ben, key=f"thread-{question.pk}").fields["text"] == "Rinse the valve, slowly."


def test_the_verb_itself_refuses_a_closed_thread(question: Thread, ben: Person, cleo: Person) -> None:
    question.close(by=cleo)
    with pytest.raises(ThreadIsClosed):
        Thread.objects.get(pk=question.pk).reply(by=ben, source="Too late.")


def test_only_members_write(question: Thread, answer: Post, eve: Person, dora: Person, signed_in: SignedIn) -> None:
    assert signed_in(eve).post(f"/threads/{question.pk}/posts/", {"text": "Me too."}).status_code == 403
    assert signed_in(eve).post(f"/posts/{answer.pk}/comments/", {"text": "Me too."}).status_code == 403
    assert question.posts.count() == 2


def test_who_writes_watches_from_then_on_unless_they_muted_it(question: Thread, ben: Person, cleo: Person) -> None:
    Watch.objects.choose(question, cleo, Watch.Level.MUTED)
    for person in (ben, cleo):
        question.reply(by=person, source=f"{person.name} has a thought.")
    assert Watch.objects.get(thread=question, person=ben).level == "watching"
    assert Watch.objects.get(thread=question, person=cleo).level == "muted"


def test_a_link_to_where_answers_are_sent_leads_to_the_thread(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).get(f"/threads/{question.pk}/posts/")["Location"] == f"/threads/{question.pk}/#write"
