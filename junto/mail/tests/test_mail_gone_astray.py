"""Somebody of the house mails to an address that is not for them: nothing is posted, and they hear so without learning what is there."""

import pytest
from django.core import mail as sent

from junto.kit.models import Tries
from junto.mail.addresses import reply_address, space_address
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import written
from junto.posts.models import Post, Thread

SAID = "mx.example.org; dmarc={} (p=reject) header.from=example.org"
pytestmark = pytest.mark.usefixtures("mail_comes_in")


def asked(by="ben@example.org", words="The zebra sentence.", subject="Zebras?", **heads):
    return written(words, by=by, subject=subject, **heads)


def letters_about(mail):
    """What its sender is written, without the address of the page."""
    found = [(letter.to, letter.subject, letter.body.replace(f"/mine/{mail.pk}/", "/mine/")) for letter in sent.outbox]
    sent.outbox.clear()
    return found


def an_hour_passes():
    """Whoever was written to may be written to again."""
    Tries.objects.all().delete()


def test_who_does_not_belong_to_a_space_they_see_hears_it_and_posts_after_joining(comes, bench, eve, signed_in):
    mail = comes(asked("eve@example.org"), space_address(bench), "eve@example.org")
    assert (mail.state, mail.reason) == ("given_back", "no_part")
    [letter] = sent.outbox
    assert letter.to == ["eve@example.org"]
    assert "you do not belong to the space" in letter.body
    assert "ebra" not in letter.subject + letter.body
    page = signed_in(eve).get(f"/mail/mine/{mail.pk}/").content.decode()
    assert bench.get_absolute_url() in page
    assert "The zebra sentence." in page
    posts = {"title": "Zebras?", "text": "The zebra sentence."}
    assert signed_in(eve).post(f"/mail/mine/{mail.pk}/", posts).status_code == 409
    bench.add(eve)
    assert signed_in(eve).post(f"/mail/mine/{mail.pk}/", posts).status_code == 302
    assert Thread.objects.get(space=bench).author == eve


def test_a_hidden_space_one_that_is_gone_and_an_address_never_made_are_answered_alike(comes, attic, roasting, eve, signed_in):
    def answered(to):
        mail = comes(asked("eve@example.org"), to, "eve@example.org")
        page = signed_in(eve).get(f"/mail/mine/{mail.pk}/").content.decode()
        assert "Attic" not in page
        an_hour_passes()
        return mail.state, mail.reason, mail.space, letters_about(mail)

    hidden, address = answered(space_address(attic)), space_address(roasting)
    roasting.delete()
    gone, never = answered(address), answered("junto@example.org")
    assert hidden == gone == never
    assert len(never[3]) == 1


def test_another_persons_address_posts_nothing_and_tells_who_is_here(comes, question, ada, ben, eve):
    for by in ("ben@example.org", "eve@example.org", "mallory@elsewhere.example"):
        mail = comes(asked(by, "I am Ada."), reply_address(ada, question.pk), by)
        assert (mail.state, mail.reason) == ("waiting", "other_sender")
        assert mail.is_theirs == (mail.person is not None)
    assert Post.objects.filter(thread=question).count() == 1
    assert [letter.to for letter in sent.outbox] == [["ben@example.org"], ["eve@example.org"]]
    for letter in sent.outbox:
        assert "made for somebody else" in letter.body
        assert not any(word in letter.subject + letter.body for word in ("Ada", "Zebras", "Pump"))
        assert letter.extra_headers["Auto-Submitted"] == "auto-replied"


def test_whose_address_it_is_and_whether_they_are_still_here_is_told_to_nobody(comes, question, ada, dora, ben):
    to_ada = letters_about(comes(asked(), reply_address(ada, question.pk)))
    an_hour_passes()
    to_dora = letters_about(comes(asked(), reply_address(dora, question.pk)))
    assert to_ada == to_dora


@pytest.mark.parametrize("heads", [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"X_Autoreply": "yes"}])
def test_machines_are_not_answered(comes, attic, ben, heads):
    assert comes(asked(**heads), space_address(attic)).state == "passed_over"
    assert sent.outbox == []


def test_a_forged_sender_is_written_nothing(comes, attic, question, bench, eve, ada, settings):
    settings.MAIL_IN_AUTHSERV = "mx.example.org"
    for to in (space_address(attic), space_address(bench), reply_address(ada, question.pk), "junto@example.org"):
        assert comes(asked("eve@example.org", Authentication_Results=SAID.format("fail")), to).state == "waiting", to
    assert sent.outbox == []


def test_one_such_letter_an_hour_and_none_of_those_about_ones_own_mails_is_used_up(comes, question, ada, ben):
    for number in range(3):
        comes(asked(words=f"I am Ada {number}."), reply_address(ada, question.pk))
    assert len(letters_about(IncomingMail.objects.first())) == 1
    question.close(by=ada)
    comes(asked(), reply_address(ben, question.pk))
    assert [letter.subject for letter in sent.outbox] == ["Re: Zebras?"]
