"""Taking out and bringing back, and what is gone for good after a month."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.deleted_things import DELETED_KEPT, forget_deleted
from junto.posts.models import Deletion, Post, Thread
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


def page_of(client: Client, thread: Thread) -> str:
    return client.get(f"/threads/{thread.pk}/").content.decode()


def test_an_author_deletes_an_answer_with_undo_at_hand(
    question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ben)
    to = client.post(f"/posts/{answer.pk}/deletion/")["Location"]
    html = client.get(to).content.decode()
    assert "check valve" not in html
    assert f'formaction="/posts/{answer.pk}/deletion/"' in html
    assert "check valve" not in page_of(signed_in(ada), question)
    client.post(f"/posts/{answer.pk}/deletion/", {"_method": "DELETE"})
    assert "check valve" in page_of(signed_in(ada), question)


def test_htmx_gets_a_line_with_undo_in_place_of_the_post_and_the_post_back(
    question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    question.reply(by=ada, source="Which valve?", parent=answer)
    client, target = signed_in(ben), {"HTTP_HX_TARGET": f"post-{answer.pk}"}
    gone = client.post(f"/posts/{answer.pk}/deletion/", **HTMX, **target).content.decode()
    assert f'id="post-{answer.pk}"' in gone
    assert "Undo" in gone
    back = client.delete(f"/posts/{answer.pk}/deletion/", **HTMX, **target).content.decode()
    assert "check valve" in back
    assert "Which valve?" in back


def test_undo_in_a_toast_only_hears_that_it_is_done(answer: Post, ben: Person, signed_in: SignedIn) -> None:
    answer.delete_softly(by=ben)
    assert signed_in(ben).delete(f"/posts/{answer.pk}/deletion/", **HTMX).status_code == 204
    assert not Deletion.objects.exists()


def test_comments_go_and_come_back_with_their_answer(question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn) -> None:
    comment = question.reply(by=ada, source="Which valve?", parent=answer)
    answer.delete_softly(by=ben)
    assert not Post.objects.visible_to(ada).filter(pk=comment.pk).exists()
    assert signed_in(ada).get(f"/posts/{comment.pk}/").status_code == 404
    assert Thread.objects.get(pk=question.pk).post_count == 1
    answer.restore(by=ben)
    assert Thread.objects.get(pk=question.pk).post_count == 3


def test_who_may_delete(question: Thread, answer: Post, ada: Person, cleo: Person, eve: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).post(f"/posts/{answer.pk}/deletion/").status_code == 403
    assert signed_in(eve).post(f"/posts/{answer.pk}/deletion/").status_code == 403
    assert signed_in(cleo).post(f"/posts/{answer.pk}/deletion/").status_code == 302


def test_an_author_who_left_the_space_still_takes_back_what_they_wrote(answer: Post, ben: Person, signed_in: SignedIn) -> None:
    answer.thread.space.membership_of(ben).end(by=ben)
    assert signed_in(ben).post(f"/posts/{answer.pk}/deletion/").status_code == 302


def test_only_who_deleted_it_and_hosts_bring_it_back(answer: Post, ada: Person, ben: Person, cleo: Person, signed_in: SignedIn) -> None:
    answer.delete_softly(by=ben)
    assert signed_in(ada).delete(f"/posts/{answer.pk}/deletion/").status_code == 404
    assert signed_in(cleo).delete(f"/posts/{answer.pk}/deletion/").status_code == 302
    answer.delete_softly(by=cleo)
    assert signed_in(ben).delete(f"/posts/{answer.pk}/deletion/").status_code == 404


def test_the_opening_goes_only_with_its_whole_thread(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).post(f"/posts/{question.posts.get().pk}/deletion/").status_code == 403


def test_a_thread_nobody_answered_is_deleted_by_who_opened_it(
    question: Thread, ada: Person, ben: Person, repairs: Space, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert client.post(f"/threads/{question.pk}/deletion/")["Location"] == "/spaces/repairs/"
    assert signed_in(ben).get(f"/threads/{question.pk}/").status_code == 404
    assert Space.objects.get(pk=repairs.pk).thread_count == 0
    client.post(f"/threads/{question.pk}/deletion/", {"_method": "DELETE"})
    assert signed_in(ben).get(f"/threads/{question.pk}/").status_code == 200
    assert Space.objects.get(pk=repairs.pk).thread_count == 1


def test_what_others_wrote_is_not_deleted_by_who_asked(
    question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn
) -> None:
    assert signed_in(ada).post(f"/threads/{question.pk}/deletion/").status_code == 403
    assert signed_in(cleo).post(f"/threads/{question.pk}/deletion/").status_code == 302


def test_hosts_see_what_was_deleted_in_their_space_and_bring_it_back(
    question: Thread, answer: Post, discussion: Thread, ben: Person, cleo: Person, signed_in: SignedIn
) -> None:
    answer.delete_softly(by=ben)
    discussion.delete_softly(by=cleo)
    html = signed_in(cleo).get("/spaces/repairs/deleted/").content.decode()
    assert html.index("What do we throw away too early?") < html.index("check valve")
    assert "deleted by Ben Yılmaz" in html
    assert f'formaction="/threads/{discussion.pk}/deletion/"' in html
    assert f'formaction="/posts/{answer.pk}/deletion/"' in html


def test_others_do_not_see_what_was_deleted(question: Thread, answer: Post, ben: Person, olga: Person, signed_in: SignedIn) -> None:
    answer.delete_softly(by=ben)
    for person in (ben, olga):
        assert signed_in(person).get("/spaces/repairs/deleted/").status_code == 403


def test_a_post_of_a_deleted_thread_comes_back_with_the_thread_alone(
    question: Thread, answer: Post, ben: Person, cleo: Person, signed_in: SignedIn
) -> None:
    answer.delete_softly(by=ben)
    question.delete_softly(by=cleo)
    assert "check valve" not in signed_in(cleo).get("/spaces/repairs/deleted/").content.decode()
    assert signed_in(cleo).delete(f"/posts/{answer.pk}/deletion/").status_code == 404


@pytest.mark.parametrize(("days", "is_there"), [(DELETED_KEPT.days - 1, True), (DELETED_KEPT.days + 1, False)])
def test_what_was_deleted_is_gone_for_good_after_a_month(
    question: Thread, answer: Post, discussion: Thread, ada: Person, ben: Person, cleo: Person, days: int, is_there: bool
) -> None:
    comment = question.reply(by=ada, source="Which valve?", parent=answer)
    answer.delete_softly(by=ben)
    discussion.delete_softly(by=cleo)
    with time_machine.travel(now() + timedelta(days=days), tick=False):
        forget_deleted()
    assert Post.objects.filter(pk__in=[answer.pk, comment.pk]).exists() is is_there
    assert Thread.objects.filter(pk=discussion.pk).exists() is is_there
    assert Thread.objects.filter(pk=question.pk).exists()
