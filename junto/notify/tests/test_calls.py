"""People are called of what concerns them, when they want to be, and of nothing they would not be told in the inbox."""

from datetime import time

import pytest

from junto.kit.models import Work
from junto.kit.work.worker import work_off
from junto.notify.models import Call, ClosedWay, Preferences, Sending
from junto.people.blocking import block
from junto.posts.models import ReadPosition, Watch

ANSWERED = "Ben Yılmaz answered “Pump loses pressure overnight”"


@pytest.fixture(autouse=True)
def _on_a_monday(life):
    """Everything here happens at ten on a working day."""


def test_an_answer_is_out_within_a_minute_with_its_words_and_its_reason(life, mail, ada, answer):
    life.goes_on(seconds=59)
    [sending] = mail.sent
    [message] = sending.messages
    assert (sending.person, message.says, message.because) == (ada.pk, ANSWERED, "You asked this question.")
    assert message.post_id == answer.pk
    assert "check valve" in message.plain
    assert "<p" in message.html
    assert message.switch.startswith("/inbox/switch/")
    assert not Call.objects.exists()


def test_what_comes_right_after_each_other_comes_together(life, mail, ada, ben, cleo, question):
    question.reply(by=ben, source="Check the valve.")
    life.goes_on(seconds=20)
    question.reply(by=cleo, source="Or the seal.")
    life.goes_on(seconds=25)
    [sending] = [each for each in mail.sent if each.person == ada.pk]
    assert [message.plain for message in sending.messages] == ["Check the valve.", "Or the seal."]


def test_what_comes_in_quiet_hours_waits_for_their_end(life, mail, ada, ben, question):
    life.goes_on(hours=10)
    question.reply(by=ben, source="Late.")
    life.goes_on(hours=10, minutes=50)
    assert mail.told(ada) == []
    life.goes_on(minutes=11)
    assert mail.told(ada) == [ANSWERED]


def test_a_comment_waits_for_the_summary_where_i_took_part(life, mail, ben, cleo, answer):
    answer.thread.reply(by=cleo, source="True.", parent=answer)
    answer.thread.reply(by=cleo, source="And cheap.", parent=answer)
    life.goes_on(hours=21)
    assert mail.told(ben) == []
    life.goes_on(hours=2)
    [sending] = [each for each in mail.sent if each.person == ben.pk]
    assert [message.plain for message in sending.messages] == ["True.", "And cheap."]


def test_nobody_is_called_of_what_they_read_or_settled_meanwhile(life, mail, ada, answer):
    work_off()
    ReadPosition.objects.reach(answer.thread, ada, answer.pk)
    life.goes_on(minutes=5)
    assert mail.sent == []


@pytest.mark.parametrize("act", ["mute", "block", "leave", "end", "delete"])
def test_what_changes_before_it_goes_out_is_asked_again(life, mail, ada, ben, cleo, olga, bench, act):
    question = bench.threads.model.objects.open(bench, by=ada, title="Among us", source="What now?")
    post = question.reply(by=ben, source="Wait.")
    work_off()
    acts = {
        "mute": lambda: Watch.objects.choose(question, ada, Watch.Level.MUTED),
        "block": lambda: block(ada, ben),
        "leave": lambda: bench.membership_of(ada).end(by=ada),
        "end": lambda: ada.deactivate(by=olga),
        "delete": lambda: post.delete_softly(by=ben),
    }
    acts[act]()
    life.goes_on(hours=30)
    assert mail.told(ada) == []
    assert not Call.objects.filter(person=ada).exists()


def test_what_does_not_fit_into_the_day_waits_for_the_summary(life, mail, ada, ben, question):
    Preferences.objects.of(ada).choose(a_day=2)
    for number in range(4):
        question.reply(by=ben, source=f"Answer {number}.")
        life.goes_on(minutes=2)
    assert len(mail.sent) == 2
    life.goes_on(hours=23)
    assert len(mail.sent) == 3
    assert [message.plain for message in mail.sent[-1].messages] == ["Answer 2.", "Answer 3."]


def test_one_of_many_who_is_refused_holds_up_nobody_and_is_told_when_it_works_again(life, mail, ada, ben, cleo, question):
    Watch.objects.begin(question, cleo)
    mail.broken = {ada.pk}
    question.reply(by=ben, source="Check the valve.")
    life.goes_on(minutes=2)
    assert mail.told(cleo) == [ANSWERED]
    mail.broken = set()
    life.goes_on(minutes=30)
    assert mail.told(ada) == [ANSWERED]


def test_a_way_that_is_closed_for_good_is_said_and_not_tried_again(life, mail, ada, ben, answer):
    mail.gone = {ada.pk}
    life.goes_on(minutes=5)
    assert ClosedWay.objects.get().means == "mail"
    answer.thread.reply(by=ben, source="More.")
    life.goes_on(minutes=5)
    assert not Sending.objects.exists()
    assert not Call.objects.exists()


def test_what_was_killed_after_it_went_out_goes_out_with_the_same_key(life, mail, monkeypatch, ada, answer):
    def killed(sending):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Sending, "went_out", killed)
        with pytest.raises(KeyboardInterrupt):
            life.goes_on(minutes=5)
    life.goes_on(minutes=30)
    assert len(mail.sent) == 2
    assert mail.sent[0].key == mail.sent[1].key


def test_work_that_was_lost_is_made_up_for(life, mail, ada, answer):
    work_off()
    Work.objects.all().delete()
    life.goes_on(minutes=3)
    from junto.notify.calling import catch_up

    life.goes_on(minutes=1)
    catch_up()
    work_off()
    assert mail.told(ada) == [ANSWERED]


def test_who_is_away_is_called_on_the_day_they_are_back(life, mail, ada, answer):
    Preferences.objects.of(ada).choose(back_on="2026-06-04", quiet_to=time(9))
    life.goes_on(days=2, hours=22, minutes=50)
    assert mail.sent == []
    life.goes_on(minutes=11)
    assert mail.told(ada) == [ANSWERED]
