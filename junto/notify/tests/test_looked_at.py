"""What was sent and looked at: told by the inbox alone, for owners in sums, for a person as one quiet question."""

from datetime import timedelta

import pytest

from junto.help.settled import settle
from junto.kit.clock import now
from junto.kit.notices import Concern
from junto.notify.looked_at import KEPT, look_back, never_looked_at, sent_to_all
from junto.notify.means import When
from junto.notify.models import CallMade, InboxItem, Preferences
from junto.posts.models import ReadPosition

PAGE = "/inbox/preferences/"


@pytest.fixture
def called(life, mail, ada, answer):
    """Ada was called by mail of Ben's answer."""
    life.goes_on(minutes=2)
    return CallMade.objects.get(person=ada)


def judged(life):
    life.clock.shift(timedelta(days=7))
    look_back()
    return list(CallMade.objects.values_list("was_looked_at", flat=True))


def sent(person, count, looked=False, concern=Concern.REPLIES, ago=timedelta(days=20)):
    rows = [CallMade(person=person, means="mail", concern=concern.value, was_looked_at=looked, at=now() - ago) for _ in range(count)]
    CallMade.objects.bulk_create(rows)


def test_a_call_is_remembered_by_its_kind_and_after_a_week_only_whether_it_was_looked_at(life, called, ada):
    assert (called.means, called.concern, called.was_looked_at) == ("mail", "answers", None)
    assert called.line == InboxItem.objects.get(person=ada).pk
    assert judged(life) == [False]
    assert CallMade.objects.values_list("line", "post_id")[0] == (None, None)


@pytest.mark.parametrize("how", ["done", "read", "answered by mail"])
def test_looked_at_is_what_was_done_read_or_answered(how, life, called, ada, question, answer):
    {
        "done": lambda: InboxItem.objects.get(person=ada).settle(),
        "read": lambda: ReadPosition.objects.reach(question, ada, answer.pk),
        "answered by mail": lambda: question.reply(by=ada, source="It was the valve."),
    }[how]()
    assert judged(life) == [True]


def test_what_others_do_or_what_was_read_before_is_no_look(life, called, ada, cleo, question, answer):
    ReadPosition.objects.filter(person=ada).delete()
    ReadPosition.objects.reach(question, ada, answer.pk - 1)
    ReadPosition.objects.reach(question, cleo, answer.pk)
    question.reply(by=cleo, source="Mine did the same.")
    assert judged(life)[0] is False


def test_nothing_is_written_down_before_the_week_is_over(life, called):
    life.clock.shift(timedelta(days=6))
    look_back()
    assert CallMade.objects.get().was_looked_at is None


def test_later_than_a_week_is_too_late(life, called, ada):
    assert judged(life) == [False]
    InboxItem.objects.get(person=ada).settle()
    look_back()
    assert CallMade.objects.get().was_looked_at is False


@pytest.mark.parametrize("how", ["gone", "settled by the house"])
def test_what_nobody_could_look_at_counts_nowhere(how, life, called, question):
    {
        "gone": lambda: InboxItem.objects.all().delete(),
        "settled by the house": lambda: settle(InboxItem.objects.get(pk=called.line).notice, question.pk),
    }[how]()
    assert judged(life) == []


def test_it_goes_after_seven_weeks(life, called):
    life.clock.shift(KEPT + timedelta(hours=1))
    look_back()
    assert not CallMade.objects.exists()


def test_owners_read_sums_and_nothing_about_fewer_than_five(life, mail, ada, ben, cleo, mina, dana, olga, signed_in):
    for person in (ada, ben, cleo, mina):
        sent(person, 5, looked=person == ada)
    assert sent_to_all() == []
    sent(dana, 5, looked=True)
    [each] = sent_to_all()
    assert (each.concern, each.count, each.share) == (Concern.REPLIES, 25, "40 %")
    sent(dana, 30, ago=timedelta(days=8) if now().weekday() else timedelta(days=6))
    page = signed_in(olga).get("/operating/").content.decode()
    assert "25 sent, 40 % looked at" in page


def test_what_is_too_old_or_not_judged_yet_is_in_no_figure(life, mail, ada, ben, cleo, mina, dana):
    for person in (ada, ben, cleo, mina, dana):
        sent(person, 9, ago=timedelta(days=60))
        sent(person, 9, looked=None)
    assert sent_to_all() == []
    assert never_looked_at(ada, Preferences.objects.of(ada)) is None
    sent(ben, 9)
    assert never_looked_at(ada, Preferences.objects.of(ada)) is None


def test_somebody_is_asked_once_and_says_only_in_the_inbox(life, mail, ada, signed_in):
    sent(ada, 7)
    browser = signed_in(ada)
    assert "you looked at none" not in browser.get(PAGE).content.decode()
    sent(ada, 1)
    assert "Mail, “Replies where I took part”: 8 came in four weeks" in browser.get(PAGE).content.decode()
    assert browser.post(PAGE + "mail/replies/").status_code == 302
    wishes = Preferences.objects.of(ada)
    assert wishes.wish("mail", Concern.REPLIES) is When.NOT
    wishes.wants("mail", Concern.REPLIES, When.AT_ONCE)
    assert never_looked_at(ada, wishes) is None


def test_or_that_it_stays_and_is_not_asked_again(life, mail, ada, signed_in):
    sent(ada, 9)
    before = Preferences.objects.of(ada).wish("mail", Concern.REPLIES)
    browser = signed_in(ada)
    assert browser.delete(PAGE + "mail/replies/").status_code == 302
    assert Preferences.objects.of(ada).wish("mail", Concern.REPLIES) is before
    assert "you looked at none" not in browser.get(PAGE).content.decode()


def test_who_looked_once_is_not_asked_and_others_are_not_told(life, mail, ada, ben, signed_in):
    sent(ada, 20)
    sent(ada, 1, looked=True)
    sent(ben, 20)
    assert never_looked_at(ada, Preferences.objects.of(ada)) is None
    assert signed_in(ada).post(PAGE + "mail/nonsense/").status_code == 404
    assert signed_in(ada).post(PAGE + "pigeon/replies/").status_code == 404
