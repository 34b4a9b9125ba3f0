"""This solved it, this helped me, tell me of more: said and taken back with one press."""

from collections.abc import Callable

from django.test import Client

from junto.kit.models import FactRecord
from junto.people.models import Person
from junto.posts.models import Post, Thread, Watch

SignedIn = Callable[[Person], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


def solved_by(question: Thread) -> list[Post]:
    return [acceptance.post for acceptance in question.acceptances.order_by("at")]


def kinds() -> list[str]:
    return list(FactRecord.objects.order_by("id").values_list("kind", flat=True))


def test_the_asker_says_which_answer_solved_it_and_can_undo_that(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    to = client.post(f"/posts/{answer.pk}/acceptance/")["Location"]
    assert solved_by(question) == [answer]
    assert "Marked as what solved it." in client.get(to).content.decode()
    client.post(f"/posts/{answer.pk}/acceptance/", {"_method": "DELETE"})
    assert not Thread.objects.get(pk=question.pk).is_solved


def test_a_host_may_say_so_too_and_a_member_may_not(answer: Post, cleo: Person, ben: Person, signed_in: SignedIn) -> None:
    assert signed_in(ben).post(f"/posts/{answer.pk}/acceptance/").status_code == 403
    assert signed_in(cleo).post(f"/posts/{answer.pk}/acceptance/").status_code == 302


def test_several_answers_may_share_the_credit(question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn) -> None:
    better = question.reply(by=cleo, source="Replace the spring.")
    for post in (better, answer, answer):
        signed_in(ada).post(f"/posts/{post.pk}/acceptance/")
    assert solved_by(question) == [better, answer]
    assert Thread.objects.get(pk=question.pk).accepted_count == 2
    assert [kind for kind in kinds() if "Accept" in kind] == ["AnswerAccepted", "AnswerAccepted"]


def test_those_that_share_it_stand_on_top_in_the_order_in_which_they_were_marked(
    question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn
) -> None:
    answers = [question.reply(by=cleo, source=f"Replace part {number}.") for number in range(25)]
    for post in (answers[24], answer):
        post.accept(by=ada)
    page = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    places = [page.index(f'id="post-{post.pk}"') for post in (answers[24], answer, *answers[:20])]
    assert places == sorted(places)
    assert page.count("<h2>This helped solve it</h2>") == 2
    assert f"?after={answers[19].pk}" in page
    assert "24 more answers" in page


def test_one_that_is_taken_back_leaves_the_other(question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn) -> None:
    other = question.reply(by=cleo, source="Replace the spring.")
    for post in (answer, other):
        post.accept(by=ada)
    signed_in(ada).delete(f"/posts/{answer.pk}/acceptance/")
    assert solved_by(question) == [other]
    assert Thread.objects.get(pk=question.pk).is_solved


def test_taking_back_what_was_not_accepted_changes_nothing(
    question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn
) -> None:
    other = question.reply(by=cleo, source="Replace the spring.")
    answer.accept(by=ada)
    signed_in(ada).delete(f"/posts/{other.pk}/acceptance/")
    assert solved_by(question) == [answer]


def test_neither_the_opening_nor_a_comment_nor_a_reply_can_be_accepted(
    question: Thread, answer: Post, discussion: Thread, ada: Person, cleo: Person, signed_in: SignedIn
) -> None:
    comment = question.reply(by=ada, source="Which valve?", parent=answer)
    reply = discussion.reply(by=ada, source="Seals.")
    for post in (question.posts.get(kind="opening"), comment, reply):
        assert signed_in(cleo).post(f"/posts/{post.pk}/acceptance/").status_code == 403


def test_anybody_who_reads_says_that_it_helped_once_and_takes_it_back(
    question: Thread, answer: Post, eve: Person, signed_in: SignedIn
) -> None:
    client = signed_in(eve)
    for _ in range(2):
        client.post(f"/posts/{answer.pk}/helped/")
    assert Post.objects.get(pk=answer.pk).helped_count == Thread.objects.get(pk=question.pk).helped_count == 1
    for _ in range(2):
        client.delete(f"/posts/{answer.pk}/helped/")
    assert Post.objects.get(pk=answer.pk).helped_count == Thread.objects.get(pk=question.pk).helped_count == 0
    assert kinds().count("PostHelped") == 1


def test_htmx_gets_the_acts_of_the_post_as_they_are_now(answer: Post, ada: Person, signed_in: SignedIn) -> None:
    pressed = signed_in(ada).post(f"/posts/{answer.pk}/helped/", **HTMX).content.decode()
    assert 'aria-pressed="true" name="_method" value="DELETE"' in pressed
    assert "helped one person" in pressed
    assert "<html" not in pressed
    released = signed_in(ada).delete(f"/posts/{answer.pk}/helped/", **HTMX).content.decode()
    assert 'aria-pressed="false"' in released
    assert "helped one person" not in released


def test_nobody_says_that_their_own_words_helped_them(answer: Post, ben: Person, signed_in: SignedIn) -> None:
    assert signed_in(ben).post(f"/posts/{answer.pk}/helped/").status_code == 403


def test_watching_and_muting(question: Thread, eve: Person, signed_in: SignedIn) -> None:
    client = signed_in(eve)
    assert client.post(f"/threads/{question.pk}/watch/")["Location"] == f"/threads/{question.pk}/"
    assert Watch.objects.get(person=eve).level == "watching"
    part = client.delete(f"/threads/{question.pk}/watch/", **HTMX).content.decode()
    assert Watch.objects.get(person=eve).level == "muted"
    assert "Muted" in part
    assert "<html" not in part


def test_an_accepted_answer_that_is_deleted_is_accepted_no_more(
    question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    answer.accept(by=ada)
    signed_in(ben).post(f"/posts/{answer.pk}/deletion/")
    assert not Thread.objects.get(pk=question.pk).is_solved
