"""People are told of what concerns them, once, and of nothing else."""

import pytest

from junto.notify.models import InboxItem
from junto.notify.reading import lines
from junto.posts.models import ReadPosition, Thread, Watch
from junto.spaces.models import Invitation, JoinRequest


def told(person):
    rows = list(InboxItem.objects.of(person).with_waiting().order_by("at", "id"))
    return [line.says for line in lines(rows, person) if line.waits]


@pytest.fixture
def inbox(work_done):
    def of(person):
        work_done()
        return told(person)

    return of


def test_the_asker_is_told_of_an_answer_and_its_author_is_not(inbox, ada, ben, answer):
    assert inbox(ada) == ["Ben Yılmaz answered “Pump loses pressure overnight”"]
    assert inbox(ben) == []


def test_answers_to_one_question_make_one_line_until_it_is_read(inbox, ada, cleo, mina, answer):
    answer.thread.reply(by=cleo, source="Or the seal.")
    assert inbox(ada) == ["Cleo Marchetti and Ben Yılmaz gave answers to “Pump loses pressure overnight”"]
    last = answer.thread.reply(by=mina, source="Or both.")
    assert inbox(ada) == ["Mina Sato, Cleo Marchetti and 1 more gave answers to “Pump loses pressure overnight”"]
    ReadPosition.objects.reach(answer.thread, ada, last.pk)
    assert inbox(ada) == []
    answer.thread.reply(by=cleo, source="One more thing.")
    assert inbox(ada) == ["Cleo Marchetti answered “Pump loses pressure overnight”"]


def test_who_is_mentioned_is_told_of_that_and_not_also_of_the_reply(inbox, ada, ben, cleo, question):
    Watch.objects.begin(question, cleo)
    question.reply(by=ben, source=f"As @[Cleo](person:{cleo.pk}) says.")
    assert inbox(cleo) == ["Ben Yılmaz mentioned you in “Pump loses pressure overnight”"]


def test_a_block_stops_mentions_both_ways(inbox, ada, bob, question):
    question.reply(by=bob, source=f"Hello @[Ada](person:{ada.pk}).")
    assert inbox(ada) == ["Bob Nkemelu answered “Pump loses pressure overnight”"]


def test_who_muted_a_thread_is_not_told(inbox, ada, ben, question):
    Watch.objects.choose(question, ada, "muted")
    question.reply(by=ben, source="Check the valve.")
    assert inbox(ada) == []


def test_helpers_hear_that_it_helped_and_that_it_solved(inbox, ada, ben, cleo, answer):
    answer.help(cleo)
    answer.accept(by=ada)
    title = answer.thread.title
    assert inbox(ben) == [f"What you wrote in “{title}” helped Cleo Marchetti", f"Your answer solved “{title}”"]


@pytest.mark.parametrize("helped_first", [True, False])
def test_who_says_that_it_helped_and_that_it_solved_is_told_of_once(inbox, ada, ben, answer, helped_first):
    acts = [lambda: answer.help(ada), lambda: answer.accept(by=ada)]
    for act in acts if helped_first else reversed(acts):
        act()
        said = inbox(ben)
    assert said == [f"Your answer solved “{answer.thread.title}”"]


def test_a_line_in_which_others_stand_is_not_taken_over(inbox, ada, ben, cleo, answer):
    answer.help(cleo)
    answer.help(ada)
    inbox(ben)
    answer.accept(by=ada)
    assert len(inbox(ben)) == 2


def test_what_waits_for_me_stands_apart_from_what_is_good_to_know(signed_in, ada, cleo, answer, discussion, work_done):
    Watch.objects.begin(discussion, ada)
    discussion.reply(by=cleo, source="One more view.")
    work_done()
    page = signed_in(ada).get("/inbox/").content.decode()
    waits, known = page.index('id="inbox-waits"'), page.index('id="inbox-news"')
    assert waits < page.index(f"answered “{answer.thread.title}”") < known < page.index(f"replied in “{discussion.title}”")


def test_nobody_is_told_of_a_thread_they_may_no_longer_see(inbox, ada, ben, cleo, bench):
    thread = Thread.objects.open(bench, by=ben, title="Draft of the plan", source="So far.")
    Watch.objects.begin(thread, ada)
    thread.reply(by=cleo, source="Fine.")
    assert len(inbox(ada)) == 1
    bench.membership_of(ada).end(by=ada)
    thread.reply(by=cleo, source="Secret addition.")
    assert inbox(ada) == []
    assert not InboxItem.objects.of(ada).exists()


def test_a_deleted_thread_leaves_every_inbox(inbox, ada, cleo, answer):
    assert inbox(ada)
    answer.thread.delete_softly(by=cleo)
    assert inbox(ada) == []


def test_hosts_hear_of_requests_and_askers_of_yes_but_not_of_no(inbox, cleo, eve, dana, bench):
    JoinRequest.objects.ask(bench, by=eve)
    JoinRequest.objects.ask(bench, by=dana)
    assert inbox(cleo) == ["2 people ask to join “Bench notes”"]
    JoinRequest.objects.get(person=eve).accept(by=cleo)
    JoinRequest.objects.get(person=dana).decline(by=cleo)
    assert inbox(eve) == ["You belong to “Bench notes” now"]
    assert inbox(dana) == []


def test_an_invitation_into_a_hidden_space_reaches_whom_it_is_for(inbox, cleo, eve, attic):
    Invitation.objects.to_person(eve, space=attic, by=cleo)
    assert inbox(eve) == ["Cleo Marchetti invites you to “Attic”"]


def test_members_hear_when_who_sees_their_space_changes(inbox, ada, cleo, bench):
    bench.change(by=cleo, visibility="all")
    assert inbox(ada) == ["“Bench notes” changed who sees it or how people join"]
    assert inbox(cleo) == []


def test_everything_can_be_settled_at_once_and_that_can_be_undone(inbox, ada, answer):
    assert len(inbox(ada)) == 1
    moment = InboxItem.objects.settle_all(ada)
    assert inbox(ada) == []
    InboxItem.objects.unsettle(ada, moment)
    assert len(inbox(ada)) == 1


def test_whoever_was_deactivated_is_told_nothing(inbox, ada, ben, olga, question):
    ada.deactivate(by=olga)
    question.reply(by=ben, source="Too late.")
    inbox(ada)
    assert not InboxItem.objects.exists()
