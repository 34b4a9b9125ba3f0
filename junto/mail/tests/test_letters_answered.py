"""Somebody answers a letter that is no conversation: they are told what it was and where to write, and have their words back."""

import pytest
from django.core import mail as sent

from junto.digest.mailings import WeeksLetter
from junto.kit.models import Tries
from junto.kit.work.worker import work_off
from junto.mail.addresses import letter_address, read_address, reply_address
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.means import Mail
from junto.mail.models import IncomingMail, Renewal
from junto.mail.out.heads import Envelope as Around
from junto.mail.out.heads import head
from junto.mail.out.mailing import Calls
from junto.mail.tests.conftest import message
from junto.mail.tests.writing import written
from junto.posts.models import Post

pytestmark = pytest.mark.usefixtures("mail_comes_in")


def answered(comes, to, by="ada@example.org", **heads):
    sent.outbox.clear()
    return comes(written("My own words.", by=by, **heads), to, by)


def told(mail, why):
    [letter] = sent.outbox
    assert (mail.state, mail.is_theirs, letter.to) == ("given_back", True, ["ada@example.org"])
    assert why in letter.body
    assert "My own words." in letter.body
    assert not Post.objects.filter(source="My own words.").exists()


def test_the_days_summary_says_where_to_write_instead(comes, ada, question, discussion):
    Mail.registry["mail"].send(ada, [message(question), message(discussion)], "key")
    told(answered(comes, sent.outbox[0].extra_headers["Reply-To"]), "a mail that tells of several things")


def test_fridays_letter_says_where_to_write_instead(comes, ada):
    around = Around(WeeksLetter.registry["digest"], "key")
    told(answered(comes, head(ada, around)["Reply-To"]), "several things of the week")


def test_the_letter_that_gave_words_back_can_be_answered_and_says_what_to_do(comes, ada, question):
    question.close(by=ada)
    comes(written("Once more."), reply_address(ada, question.pk))
    to = sent.outbox[0].extra_headers["Reply-To"]
    Tries.objects.all().delete()
    told(answered(comes, to), "told of another mail of yours")


def test_a_mail_about_one_conversation_is_answered_there(ada, question):
    Mail.registry["mail"].send(ada, [message(question, post_id=3)], "key")
    assert sent.outbox[0].extra_headers["Reply-To"] == reply_address(ada, question.pk, 3)


def test_where_no_mail_comes_in_no_address_is_given(ada, settings):
    settings.MAIL_IN_ADDRESS = ""
    assert "Reply-To" not in head(ada, Around(Calls.registry["calls"], "key"))


def test_only_whom_it_was_written_to_may_answer_it(comes, ada, ben):
    mail = answered(comes, letter_address(ada, Calls.number), "ben@example.org")
    assert (mail.state, mail.reason) == ("waiting", "other_sender")
    assert "My own words." not in sent.outbox[0].body


def test_an_ended_address_is_none(ada):
    address = letter_address(ada, Calls.number)
    assert read_address(address) is not None
    Renewal.objects.renew(ada)
    assert read_address(address) is None


def test_who_is_away_is_not_answered(comes, ada):
    assert answered(comes, letter_address(ada, Calls.number), Auto_Submitted="auto-replied").state == "passed_over"
    assert sent.outbox == []


def test_two_that_answer_each_other_by_themselves_end_after_one_letter(comes, ada):
    to = letter_address(ada, Calls.number)
    sent.outbox.clear()
    for round_ in range(4):
        take_in(written(f"I am a machine that does not say so, {round_}."), Envelope("ada@example.org", [to]))
        work_off()
        to = sent.outbox[-1].extra_headers["Reply-To"]
    assert len(sent.outbox) == 1
    assert IncomingMail.objects.filter(state="given_back").count() == 4
