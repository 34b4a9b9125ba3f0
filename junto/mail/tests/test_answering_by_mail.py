"""Somebody answers a mail of ours, and it is an answer."""

import sys
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as sent

from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.mail.addresses import helped_address, reply_address
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import part, with_parts, written
from junto.posts.models import Acceptance, Helped

QUOTED = "\n\nOn 3 May 2026 at 10:15, Junto <junto@example.org> wrote:\n\n> It stands at 2 bar.\n> No leak.\n"
pytestmark = pytest.mark.usefixtures("mail_comes_in")


def opening_of(thread):
    return thread.posts.get(kind="opening")


def test_an_answer_to_a_question_is_an_answer_there(comes, question, ben):
    to = reply_address(ben, question.pk, opening_of(question).pk)
    mail = comes(written("Look at the check valve." + QUOTED, by="ben@example.org"), to)
    assert mail.state == "posted"
    assert (mail.post.kind, mail.post.author, mail.post.source) == ("answer", ben, "Look at the check valve.")
    assert sent.outbox == []


def test_an_answer_to_an_answer_is_a_comment_below_it(comes, answer, ada):
    mail = comes(written("Which one?"), reply_address(ada, answer.thread_id, answer.pk))
    assert (mail.post.kind, mail.post.parent) == ("comment", answer)


def test_an_answer_to_a_comment_stands_beside_it(comes, answer, ada, ben):
    comment = answer.thread.reply(by=ada, source="Which one?", parent=answer)
    mail = comes(written("The left one.", by="ben@example.org"), reply_address(ben, answer.thread_id, comment.pk))
    assert (mail.post.kind, mail.post.parent) == ("comment", answer)


def test_in_a_discussion_everybody_speaks_in_turn(comes, discussion, ben, ada):
    reply = discussion.reply(by=ada, source="Hoses.")
    mail = comes(written("And belts.", by="ben@example.org"), reply_address(ben, discussion.pk, reply.pk))
    assert (mail.post.kind, mail.post.parent) == ("reply", None)


@pytest.mark.parametrize("words", ["That helped, thanks!", "Danke, das hat geholfen.", "Merci, ça marche !", "Solved it."])
def test_thanks_by_who_asked_solve_the_question_and_are_no_post(comes, answer, ada, words):
    mail = comes(written(words + QUOTED), reply_address(ada, answer.thread_id, answer.pk))
    assert mail.state == "marked"
    assert Acceptance.objects.get(thread=answer.thread).post == answer
    assert Helped.objects.filter(post=answer, person=ada).exists()
    assert answer.thread.posts.count() == 2


def test_more_than_thanks_is_posted_as_well(comes, answer, ada):
    mail = comes(written("Danke, das hat geholfen.\n\nEs war das linke Ventil."), reply_address(ada, answer.thread_id, answer.pk))
    assert mail.state == "posted"
    assert mail.post.source == "Danke, das hat geholfen.\n\nEs war das linke Ventil."
    assert Acceptance.objects.filter(post=answer).exists()


@pytest.mark.parametrize("words", ["Thanks!", "That did not help.", "It worked for a day, then it stopped.", "Hat geholfen?"])
def test_what_only_sounds_like_it_accepts_nothing(comes, answer, ada, words):
    assert comes(written(words), reply_address(ada, answer.thread_id, answer.pk)).post.source == words
    assert not Acceptance.objects.exists()


def test_thanks_by_somebody_else_say_that_it_helped_them_and_accept_nothing(comes, answer, mina):
    comes(written("this helped me", by="mina@example.org"), reply_address(mina, answer.thread_id, answer.pk))
    assert Helped.objects.filter(post=answer, person=mina).exists()
    assert not Acceptance.objects.exists()


def test_thanks_never_move_an_acceptance(comes, answer, ada, ben):
    answer.accept(by=ada)
    other = answer.thread.reply(by=ben, source="Or the seal.")
    comes(written("it worked"), reply_address(ada, answer.thread_id, other.pk))
    assert Acceptance.objects.get(thread=answer.thread).post == answer
    assert Helped.objects.filter(post=other, person=ada).exists()


def test_an_empty_mail_to_the_address_beside_an_answer_is_the_press_of_the_button(comes, answer, ada):
    mail = comes(written(""), helped_address(ada, answer.thread_id, answer.pk))
    assert mail.state == "marked"
    assert Acceptance.objects.get(thread=answer.thread).post == answer


def test_ones_own_answer_is_not_marked(comes, answer, ben):
    mail = comes(written("", by="ben@example.org"), helped_address(ben, answer.thread_id, answer.pk))
    assert (mail.state, mail.reason) == ("given_back", "no_helping")


def given_back(mail):
    [letter] = sent.outbox
    assert mail.state == "given_back"
    assert letter.to == [mail.person.email]
    assert letter.extra_headers["Auto-Submitted"] == "auto-replied"
    assert "My own words." in letter.body
    assert f"https://junto.example.org/mail/mine/{mail.pk}/" in letter.body
    return mail.reason


def test_a_closed_conversation_gives_the_words_back(comes, question, ada, ben):
    question.close(by=ada)
    assert given_back(comes(written("My own words.", by="ben@example.org"), reply_address(ben, question.pk))) == "closed"


def test_a_space_one_left_gives_the_words_back(comes, question, ben):
    question.space.memberships.filter(person=ben).delete()
    assert given_back(comes(written("My own words.", by="ben@example.org"), reply_address(ben, question.pk))) == "left"


def test_what_one_may_not_see_any_more_and_what_is_gone_are_answered_alike(comes, secret, question, ada):
    secret.space.memberships.filter(person=ada).delete()
    hidden = given_back(comes(written("My own words."), reply_address(ada, secret.pk)))
    first = sent.outbox.pop().body
    question.delete_softly(by=ada)
    with time_machine.travel(now() + timedelta(hours=2), tick=False):
        gone = given_back(comes(written("My own words."), reply_address(ada, question.pk)))
    assert hidden == gone == "gone"
    assert first.rpartition("/mail/")[0] == sent.outbox[0].body.rpartition("/mail/")[0]
    assert "Attic" not in first
    assert secret.title not in first


def test_an_address_of_last_year_gives_the_words_back(comes, question, ben):
    to = reply_address(ben, question.pk)
    with time_machine.travel(now() + timedelta(days=300), tick=False):
        assert given_back(comes(written("My own words.", by="ben@example.org"), to)) == "old"


def test_a_text_too_long_for_a_post_is_given_back(comes, question, ben):
    mail = comes(written("My own words. " + "long " * 9000, by="ben@example.org"), reply_address(ben, question.pk))
    assert given_back(mail) == "too_long"


def test_only_quoted_words_are_no_answer(comes, question, ben):
    mail = comes(written(" \n", by="ben@example.org"), reply_address(ben, question.pk))
    assert (mail.state, mail.reason) == ("given_back", "empty")


def test_at_most_one_such_letter_an_hour(comes, question, ada, ben):
    question.close(by=ada)
    for number in range(3):
        comes(written(f"My own words. {number}", by="ben@example.org"), reply_address(ben, question.pk))
    assert len(sent.outbox) == 1
    assert IncomingMail.objects.filter(state="given_back", person=ben).count() == 3


def test_addresses_that_only_look_like_hers_are_not_hers(comes, question, ada):
    for by in ("ａda@example.org", "аda@example.org", "ada@example.org, eve@example.org", "ada@example.org.elsewhere.example"):
        assert comes(written("I am Ada.", by=by), reply_address(ada, question.pk)).state == "waiting", by


def test_two_senders_are_none(comes, question, ada):
    raw = written("I am Ada.").replace(b"Subject:", b"From: eve@example.org\r\nSubject:")
    assert comes(raw, reply_address(ada, question.pk)).state == "waiting"


def test_a_sender_the_mail_server_calls_forged_posts_nothing(comes, question, ada, settings):
    settings.MAIL_IN_AUTHSERV = "mx.example.org"
    said = "mx.example.org; spf=fail; dmarc=fail (p=none) header.from=example.org"
    mail = comes(written("I am Ada.", Authentication_Results=said), reply_address(ada, question.pk))
    assert (mail.state, mail.reason) == ("waiting", "forged")


def test_whose_account_ended_posts_nothing(comes, question, dora):
    mail = comes(written("Me again.", by="dora@example.org"), reply_address(dora, question.pk))
    assert (mail.state, mail.reason) == ("waiting", "ended")


def test_the_same_mail_brought_twice_is_posted_once(comes, question, ben):
    to, raw = reply_address(ben, question.pk), written("Look at the check valve.", by="ben@example.org")
    comes(raw, to)
    again = b"Received: from elsewhere\r\n" + raw
    assert take_in(again, Envelope("ben@example.org", [to.upper()])) == 0
    assert question.posts.filter(kind="answer").count() == 1


def test_killed_after_posting_and_before_it_is_done_it_is_posted_once(question, ben, monkeypatch):
    take_in(written("Look at the check valve.", by="ben@example.org"), Envelope("ben@example.org", [reply_address(ben, question.pk)]))
    with monkeypatch.context() as killed:
        killed.setattr("junto.mail.incoming.answering.tell_of_attachments", lambda mail: sys.exit())
        with pytest.raises(SystemExit):
            work_off()
    assert question.posts.filter(kind="answer").count() == 0
    work_off()
    assert question.posts.filter(kind="answer").count() == 1


def test_what_hung_on_it_is_kept_and_its_author_is_told_where(comes, question, ben):
    picture = part("iVBORw0KGgo=", 'image/png; name="valve.png"', Content_Transfer_Encoding="base64", Content_Disposition="attachment")
    mail = comes(with_parts(part("See the picture."), picture, by="ben@example.org"), reply_address(ben, question.pk))
    assert (mail.post.source, mail.attachments) == ("See the picture.", 1)
    assert f"/mail/mine/{mail.pk}/" in sent.outbox[0].body


def test_a_sealed_mail_is_given_back(comes, question, ben):
    sealed = with_parts(
        part("Version: 1", "application/pgp-encrypted"),
        part("-----BEGIN", "application/octet-stream"),
        kind="encrypted",
        by="ben@example.org",
    )
    mail = comes(sealed, reply_address(ben, question.pk))
    assert (mail.state, mail.reason) == ("given_back", "sealed")


def test_a_signed_mail_is_read(comes, question, ben):
    signed = with_parts(
        part("Look at the valve."), part("x", "application/pgp-signature; name=signature.asc"), kind="signed", by="ben@example.org"
    )
    mail = comes(signed, reply_address(ben, question.pk))
    assert (mail.post.source, mail.attachments) == ("Look at the valve.", 0)
