"""The whole way, from an answer to a mail in the box: in time, once, through kills and through servers that fail."""

import pytest

from junto.mail.models import AddressTrouble
from junto.mail.tests.conftest import button_of, read
from junto.notify.models import ClosedWay, Sending
from junto.posts.models import Watch


@pytest.fixture(autouse=True)
def _on_a_monday(life):
    """Everything here happens at ten on a working day."""


@pytest.fixture
def mails(box):
    """What arrived for somebody."""

    def arrived(person):
        return [found for found in map(read, box.letters) if found["To"] == person.email]

    return arrived


def test_an_answer_is_in_the_box_within_a_minute(life, mails, ada, ben, answer):
    life.goes_on(seconds=59)
    [mail] = mails(ada)
    assert mail["Subject"] == answer.thread.title
    assert mail["From"].addresses[0].display_name == f"{ben.name} in Junto"
    assert answer.plain[:20] in mail.get_body(("plain",)).get_content()
    assert "/inbox/switch/" in mail.get_body(("html",)).get_content()
    assert mails(ben) == []


def test_killed_after_sending_it_is_the_same_mail_that_comes_again(life, mails, ada, answer, monkeypatch):
    went_out = Sending.went_out
    monkeypatch.setattr(Sending, "went_out", lambda _sending: 1 / 0)
    life.goes_on(seconds=59)
    monkeypatch.setattr(Sending, "went_out", went_out)
    life.goes_on(minutes=5)
    first, *others = mails(ada)
    assert others
    assert {mail["Message-ID"] for mail in others} == {first["Message-ID"]}


def test_while_the_server_fails_mail_waits_and_nobody_is_taken_for_broken(life, mails, ada, box, answer):
    box.says = "451 not now"
    life.goes_on(minutes=2)
    assert mails(ada) == []
    box.says = "250 OK"
    life.goes_on(hours=1)
    assert len(mails(ada)) == 1
    assert not AddressTrouble.objects.exists()


def test_a_refused_address_holds_up_nobody_and_is_opened_again_by_its_person(life, mails, ada, ben, cleo, box, question, signed_in):
    Watch.objects.begin(question, cleo)
    box.refuses = {ada.email: "550 5.1.1 no such mailbox"}
    question.reply(by=ben, source="Check the valve.")
    life.goes_on(minutes=2)
    assert (len(mails(ada)), len(mails(cleo))) == (0, 1)
    assert ClosedWay.objects.get().person_id == ada.pk
    box.refuses = {}
    signed_in(ada).post("/mail/address/")
    question.reply(by=ben, source="Or the seal.")
    life.goes_on(minutes=2)
    assert [mail["Subject"] for mail in mails(ada)] == ["Mail from Junto reaches you", question.title]


def test_who_presses_the_button_gets_no_more_and_still_finds_it_in_the_inbox(life, mails, ada, ben, client, answer, signed_in):
    life.goes_on(minutes=1)
    client.post(button_of(mails(ada)[0]), {"List-Unsubscribe": "One-Click"})
    answer.thread.reply(by=ben, source="Or the seal.")
    life.goes_on(hours=30)
    assert len(mails(ada)) == 1
    assert answer.thread.title in signed_in(ada).get("/inbox/").content.decode()


def test_who_left_meanwhile_is_written_nothing_of_what_was_said_inside(life, box, ada, ben, cleo, bench):
    question = bench.threads.model.objects.open(bench, by=ada, title="Among us", source="What now?")
    question.reply(by=ben, source="A word for members.")
    bench.membership_of(ada).end(by=ada)
    life.goes_on(hours=30)
    assert not any(b"Among us" in letter or b"members" in letter for letter in box.letters)
