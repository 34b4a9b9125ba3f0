"""A mail as long as a book: a page shows how it begins, all of it can be taken along, and nothing is posted that was cut down."""

import pytest
from django.core import mail as sent

from junto.mail.addresses import reply_address, space_address
from junto.mail.tests.writing import written
from junto.people.models import Look

LINES = 20_000
LAST = f"line {LINES - 1} of a long story about a pump"
BOOK = "\n".join(f"line {number} of a long story about a pump" for number in range(LINES))
pytestmark = pytest.mark.usefixtures("mail_comes_in")


def saved(answer):
    """What a browser saves, and never shows."""
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    return answer.content.decode()


def test_a_mail_too_long_for_a_post_is_refused_with_a_sentence_a_beginning_and_a_file(comes, repairs, ada, ben, signed_in):
    mail = comes(written(BOOK, subject="A story"), space_address(repairs))
    browser = signed_in(ada)
    page = browser.get(f"/mail/mine/{mail.pk}/").content.decode()
    assert len(page) < 60_000
    assert "It is longer than a post can be" in page
    assert "line 0 of" in page
    assert LAST not in page
    assert page.partition('name="text"')[2].partition(">")[2].partition("</textarea>")[0].strip() == ""
    assert saved(browser.get(f"/mail/mine/{mail.pk}/words/")) == BOOK
    assert signed_in(ben).get(f"/mail/mine/{mail.pk}/words/").status_code == 404


def test_what_its_author_makes_of_it_is_posted_whole(comes, repairs, ada, signed_in):
    mail = comes(written(BOOK, subject="A story"), space_address(repairs))
    browser, short = signed_in(ada), BOOK[:39_000]
    again = browser.post(f"/mail/mine/{mail.pk}/", {"title": "A story", "text": BOOK})
    assert again.status_code == 422
    assert browser.post(f"/mail/mine/{mail.pk}/", {"title": "A story", "text": short}).status_code == 302
    mail.refresh_from_db()
    assert mail.post.source == short.rstrip()


def test_a_mail_that_fits_is_filled_in_whole(comes, repairs, ada, signed_in):
    words = "\n".join(f"step {number}" for number in range(1500))
    mail = comes(written(words, subject="Steps"), space_address(repairs))
    assert words in signed_in(ada).get(f"/mail/mine/{mail.pk}/").content.decode()


def test_an_owner_reads_the_beginning_and_takes_all_of_it_and_leaves_a_look(comes, olga, ada, signed_in):
    mail = comes(written(BOOK), "junto@example.org")
    page = signed_in(olga).get(f"/mail/waiting/{mail.pk}/").content.decode()
    assert len(page) < 70_000
    assert LAST not in page
    Look.objects.all().delete()
    assert saved(signed_in(olga).get(f"/mail/waiting/{mail.pk}/words/")) == BOOK
    assert Look.objects.concerning(ada).count() == 1


def test_the_letter_that_gives_a_long_mail_back_says_that_it_is_the_beginning(comes, question, ben):
    comes(written(BOOK, by="ben@example.org"), reply_address(ben, question.pk))
    [letter] = sent.outbox
    assert len(letter.body) < 60_000
    assert letter.body.rstrip().endswith("where you take it with you as a file.]")
