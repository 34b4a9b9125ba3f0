"""Still true: answers are looked at again, doubted quietly, marked calmly, and whoever relied on one hears once."""

from datetime import timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from junto.help.holding.listening import tell_who_relied
from junto.help.holding.planning import SOONEST, USUALLY, interval, plan_reviews
from junto.help.models import Doubt, Review, Verification
from junto.kit.clock import now
from junto.notify.models import InboxItem
from junto.posts.models import Outdated, Post, Thread
from tests.queries import queries_of

YEAR = timedelta(days=366)


@pytest.fixture
def solved(question, answer, ada) -> Post:
    answer.accept(by=ada)
    return Post.objects.get(pk=answer.pk)


@pytest.fixture
def later(work_done):
    def pass_by(passed: timedelta) -> None:
        work_done()
        with time_machine.travel(now() + passed, tick=False):
            tell_who_relied()
            work_done()

    return pass_by


def told(notice: str) -> set[str]:
    return set(InboxItem.objects.filter(notice=notice, seen_at=None).values_list("person__name", flat=True))


def page_of(client, thread) -> str:
    return client.get(f"/threads/{thread.pk}/").content.decode()


def test_a_host_says_with_one_press_that_it_still_holds_and_takes_it_back(solved, question, cleo, eve, signed_in) -> None:
    client = signed_in(cleo)
    client.post(f"/help/posts/{solved.pk}/verification/")
    assert "by Cleo Marchetti" in page_of(signed_in(eve), question)
    client.delete(f"/help/posts/{solved.pk}/verification/")
    assert not Verification.objects.exists()


def test_the_author_and_who_solved_something_about_it_may_say_so_and_others_not(
    solved, question, repairs, ada, ben, bob, mina, signed_in
) -> None:
    other = Thread.objects.open(repairs, by=ada, title="Another pump", source="It hums.", topics=["pumps"])
    other.reply(by=mina, source="Oil it.").accept(by=ada)
    for somebody, status in ((ben, 302), (mina, 302), (bob, 403), (ada, 403)):
        assert signed_in(somebody).post(f"/help/posts/{solved.pk}/verification/").status_code == status, somebody


def test_what_solved_nothing_is_not_looked_at(question, answer, cleo, eve, signed_in) -> None:
    assert signed_in(cleo).post(f"/help/posts/{answer.pk}/verification/").status_code == 403
    assert signed_in(eve).post(f"/help/posts/{answer.pk}/doubt/").status_code == 403


def test_an_outdated_answer_carries_a_note_with_the_way_to_the_newer_one(solved, question, repairs, ben, cleo, eve, signed_in) -> None:
    newer = Thread.objects.open(repairs, by=ben, title="Since the new valves", source="They close by themselves.")
    given = {"because": "The valves of 2026 have no spring.", "instead": f"https://junto.example.org/threads/{newer.pk}/"}
    signed_in(cleo).post(f"/help/posts/{solved.pk}/outdated/", given)
    page = page_of(signed_in(eve), question)
    for said in ("may no longer hold", "The valves of 2026", "Since the new valves", f'href="/threads/{newer.pk}/"'):
        assert said in page
    assert "wrong" not in page.lower()


def test_the_newer_one_is_of_the_same_space_and_goes_unnamed_once_it_is_deleted(solved, question, secret, repairs, ben, cleo, signed_in):
    again = signed_in(cleo).post(f"/help/posts/{solved.pk}/outdated/", {"instead": str(secret.pk), "because": "New valves."})
    assert again.status_code == 422
    assert "New valves." in again.content.decode()
    assert not Outdated.objects.exists()
    newer = Thread.objects.open(repairs, by=ben, title="Since the new valves", source="So.")
    Outdated.objects.mark(solved, by=cleo, instead=newer)
    newer.delete_softly(by=ben)
    assert "Since the new valves" not in page_of(signed_in(cleo), question)


def test_results_of_a_search_say_so_too(solved, question, cleo, eve, signed_in, work_done) -> None:
    Outdated.objects.mark(solved, by=cleo)
    work_done()
    for words in ("pressure+overnight", "check+valve"):
        assert "May no longer hold" in signed_in(eve).get(f"/search/?words={words}").content.decode(), words
    Verification.objects.verify(solved, by=cleo)
    work_done()
    assert "May no longer hold" not in signed_in(eve).get("/search/?words=check+valve").content.decode()


@pytest.mark.parametrize("how", ["verify", "edit", "undo"])
def test_the_note_goes_when_somebody_looked(how, solved, question, ben, cleo, signed_in, work_done) -> None:
    client = signed_in(cleo)
    client.post(f"/help/posts/{solved.pk}/outdated/")
    work_done()
    if how == "verify":
        client.post(f"/help/posts/{solved.pk}/verification/")
    elif how == "edit":
        solved.edit(by=ben, source="Since 2026: nothing to do.")
    else:
        client.delete(f"/help/posts/{solved.pk}/outdated/")
    work_done()
    assert not Post.objects.get(pk=solved.pk).is_outdated
    assert "may no longer hold" not in page_of(client, question)


def test_whoever_relied_on_it_hears_once_and_after_a_while(solved, question, ada, ben, cleo, dana, eve, later) -> None:
    for somebody in (dana, eve):
        solved.help(somebody)
    Outdated.objects.mark(solved, by=cleo)
    later(timedelta(minutes=10))
    assert told("relied_on") == set()
    later(timedelta(minutes=20))
    later(timedelta(hours=3))
    assert told("relied_on") == {ada.name, dana.name, eve.name}
    assert InboxItem.objects.filter(notice="relied_on").count() == 3


def test_a_mark_that_is_taken_back_at_once_is_told_to_nobody(solved, ada, cleo, later) -> None:
    Outdated.objects.mark(solved, by=cleo).take_back(by=cleo)
    later(timedelta(hours=1))
    assert told("relied_on") == set()


def test_who_may_no_longer_read_it_hears_nothing(attic, ada, cleo, later) -> None:
    thread = Thread.objects.open(attic, by=ada, title="Hidden", source="How?")
    post = thread.reply(by=cleo, source="So.")
    post.accept(by=ada)
    attic.membership_of(ada).end(by=ada)
    Outdated.objects.mark(post, by=cleo)
    later(timedelta(hours=1))
    assert told("relied_on") == set()


def test_a_reader_asks_on_the_quiet(solved, question, ada, ben, cleo, eve, signed_in, work_done) -> None:
    signed_in(eve).post(f"/help/posts/{solved.pk}/doubt/", {"words": "Ours look different."})
    work_done()
    assert (told("mine_doubted"), told("doubted")) == ({ben.name}, {cleo.name})
    for somebody, sees in ((ben, True), (cleo, True), (ada, False)):
        page = page_of(signed_in(somebody), question)
        assert ("Ours look different." in page) == sees, somebody
        assert eve.name not in page
    for somebody in (ben, cleo):
        assert eve.name not in signed_in(somebody).get("/inbox/").content.decode()


def test_what_a_reader_asks_about_stands_on_the_hosts_page_at_once(solved, question, eve, cleo, signed_in, work_done) -> None:
    assert question.title not in signed_in(cleo).get("/help/spaces/repairs/still-true/").content.decode()
    signed_in(eve).post(f"/help/posts/{solved.pk}/doubt/", {"words": "Ours look different."})
    work_done()
    page = signed_in(cleo).get("/help/spaces/repairs/still-true/").content.decode()
    assert question.title in page
    assert "Ours look different." in page


def test_asking_is_taken_back_and_settled_by_a_look(solved, eve, dana, ben, cleo, signed_in, work_done) -> None:
    client = signed_in(eve)
    client.post(f"/help/posts/{solved.pk}/doubt/")
    client.delete(f"/help/posts/{solved.pk}/doubt/")
    assert not Doubt.objects.exists()
    Doubt.objects.ask(solved, by=dana)
    work_done()
    Verification.objects.verify(solved, by=cleo)
    work_done()
    assert not Doubt.objects.exists()
    assert told("doubted") == set()


def test_what_is_due_or_asked_about_stands_on_the_hosts_page_by_how_many_rely_on_it(repairs, ada, ben, cleo, eve, dana, signed_in) -> None:
    posts = []
    for number in range(3):
        thread = Thread.objects.open(repairs, by=ada, title=f"Question {number}", source="How?")
        posts.append(thread.reply(by=ben, source=f"So, {number}."))
        posts[-1].accept(by=ada)
    for post, people in ((posts[1], (eve, dana)), (posts[2], (eve,))):
        for somebody in people:
            post.help(somebody)
    plan_reviews()
    Review.objects.filter(post__in=posts[:2]).update(due_at=now())
    page = signed_in(cleo).get("/help/spaces/repairs/still-true/").content.decode()
    assert page.index("Question 1") < page.index("Question 0")
    assert "Question 2" not in page
    assert "2 people" not in page
    assert "2 answers are worth a look" in signed_in(cleo).get("/spaces/repairs/").content.decode()
    assert "worth a look" not in signed_in(ada).get("/spaces/repairs/").content.decode()


def test_an_old_answer_is_due_a_year_later_and_not_again_after_a_look(solved, cleo, work_done) -> None:
    Post.objects.update(written_at=now() - YEAR)
    plan_reviews()
    assert Review.objects.get().due_at < now()
    Verification.objects.verify(solved, by=cleo)
    work_done()
    assert Review.objects.get().due_at > now()


@given(st.integers(0, 1000), st.integers(0, 1000), st.dictionaries(st.integers(0, 3), st.timedeltas(timedelta(0), timedelta(days=900))))
def test_the_more_rely_on_it_the_sooner_it_is_due(few, many, paces) -> None:
    few, many = sorted((few, many))
    assert SOONEST <= interval(many, range(4), paces) <= interval(few, range(4), paces)
    assert interval(0, [], paces) == USUALLY


def test_ten_more_cost_no_query_more(solved, question, repairs, ada, ben, cleo, eve, signed_in) -> None:
    client = signed_in(cleo)
    pages = (f"/threads/{question.pk}/", "/help/spaces/repairs/still-true/")

    def grow() -> None:
        for _ in range(3):
            post = question.reply(by=ben, source=f"Part {Post.objects.count()}.")
            post.accept(by=ada)
            Verification.objects.verify(post, by=ben)
            other = question.reply(by=ben, source=f"Part {Post.objects.count()}.")
            other.accept(by=ada)
            Outdated.objects.mark(other, by=ben, because="Since then.", instead=None)
            Doubt.objects.ask(other, by=eve, words="Really?")
        plan_reviews()
        Review.objects.update(due_at=now())
        for path in pages:
            client.get(path)

    grow()
    before = [queries_of(lambda path=path: client.get(path)) for path in pages]
    grow()
    assert [queries_of(lambda path=path: client.get(path)) for path in pages] == before


@pytest.mark.parametrize("relying", [set(), {"dana"}, {"dana", "eve", "mina", "bob"}])
def test_who_hears_is_exactly_who_relied_on_it_and_may_read_it(relying, bench, ada, ben, cleo, dana, eve, mina, bob, later) -> None:
    people = {"dana": dana, "eve": eve, "mina": mina, "bob": bob}
    thread = Thread.objects.open(bench, by=ada, title="On the bench", source="How?")
    post = thread.reply(by=ben, source="So.")
    post.accept(by=ada)
    for name in relying:
        bench.add(people[name])
        post.help(people[name])
    if "eve" in relying:
        bench.membership_of(eve).end(by=eve)
    Outdated.objects.mark(post, by=cleo)
    for _ in range(2):
        later(timedelta(hours=1))
    assert told("relied_on") == {ada.name, *(people[name].name for name in relying - {"eve"})}


def test_who_answered_their_own_question_is_not_told_what_they_wrote(question, ada, cleo, later) -> None:
    own = question.reply(by=ada, source="It was the valve.")
    own.accept(by=ada)
    Outdated.objects.mark(own, by=cleo)
    later(timedelta(hours=1))
    assert told("relied_on") == set()


def test_nothing_empty_stands_before_the_way_to_ask_whether_it_holds(solved, eve, signed_in) -> None:
    page = signed_in(eve).get(f"/threads/{solved.thread_id}/").content.decode()
    assert "Outdated?" in page
    assert '<span class="meta"></span>' not in page
