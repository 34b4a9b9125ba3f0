"""The preference page, the page that turns one thing down, and how much is heard of what."""

from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.kit.notices import Concern
from junto.notify.friday import for_friday, settle_friday
from junto.notify.means import When
from junto.notify.models import Call, ClosedWay, InboxItem, Level, Preferences
from junto.notify.switch_address import LASTS, switch_path
from junto.people.models import Follow
from junto.posts.models import Thread, Watch
from junto.topics.models import Topic
from tests.queries import queries_of

PAGE = "/inbox/preferences/"
HOURS = {"quiet_from": "20:00", "quiet_to": "06:30", "days": ["0", "6"], "summary_at": "09:00", "a_day": "3", "back_on": ""}


@pytest.fixture
def line(ada, answer, work_done):
    work_done()
    return InboxItem.objects.get(person=ada)


def told(person):
    return list(InboxItem.objects.of(person).order_by("pk").values_list("notice", "thread_id"))


def test_what_is_chosen_on_the_page_is_kept_and_shown_again(signed_in, ada, mail):
    browser = signed_in(ada)
    assert browser.post(PAGE, {**HOURS, "mail-replies": "once", "mail-answers": "not"}).status_code == 302
    chosen = Preferences.objects.of(ada)
    assert (chosen.days, chosen.a_day, str(chosen.quiet_to)) == ("06", 3, "06:30:00")
    assert chosen.wish("mail", Concern.REPLIES) is When.AT_ONCE
    page = browser.get(PAGE).content.decode()
    assert 'value="06:30"' in page


def test_a_summary_in_quiet_hours_is_refused_with_what_was_typed(signed_in, ada):
    answer = signed_in(ada).post(PAGE, {**HOURS, "summary_at": "05:00"})
    assert "That is in your quiet hours" in answer.content.decode()
    assert 'value="05:00"' in answer.content.decode()
    assert not Preferences.objects.exists()


def test_what_waits_is_planned_anew_when_somebody_changes_their_mind(signed_in, life, mail, ada, answer):
    life.goes_on(seconds=1)
    signed_in(ada).post(PAGE, {**HOURS, "mail-answers": "summary"})
    life.goes_on(hours=10)
    assert mail.sent == []


def test_a_way_that_is_closed_is_said_and_can_be_tried_again(signed_in, mail, ada):
    ClosedWay.objects.close(ada, "mail")
    browser = signed_in(ada)
    assert "Mail: nothing has reached you there since" in browser.get(PAGE).content.decode()
    browser.post(PAGE + "mail/")
    assert not ClosedWay.objects.exists()


def test_muting_more_asks_no_more_of_the_database(signed_in, mail, ada, repairs):
    def mute():
        thread = Thread.objects.open(repairs, by=ada, title=f"Thread {Thread.objects.count()}", source="So?")
        Watch.objects.choose(thread, ada, Watch.Level.MUTED)

    browser = signed_in(ada)
    mute()
    browser.get(PAGE)
    before = queries_of(lambda: browser.get(PAGE))
    for _ in range(10):
        mute()
    assert queries_of(lambda: browser.get(PAGE)) == before


def test_looking_at_the_switch_changes_nothing_and_pressing_it_does_without_signing_in(client, mail, ada, line):
    path = switch_path(line, "mail")
    assert client.get(path).status_code == 200
    assert not Preferences.objects.exists()
    assert client.post(path, {"when": "summary", "place": ""}).status_code == 302
    assert Preferences.objects.get().wishes == {"mail": {"answers": "summary"}}


def test_one_click_of_a_mail_program_turns_it_off(client, mail, ada, line):
    assert client.post(switch_path(line, "mail"), {"List-Unsubscribe": "One-Click"}).status_code == 204
    assert Preferences.objects.get().wishes == {"mail": {"answers": "not"}}


def test_the_switch_names_nothing_its_person_may_no_longer_see(client, mail, ada, repairs, line):
    path = switch_path(line, "mail")
    assert "Pump loses pressure" in client.get(path).content.decode()
    repairs.change(by=repairs.memberships.get(role="host").person, visibility="listed")
    repairs.membership_of(ada).end(by=ada)
    page = client.get(path).content.decode()
    assert "Pump loses pressure" not in page
    assert "Answers to what I asked or watch" in page


def test_a_switch_is_worth_nothing_when_it_is_old_forged_or_of_somebody_gone(client, time_machine, ada, olga, line):
    path = switch_path(line, "mail")
    assert client.get(path[:-2] + "x/").status_code == 404
    ada.deactivate(by=olga)
    assert client.get(path).status_code == 404
    ada.reactivate(by=olga)
    time_machine.move_to(now() + LASTS + timedelta(days=1))
    assert client.get(path).status_code == 404


def test_the_line_says_why_and_leads_to_its_switch(signed_in, mail, ada, ben, line):
    page = signed_in(ada).get("/inbox/").content.decode()
    assert "You asked this question." in page
    answer = signed_in(ada).get(f"/inbox/{line.pk}/why/")
    assert answer.url.startswith("/inbox/switch/")
    assert signed_in(ben).get(f"/inbox/{line.pk}/why/").status_code == 404


def test_a_mute_for_a_while_ends_by_itself_and_leaves_all_as_it_was(life, signed_in, ada, ben, question):
    signed_in(ada).post(f"/inbox/hearing/thread/{question.pk}/", {"level": "day"})
    question.reply(by=ben, source="While it is muted.")
    life.goes_on(minutes=1)
    assert told(ada) == []
    life.goes_on(hours=15)
    question.reply(by=ben, source="The day after.")
    life.goes_on(minutes=1)
    assert told(ada) == [("answer", question.pk)]


def test_in_a_muted_space_a_mention_is_in_the_inbox_and_calls_nobody(life, mail, ada, ben, question):
    Level.objects.choose(ada, Level.Kind.MUTED, space=question.space)
    question.reply(by=ben, source="Silent.")
    question.reply(by=ben, source=f"But @[Ada](person:{ada.pk}) knows.")
    life.goes_on(hours=30)
    assert told(ada) == [("mention", question.pk)]
    assert mail.told(ada) == []


def test_of_a_muted_person_nothing_is_told(life, ada, ben, question):
    Level.objects.choose(ada, Level.Kind.MUTED, whom=ben)
    question.reply(by=ben, source=f"Does @[Ada](person:{ada.pk}) know?")
    life.goes_on(minutes=1)
    assert told(ada) == []


def test_only_what_concerns_me_is_what_answers_me(life, ada, ben, cleo, question):
    Watch.objects.choose(question, ada, Watch.Level.CONCERNS)
    Watch.objects.choose(question, cleo, Watch.Level.CONCERNS)
    mine = question.reply(by=ben, source="An answer.")
    question.reply(by=cleo, source="A comment on that.", parent=mine)
    life.goes_on(minutes=1)
    assert told(ada) == [("answer", question.pk)]
    assert told(cleo) == []


def test_new_threads_come_to_whoever_wants_everything_of_space_topic_or_person(life, ada, ben, cleo, mina, eve, repairs):
    Level.objects.choose(ben, Level.Kind.ALL, space=repairs)
    [pumps] = Topic.objects.called(["pumps"])
    Level.objects.choose(eve, Level.Kind.ALL, topic=pumps)
    Follow.objects.begin(cleo, ada)
    thread = Thread.objects.open(repairs, by=ada, title="New", source="What now?", topics=["pumps"])
    life.goes_on(minutes=1)
    assert [told(person) for person in (ben, eve, cleo)] == [[("new", thread.pk)]] * 3
    assert told(mina) == told(ada) == []


def test_friday_takes_what_waits_for_many_people_at_once_and_settles_it(life, mail, ada, ben, cleo, dana, bench):
    for person in (ada, ben):
        Level.objects.choose(person, Level.Kind.ALL, space=bench)
    first = Thread.objects.open(bench, by=cleo, title="First", source="One.")
    life.goes_on(hours=1)
    before = queries_of(lambda: for_friday([ada, ben, dana]))
    Thread.objects.open(bench, by=cleo, title="Second", source="Two.")
    life.goes_on(hours=1)
    assert queries_of(lambda: for_friday([ada, ben, dana])) == before
    bench.membership_of(ben).end(by=ben)
    waiting = for_friday([ada, ben, dana])
    assert {person: len(some) for person, some in waiting.items()} == {ada.pk: 2}
    assert (waiting[ada.pk][1].thread_id, waiting[ada.pk][1].wish) == (first.pk, f"space:{bench.pk}")
    settle_friday(each.call_id for each in waiting[ada.pk])
    assert not Call.objects.filter(person=ada).exists()
    assert mail.sent == []


def test_planning_asks_as_often_for_many_people_as_for_few(life, mail, ada, ben, cleo, mina, question, work_done):
    life.goes_on(seconds=1)
    question.reply(by=ben, source="One hears.")
    few = queries_of(work_done)
    for person in (cleo, mina):
        Watch.objects.begin(question, person)
    question.reply(by=ben, source="Three hear.")
    assert queries_of(work_done) <= few


@pytest.mark.parametrize("day", ["2001-01-01", "9999-12-31"])
def test_nobody_is_away_until_a_day_that_is_over_or_never_comes(day, ada, signed_in):
    page = signed_in(ada).post(PAGE, {**HOURS, "back_on": day})
    assert "Name a day that is still to come" in page.content.decode()
    assert not Preferences.objects.filter(person=ada).exists()
