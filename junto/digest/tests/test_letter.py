"""The letter of an edition: what still stands when it goes out, once."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from junto.digest import letter
from junto.digest.models import Edition
from junto.digest.rounds import compose_portion
from junto.digest.week import gather
from junto.kit.clock import now
from junto.kit.models import Work
from junto.kit.work.worker import work_off
from junto.mail.models import Stop
from junto.notify.models import Call, Level
from junto.posts.models import Thread
from tests.digest import MONDAY

pytestmark = pytest.mark.usefixtures("mail_works", "a_working_day")


@pytest.fixture
def a_working_day(time_machine):
    """Friday at noon: nobody's quiet hour."""
    time_machine.move_to(datetime(2026, 11, 20, 12, tzinfo=UTC))


@pytest.fixture
def on_its_way(question, answer, mina):
    """Mina's edition, with its letter waiting in the queue; it holds Ben's answer alone."""
    work_off()
    mail.outbox.clear()
    compose_portion([mina.pk], MONDAY, gather(MONDAY, now()))
    return Edition.objects.get(person=mina)


def test_it_says_who_shared_what_where_and_why_in_html_and_plain(on_its_way, mina):
    work_off()
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([mina.email], "Friday’s letter: Pump loses pressure overnight")
    for said in (sent.body, sent.alternatives[0][0]):
        for words in ("Ben Yılmaz answered", "because you belong to Repairs", "check valve", "https://junto.example.org/posts/"):
            assert words in said
    assert "Not this any more" in sent.body


def test_it_can_be_stopped_by_one_press_in_the_mail_program(on_its_way, mina, client):
    work_off()
    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = headers["List-Unsubscribe"].strip("<>").removeprefix("https://junto.example.org")
    client.get(link)
    assert not Stop.objects.stands(mina, "digest")
    client.post(link, {"List-Unsubscribe": "One-Click"})
    assert Stop.objects.stands(mina, "digest")


def test_it_speaks_the_language_of_its_reader(on_its_way, mina):
    mina.change_profile(language="de")
    work_off()
    assert mail.outbox[0].subject.startswith("Freitagsbrief:")


@pytest.mark.parametrize("what", ["deleted", "post deleted", "hidden", "closed", "stopped", "gone"])
def test_what_does_not_stand_any_more_is_in_no_letter(what, on_its_way, question, answer, mina, cleo, olga):
    {
        "deleted": lambda: question.delete_softly(by=cleo),
        "post deleted": lambda: answer.delete_softly(by=cleo),
        "hidden": lambda: (mina.memberships.get().end(by=mina), question.space.change(by=cleo, visibility="hidden")),
        "closed": lambda: question.close(by=cleo),
        "stopped": lambda: Stop.objects.begin(mina, "digest"),
        "gone": lambda: mina.deactivate(by=olga),
    }[what]()
    work_off()
    assert [sent for sent in mail.outbox if sent.to == ["mina@example.org"]] == []
    assert Edition.objects.get(pk=on_its_way.pk).letter_at is None


def test_a_question_that_was_answered_meanwhile_asks_nobody_any_more(repairs, ada, ben, mina):
    asked = Thread.objects.open(repairs, by=ada, title="Which grease?", source="It hums.")
    compose_portion([mina.pk], MONDAY, gather(MONDAY, now()))
    asked.reply(by=ben, source="The red one.")
    work_off()
    assert not [sent for sent in mail.outbox if sent.to == [mina.email]]


def test_a_server_that_fails_gets_it_again_and_only_one_arrives(on_its_way, monkeypatch):
    real = letter.send
    monkeypatch.setattr(letter, "send", lambda *_: 1 / 0)
    work_off()
    assert mail.outbox == []
    monkeypatch.setattr(letter, "send", real)
    Work.objects.filter(listener=letter.send_letter.name).update(run_at=now(), lease_until=None)
    work_off()
    letter.send_letter(on_its_way.pk)
    assert len(mail.outbox) == 1


def test_killed_while_it_was_sent_it_does_not_come_twice(on_its_way, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    monkeypatch.setattr(letter, "send", killed)
    with pytest.raises(Killed):
        letter.send_letter(on_its_way.pk)
    monkeypatch.undo()
    letter.send_letter(on_its_way.pk)
    assert mail.outbox == []


def test_without_mail_the_page_has_it(on_its_way, settings, mina, signed_in):
    settings.MAIL_WORKS = False
    work_off()
    assert mail.outbox == []
    assert "Ben Yılmaz answered" in signed_in(mina).get("/digest/").content.decode()


def test_what_somebody_wanted_to_hear_of_on_friday_comes_along_by_its_title_and_is_called_for_once(repairs, roasting, dana, mina, answer):
    Level.objects.choose(mina, "all", space=roasting)
    work_off()
    wanted = Thread.objects.open(roasting, by=dana, title="How dark is too dark?", source="Smoke at 230.")
    work_off()
    assert Call.objects.for_friday("mail").filter(person=mina).count() == 1
    compose_portion([mina.pk], MONDAY, gather(MONDAY, now()))
    mail.outbox.clear()
    work_off()
    (sent,) = [sent for sent in mail.outbox if sent.to == [mina.email]]
    assert sent.body.count(wanted.title) == 1
    assert not Call.objects.filter(person=mina, when="friday").exists()


def test_who_has_only_what_they_asked_to_hear_of_gets_a_letter_with_that(roasting, dana, eve):
    eve.change_profile(languages=["fr"])
    Level.objects.choose(eve, "all", space=roasting)
    Thread.objects.open(roasting, by=dana, title="How dark is too dark?", source="Smoke at 230 degrees.", language="en")
    work_off()
    compose_portion([eve.pk], MONDAY, gather(MONDAY, now()))
    mail.outbox.clear()
    work_off()
    assert [(sent.to, sent.subject) for sent in mail.outbox] == [([eve.email], "Friday’s letter: How dark is too dark?")]


def test_in_quiet_hours_it_waits_until_they_are_over(on_its_way, mina, time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 22, tzinfo=UTC), tick=False)
    work_off()
    assert mail.outbox == []
    time_machine.move_to(datetime(2026, 11, 23, 7, 1, tzinfo=UTC), tick=False)
    work_off()
    assert [sent.to for sent in mail.outbox].count([mina.email]) == 1
