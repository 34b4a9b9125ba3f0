"""A question finds people who may know, in waves, and nobody learns whom."""

from datetime import date, timedelta

import pytest

from junto.help.models import Capacity, Consent, Request, Route
from junto.help.tests.conftest import TUESDAY
from junto.kit.access import may_see
from junto.kit.models import FactRecord
from junto.notify.models import InboxItem, Level, Preferences
from junto.people.models import Block, Person
from junto.posts.models import Thread, Watch
from junto.topics.models import Topic
from tests.village import person

TWO_HOURS = timedelta(hours=2, minutes=1)
pytestmark = pytest.mark.django_db


def asked(thread):
    return set(Request.objects.filter(thread=thread).values_list("person__name", flat=True))


@pytest.fixture
def helpers(repairs, knows, work_done, tuesday):
    """Five more members of Repairs who know pumps; what they answered is told and done."""
    people = [person(f"Helper{letter}") for letter in "abcde"]
    for somebody in people:
        repairs.add(somebody)
        knows(somebody)
    work_done()
    Request.objects.all().delete()
    return people


def test_three_people_who_know_the_topic_are_asked_at_once(helpers, ask, work_done):
    thread = ask()
    work_done()
    assert len(asked(thread)) == 3
    assert asked(thread) <= {somebody.name for somebody in helpers}


def test_whoever_said_yes_to_the_topic_is_asked_without_having_answered_anything(ask, ben, work_done, tuesday):
    ben.can_be_asked_about(["pumps"])
    thread = ask()
    work_done()
    assert asked(thread) == {"Ben Yılmaz"}


def test_the_one_asked_reads_it_in_the_inbox_and_nobody_else_does(ask, knows, ben, work_done, tuesday):
    knows(ben)
    work_done()
    thread = ask()
    work_done()
    told = InboxItem.objects.filter(notice="may_know", subject=f"thread:{thread.pk}")
    assert [line.person for line in told] == [ben]


def test_the_one_asked_is_mailed_and_in_the_evening_only_the_next_morning(ask, ben, settings, mailoutbox, work_done, tuesday):
    settings.JUNTO_URL, settings.MAIL_WORKS = "https://junto.example.org", True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    ben.can_be_asked_about(["pumps"])
    at_once = ask()
    work_done()
    tuesday.shift(timedelta(minutes=1))
    work_done()
    assert [f"https://junto.example.org/help/asked/{at_once.pk}/" in letter.body for letter in mailoutbox] == [True]
    tuesday.shift(timedelta(hours=11))
    ask("Pump is silent")
    for hours, letters in ((1, 1), (12, 2)):
        work_done()
        tuesday.shift(timedelta(hours=hours))
        work_done()
        assert len([letter for letter in mailoutbox if letter.to == [ben.email] and "may know" in letter.body]) == letters


def test_after_two_hours_without_an_answer_others_are_asked_and_then_the_hosts_are_told(helpers, ask, cleo, work_done, tuesday):
    thread = ask()
    work_done()
    first = asked(thread)
    tuesday.shift(TWO_HOURS)
    work_done()
    assert len(asked(thread) - first) == 2
    assert not InboxItem.objects.filter(person=cleo, notice="question_waits").exists()
    tuesday.shift(TWO_HOURS)
    work_done()
    assert InboxItem.objects.filter(person=cleo, notice="question_waits").count() == 1
    assert Route.objects.get(thread=thread).wave == Route.Wave.HOSTS


def test_an_answer_ends_the_way(helpers, ask, cleo, work_done, tuesday):
    thread = ask()
    work_done()
    first = asked(thread)
    thread.reply(by=cleo, source="The seal.")
    for _ in range(3):
        tuesday.shift(TWO_HOURS)
        work_done()
    assert asked(thread) == first
    assert not InboxItem.objects.filter(notice="question_waits").exists()


def test_declining_changes_nothing_that_others_could_see(helpers, ask, work_done, tuesday):
    thread = ask()
    work_done()
    first, facts = asked(thread), FactRecord.objects.count()
    for request in Request.objects.filter(thread=thread):
        request.decline()
    work_done()
    assert (asked(thread), FactRecord.objects.count()) == (first, facts)
    tuesday.shift(TWO_HOURS - timedelta(minutes=10))
    work_done()
    assert asked(thread) == first


def test_in_the_evening_the_wave_waits_for_the_next_morning(ask, knows, ben, cleo, work_done, tuesday):
    knows(ben)
    work_done()
    tuesday.shift(timedelta(hours=8, minutes=30))
    thread = ask()
    work_done()
    tuesday.shift(timedelta(hours=10))
    work_done()
    assert Route.objects.get(thread=thread).wave == Route.Wave.FIRST
    tuesday.shift(timedelta(hours=5))
    work_done()
    assert Route.objects.get(thread=thread).wave == Route.Wave.WIDER


def test_the_second_wave_asks_whoever_may_join_and_never_beyond_what_the_space_shows(ask, knows, eve, bench, repairs, work_done, tuesday):
    repairs.add(eve)
    knows(eve)
    work_done()
    repairs.membership_of(eve).end(by=eve)
    outside, inside = ask(), ask("Which seal?", space=bench)
    work_done()
    assert asked(outside) == set()
    tuesday.shift(TWO_HOURS)
    work_done()
    assert asked(outside) == {"Eve Lindholm"}
    assert asked(inside) == set()


def away(somebody, by, space):
    Preferences(person=somebody, back_on=date(2026, 11, 25)).save()


def paused(somebody, by, space):
    Capacity.objects.choose(somebody, a_week=3, paused_until=date(2026, 11, 25))


def wanting_none(somebody, by, space):
    Capacity.objects.choose(somebody, a_week=0, paused_until=None)


def at_cap(somebody, by, space):
    Capacity.objects.choose(somebody, a_week=1, paused_until=None)
    other = Thread.objects.open(space, by=by, title="Another", source="?", kind="discussion")
    Request.objects.create(thread=other, person=somebody)


def blocking(somebody, by, space):
    Block.objects.create(person=somebody, blocked=by)


def blocked(somebody, by, space):
    Block.objects.create(person=by, blocked=somebody)


def muting_the_space(somebody, by, space):
    Level.objects.choose(somebody, "muted", space=space)


def muting_the_topic(somebody, by, space):
    Level.objects.choose(somebody, "muted", topic=Topic.objects.get(slug="pumps"))


def muting_the_asker(somebody, by, space):
    Level.objects.choose(somebody, "muted", whom=by)


def saying_never(somebody, by, space):
    Consent.objects.say(somebody, Topic.objects.get(slug="pumps"), "never")


def saying_not_now(somebody, by, space):
    Consent.objects.say(somebody, Topic.objects.get(slug="pumps"), "not_now")


def no_longer_here(somebody, by, space):
    somebody.deactivate(by=by)


def no_longer_in_the_space(somebody, by, space):
    space.membership_of(somebody).end(by=somebody)


REASONS = [
    *(away, paused, wanting_none, at_cap, blocking, blocked, muting_the_space, muting_the_topic, muting_the_asker),
    *(saying_never, saying_not_now, no_longer_here, no_longer_in_the_space),
]


def test_some_are_never_asked_however_much_they_know(ask, knows, ada, bench, work_done, tuesday):
    for reason in REASONS:
        somebody = person(reason.__name__)
        bench.add(somebody)
        knows(somebody, helped=ada, space=bench)
    work_done()
    Request.objects.all().delete()
    for reason in REASONS:
        reason(Person.objects.get(name=reason.__name__), ada, bench)
    thread = ask(space=bench)
    for _ in range(5):
        work_done()
        tuesday.shift(timedelta(hours=9))
    assert asked(thread) == set()
    assert Route.objects.get(thread=thread).wave == Route.Wave.HOSTS


def test_without_a_reason_all_of_them_would_be_asked_sooner_or_later(helpers, ask, work_done, tuesday):
    thread = ask()
    for _ in range(5):
        work_done()
        tuesday.shift(timedelta(hours=9))
    assert asked(thread) == {somebody.name for somebody in helpers}


def test_nobody_is_asked_more_than_they_want_in_a_week_and_then_again(ask, knows, ben, work_done, tuesday):
    knows(ben)
    work_done()
    Request.objects.all().delete()
    threads = [ask(f"Pump number {number} drips") for number in range(5)]
    work_done()
    assert sum(asked(thread) == {"Ben Yılmaz"} for thread in threads) == 3
    tuesday.shift(timedelta(days=7, minutes=1))
    again = ask("Pump drips once more")
    work_done()
    assert asked(again) == {"Ben Yılmaz"}


def test_whoever_is_named_in_the_question_or_wrote_in_it_is_not_asked_besides(repairs, ada, ben, knows, work_done, tuesday):
    knows(ben)
    work_done()
    source = f"@[Ben Yılmaz](person:{ben.pk}) do you know?"
    thread = Thread.objects.open(repairs, by=ada, title="Pump loses pressure", source=source, topics=["pumps"])
    work_done()
    assert asked(thread) == set()


def test_a_muted_thread_is_not_asked_about_in_a_later_wave(helpers, ask, work_done, tuesday):
    thread = ask()
    work_done()
    left = next(somebody for somebody in helpers if somebody.name not in asked(thread))
    Watch.objects.choose(thread, left, "muted")
    tuesday.shift(TWO_HOURS)
    work_done()
    assert left.name not in asked(thread)


def test_everybody_asked_may_see_the_question(ask, knows, ada, ben, eve, attic, work_done, tuesday):
    knows(ben)
    thread = ask("Who leads here?", space=attic, by=ada)
    for _ in range(3):
        work_done()
        tuesday.shift(timedelta(hours=9))
    people = set(Request.objects.filter(thread=thread).values_list("person_id", flat=True))
    assert people == may_see(f"thread:{thread.pk}", people) == set()


def test_a_discussion_and_history_set_out_nowhere(repairs, ada, ben, knows, work_done, tuesday):
    knows(ben)
    work_done()
    before = Route.objects.count()
    Thread.objects.open(repairs, by=ada, title="Pumps and we", source="Well.", kind="discussion", topics=["pumps"])
    Thread.objects.open(repairs, by=ada, title="Old pump", source="Long ago.", topics=["pumps"], at=TUESDAY - timedelta(days=400))
    work_done()
    assert Route.objects.count() == before
