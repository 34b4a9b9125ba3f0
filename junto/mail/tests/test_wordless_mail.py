"""A mail that says nothing: nothing is posted, and its sender hears so."""

import pytest
from django.core import mail as sent

from junto.mail.addresses import reply_address, space_address
from junto.mail.tests.writing import part, with_parts, written

pytestmark = pytest.mark.usefixtures("mail_comes_in")
PICTURE = part("iVBORw0KGgo=", 'image/png; name="valve.png"', Content_Transfer_Encoding="base64", Content_Disposition="attachment")
SIGNED = "-- \nBen Yilmaz\nField technician\nPumps Ltd\n"
WORDLESS = {
    "a signature": written(SIGNED, by="ben@example.org"),
    "the line of a phone": written("\n\nSent from my iPhone\n", by="ben@example.org"),
    "a picture": with_parts(PICTURE, by="ben@example.org"),
    "a picture and a signature": with_parts(part(SIGNED), PICTURE, by="ben@example.org"),
    "a picture alone, without parts": written(
        "iVBORw0KGgo=", by="ben@example.org", Content_Type="image/png", Content_Transfer_Encoding="base64"
    ),
    "spaces": written(" \n\u200b\n", by="ben@example.org"),
    "an empty page": written("<html><body><br></body></html>", by="ben@example.org", Content_Type="text/html"),
}


@pytest.mark.parametrize("raw", WORDLESS.values(), ids=WORDLESS)
def test_a_mail_that_says_nothing_posts_nothing_and_its_sender_hears_so(comes, question, ben, raw, signed_in):
    mail = comes(raw, reply_address(ben, question.pk), "ben@example.org")
    assert (mail.state, mail.reason) == ("given_back", "empty")
    assert question.posts.count() == 1
    [letter] = sent.outbox
    assert letter.to == ["ben@example.org"]
    assert "no words of yours could be found" in letter.body
    assert signed_in(ben).get(f"/mail/mine/{mail.pk}/").status_code == 200


def test_a_question_without_words_or_subject_is_told_about_too(comes, repairs, settings):
    settings.MAIL_IN_AUTHSERV = "mx.example.org"
    vouched = "mx.example.org; dmarc=pass header.from=example.org"
    mail = comes(written(SIGNED, by="ben@example.org", subject="", Authentication_Results=vouched), space_address(repairs))
    assert (mail.state, mail.reason, len(sent.outbox)) == ("given_back", "empty", 1)


def test_thanks_with_a_name_below_are_still_words(comes, question, ben):
    assert comes(written("Thanks,\nBen", by="ben@example.org"), reply_address(ben, question.pk)).state == "posted"
