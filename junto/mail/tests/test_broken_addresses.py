"""An address that takes no mail is written to no more, its person knows, and nobody else waits behind it."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest

from junto.kit.clock import now
from junto.mail.models import AddressTrouble
from junto.mail.out.refusals import Verdict, verdict
from junto.mail.out.reports import complained, did_not_arrive
from junto.mail.tests.conftest import message
from junto.notify.means import Unreachable
from junto.notify.models import ClosedWay, InboxItem
from junto.operating.checks.mail import finding
from junto.operating.models import Neighbour

GONE = "550 5.1.1 no such mailbox"


@pytest.mark.parametrize(
    ("code", "said", "meant"),
    [
        (550, "5.1.1 <ada@example.org>: Recipient address rejected: User unknown", Verdict.CLOSED),
        (550, "5.2.1 The email account that you tried to reach is disabled", Verdict.CLOSED),
        (550, "No such user here", Verdict.CLOSED),
        (553, "sorry, that domain isn't in my list of allowed rcpthosts", Verdict.CLOSED),
        (450, "4.2.0 greylisted, come back in 5 minutes", Verdict.LATER),
        (452, "4.2.2 mailbox full", Verdict.LATER),
        (552, "5.2.2 mailbox full", Verdict.LATER),
        (451, "try again later", Verdict.LATER),
        (554, "5.7.1 Relay access denied", Verdict.NOT_THE_MAILBOX),
        (550, "5.7.26 Unauthenticated email is not accepted", Verdict.NOT_THE_MAILBOX),
        (554, "rejected: listed at a blocklist", Verdict.NOT_THE_MAILBOX),
        (530, "5.7.0 Authentication required", Verdict.NOT_THE_MAILBOX),
    ],
)
def test_a_refusal_is_read_for_what_it_is_about(code, said, meant):
    assert verdict(code, said) is meant


def test_an_address_refused_for_good_is_written_to_no_more_and_the_others_get_theirs(box, means, ada, ben, work_done):
    box.refuses = {ada.email: GONE}
    with pytest.raises(Unreachable):
        means.send(ada, [message()], "key")
    means.send(ben, [message()], "key")
    box.refuses = {}
    assert not means.reaches(ada)
    with pytest.raises(Unreachable):
        means.send(ada, [message()], "another key")
    assert len(box.letters) == 1


def test_its_person_is_told_in_the_inbox_and_on_the_page(box, means, ada, work_done, signed_in):
    box.refuses = {ada.email: GONE}
    for key in ("key", "another key"):
        with pytest.raises(Unreachable):
            means.send(ada, [message()], key)
    work_done()
    browser = signed_in(ada)
    assert InboxItem.objects.filter(person=ada, notice="mail_stopped").count() == 1
    assert "does not arrive" in browser.get("/inbox/").content.decode()
    page = browser.get("/mail/").content.decode()
    assert "550 5.1.1" in page
    assert "no such mailbox" not in page


def test_nobody_else_is_told(box, means, ada, ben, olga, work_done, signed_in):
    box.refuses = {ada.email: GONE}
    with pytest.raises(Unreachable):
        means.send(ada, [message()], "key")
    work_done()
    assert not InboxItem.objects.exclude(person=ada).exists()
    assert "550" not in signed_in(ben).get("/mail/").content.decode()


def test_owners_read_how_many_and_not_whose(db, ada, settings):
    settings.MAIL_WORKS, settings.JUNTO_URL = True, "https://junto.example.org"
    Neighbour.keep("mail sent", "")
    AddressTrouble.objects.close(ada, AddressTrouble.Kind.REFUSED)
    said = str(finding({look.name: look for look in Neighbour.objects.all()}).says)
    assert "1 address takes no mail" in said
    assert "ada" not in said.lower()


def test_the_person_says_that_it_works_and_a_letter_shows_it(box, means, ada, signed_in, work_done):
    AddressTrouble.objects.close(ada, AddressTrouble.Kind.REFUSED)
    signed_in(ada).post("/mail/address/")
    work_done()
    assert means.reaches(ada)
    assert b"reaches you again" in box.letters[0]


def test_it_is_closed_again_when_the_letter_comes_back(box, means, ada, signed_in, work_done):
    box.refuses = {ada.email: GONE}
    AddressTrouble.objects.close(ada, AddressTrouble.Kind.REFUSED)
    signed_in(ada).post("/mail/address/")
    work_done()
    assert not means.reaches(ada)


def test_another_address_is_another_matter(means, ada, work_done):
    AddressTrouble.objects.close(ada, AddressTrouble.Kind.REFUSED)
    ClosedWay.objects.close(ada, "mail")
    ada.take_address("ada@new.example.org")
    assert means.reaches(ada)
    work_done()
    assert not ClosedWay.objects.exists()


def test_what_passes_is_tried_again_until_it_has_lasted_too_long(box, means, ada, time_machine):
    box.refuses = {ada.email: "450 4.2.0 come back later"}
    for _ in range(2):
        with pytest.raises(SMTPRecipientsRefused):
            means.send(ada, [message()], "key")
    assert means.reaches(ada)
    time_machine.move_to(now() + AddressTrouble.PATIENCE + timedelta(hours=1))
    with pytest.raises(Unreachable):
        means.send(ada, [message()], "key")
    assert not means.reaches(ada)


def test_one_mail_that_gets_through_ends_the_patience(box, means, ada):
    box.refuses = {ada.email: "450 4.2.0 come back later"}
    with pytest.raises(SMTPRecipientsRefused):
        means.send(ada, [message()], "key")
    box.refuses = {}
    means.send(ada, [message()], "key")
    assert not AddressTrouble.objects.exists()


def test_a_server_that_does_not_take_us_closes_nobodys_address(box, means, ada, settings):
    box.refuses = {ada.email: "554 5.7.1 Relay access denied"}
    with pytest.raises(SMTPRecipientsRefused):
        means.send(ada, [message()], "key")
    box.refuses, box.says = {}, "554 5.6.0 no such words here"
    with pytest.raises(SMTPDataError):
        means.send(ada, [message()], "key")
    settings.EMAIL_PORT = 9
    with pytest.raises(OSError, match="refused"):
        means.send(ada, [message()], "key")
    assert not AddressTrouble.objects.exists()


def test_broken_off_before_the_answer_it_is_sent_again_as_the_same_mail(box, means, ada):
    box.says = "421 going down"
    with pytest.raises((SMTPDataError, SMTPServerDisconnected)):
        means.send(ada, [message()], "key")
    box.says = "250 OK"
    means.send(ada, [message()], "key")
    assert len(box.letters) == 1


def test_a_report_that_comes_later_counts_the_same(means, ada, ben, cleo):
    did_not_arrive(ada, "5.1.1")
    did_not_arrive(ben, "5.7.1 blocked")
    complained(cleo)
    assert [means.reaches(person) for person in (ada, ben, cleo)] == [False, True, False]
