"""Somebody mails a question to the address of a space."""

import pytest
from django.core import mail as sent

from junto.mail.addresses import space_address
from junto.mail.incoming import asking
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import written
from junto.posts.models import Thread

SAID = "mx.example.org; spf=pass smtp.mailfrom=example.org; dmarc={} (p=reject) header.from=example.org"


@pytest.fixture
def vouched(mail_comes_in, settings):
    """The mail server in front says who is who."""
    settings.MAIL_IN_AUTHSERV = "mx.example.org"


def question(words="It hums.\n\nVG\nAda", subject="AW: Which pump hums at night?", passes="pass", **heads):
    return written(words, subject=subject, Authentication_Results=SAID.format(passes), **heads)


def test_a_mail_the_mail_server_vouches_for_is_a_question_there(comes, vouched, repairs, ada):
    mail = comes(question(), space_address(repairs))
    assert mail.state == "posted"
    thread = mail.post.thread
    assert (thread.space, thread.author, thread.kind, thread.title) == (repairs, ada, "question", "Which pump hums at night?")
    assert mail.post.source == "It hums."
    assert sent.outbox == []


def test_without_a_subject_the_first_line_is_the_title(comes, vouched, repairs):
    assert comes(question("Which pump hums?\n\nThe blue one?", subject=""), space_address(repairs)).thread.title == "Which pump hums?"


def test_without_words_the_subject_is_all(comes, vouched, repairs):
    mail = comes(question(""), space_address(repairs))
    assert (mail.thread.title, mail.post.source) == ("Which pump hums at night?", "Which pump hums at night?")


def test_a_subject_longer_than_a_title_loses_nothing(comes, vouched, repairs):
    subject = "Which pump " + "really " * 50 + "hums?"
    mail = comes(question(subject=subject), space_address(repairs))
    assert len(mail.thread.title) <= 200
    assert subject in mail.post.source


@pytest.mark.parametrize("passes", ["none", "temperror", "quarantine"])
def test_where_nobody_vouches_the_sender_is_asked_first(comes, vouched, repairs, ada, signed_in, passes):
    mail = comes(question(passes=passes), space_address(repairs))
    assert mail.state == "asking"
    assert not Thread.objects.exists()
    [letter] = sent.outbox
    assert letter.to == ["ada@example.org"]
    assert "hums" not in letter.subject + letter.body
    page = signed_in(ada).get(f"/mail/mine/{mail.pk}/")
    assert "It hums." in page.content.decode()
    answer = signed_in(ada).post(f"/mail/mine/{mail.pk}/", {"title": "Which pump hums?", "text": "It hums."})
    assert answer.status_code == 302
    assert Thread.objects.get().author == ada


def test_pressed_twice_it_is_posted_once(comes, repairs, ada, signed_in):
    mail, browser = comes(written("It hums."), space_address(repairs)), signed_in(ada)
    for _ in range(2):
        browser.post(f"/mail/mine/{mail.pk}/", {"title": "Which pump hums?", "text": "It hums."})
    assert Thread.objects.count() == 1


def test_following_the_link_in_the_letter_posts_nothing(comes, repairs, ada, signed_in, client):
    mail = comes(written("It hums."), space_address(repairs))
    client.get(f"/mail/mine/{mail.pk}/")
    signed_in(ada).get(f"/mail/mine/{mail.pk}/")
    assert not Thread.objects.exists()


def test_nobody_else_may_post_or_read_it(comes, repairs, ben, olga, signed_in):
    mail = comes(written("It hums."), space_address(repairs))
    for somebody in (ben, olga):
        assert signed_in(somebody).get(f"/mail/mine/{mail.pk}/").status_code == 404
        assert signed_in(somebody).post(f"/mail/mine/{mail.pk}/", {"title": "x", "text": "y"}).status_code == 404
    assert not Thread.objects.exists()


def test_who_did_not_write_it_says_so_and_owners_see_it(comes, repairs, ada, signed_in):
    mail = comes(written("It hums."), space_address(repairs))
    signed_in(ada).post(f"/mail/mine/{mail.pk}/", {"_method": "DELETE", "not_mine": "yes"})
    mail.refresh_from_db()
    assert (mail.state, mail.reason, mail.is_theirs) == ("waiting", "not_theirs", False)
    assert signed_in(ada).get(f"/mail/mine/{mail.pk}/").status_code == 404


def test_a_forged_sender_is_told_to_nobody(comes, vouched, repairs):
    mail = comes(question(passes="fail"), space_address(repairs))
    assert (mail.state, mail.reason) == ("waiting", "forged")
    assert sent.outbox == []


def test_what_a_sender_says_in_the_name_of_the_mail_server_is_not_believed(comes, settings, mail_comes_in, repairs):
    settings.MAIL_IN_AUTHSERV = "mx.example.org"
    below = written("It hums.", Authentication_Results="mx.other.example; dmarc=pass header.from=example.org")
    of_another = written("It hums.", Authentication_Results="mx.example.org; dmarc=pass header.from=elsewhere.example")
    in_a_comment = written("It hums.", Authentication_Results="mx.example.org; dmarc=none (dmarc=pass header.from=example.org)")
    first_counts = b"Authentication-Results: mx.example.org; dmarc=none\r\n" + question()
    for raw in (below, of_another, in_a_comment, first_counts):
        assert comes(raw, space_address(repairs)).state == "asking"


def test_without_a_name_set_nobody_is_believed(comes, repairs):
    assert comes(question(), space_address(repairs)).state == "asking"


def test_who_left_between_writing_and_posting_is_told_on_the_page(comes, repairs, ada, signed_in):
    mail = comes(written("It hums."), space_address(repairs))
    repairs.memberships.filter(person=ada).delete()
    answer = signed_in(ada).post(f"/mail/mine/{mail.pk}/", {"title": "Which?", "text": "It hums."})
    assert answer.status_code == 409
    assert "It hums." in answer.content.decode()
    assert not Thread.objects.exists()


def test_only_so_many_letters_an_hour_ask(comes, repairs, ada, monkeypatch):
    monkeypatch.setattr(asking, "ASKED_AN_HOUR", 2)
    for number in range(4):
        comes(written(f"Question {number}"), space_address(repairs))
    assert len(sent.outbox) == 2
    assert IncomingMail.objects.filter(state="asking", person=ada).count() == 4
