"""Somebody sees what they sent, what was cut off and what hung on it, and has it back with a press."""

from secrets import token_hex

import pytest

from junto.mail.addresses import read_address, reply_address, space_address
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import part, with_parts, written
from tests.queries import queries_of

CUT = "Look at the valve.\n\n-- \nBen\nTel. 0123"


@pytest.fixture
def mail(comes, question, ben) -> IncomingMail:
    return comes(written(CUT, by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")


def test_what_was_cut_off_can_be_read_and_put_back(mail, ben, signed_in):
    page = signed_in(ben).get(f"/mail/mine/{mail.pk}/").content.decode()
    assert "Tel. 0123" in page
    signed_in(ben).post(f"/mail/mine/{mail.pk}/whole/")
    mail.post.refresh_from_db()
    assert mail.post.source == CUT
    assert mail.post.edited_by == ben


def test_who_may_no_longer_edit_puts_nothing_back(mail, question, ben, signed_in):
    question.space.memberships.filter(person=ben).delete()
    assert signed_in(ben).post(f"/mail/mine/{mail.pk}/whole/").status_code == 404
    mail.post.refresh_from_db()
    assert mail.post.source == "Look at the valve."


def test_the_conversation_leads_there_and_only_for_who_wrote_by_mail(mail, ben, ada, signed_in):
    to = f"/mail/mine/{mail.pk}/"
    assert to in signed_in(ben).get(f"/threads/{mail.thread_id}/").content.decode()
    assert to not in signed_in(ada).get(f"/threads/{mail.thread_id}/").content.decode()


def test_what_hung_on_it_is_handed_out_as_a_file_that_no_browser_runs(comes, question, ben, signed_in):
    page = part(
        "<script>alert(1)</script>", "text/html; name=../../evil.html", Content_Disposition='attachment; filename="../../evil.html"'
    )
    mail = comes(with_parts(part("See there."), page, by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")
    answer = signed_in(ben).get(f"/mail/mine/{mail.pk}/attachments/1/")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="_.._evil.html"'
    assert signed_in(ben).get(f"/mail/mine/{mail.pk}/attachments/2/").status_code == 404


def test_what_was_given_back_can_be_posted_when_nothing_is_in_its_way_any_more(comes, question, ada, ben, signed_in):
    question.close(by=ada)
    mail = comes(written("Look at the valve.", by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")
    sent = {"text": "Look at the valve."}
    again = signed_in(ben).post(f"/mail/mine/{mail.pk}/", sent)
    assert again.status_code == 409
    assert "Look at the valve." in again.content.decode()
    question.reopen(by=ada)
    assert signed_in(ben).post(f"/mail/mine/{mail.pk}/", sent).status_code == 302
    assert question.posts.get(kind="answer").author == ben


def test_who_ends_their_addresses_can_be_sure_of_it(question, ben, mail_comes_in, signed_in):
    to = reply_address(ben, question.pk)
    signed_in(ben).post("/mail/addresses/")
    assert read_address(to) is None
    assert read_address(reply_address(ben, question.pk)) is not None


def test_members_read_the_address_of_their_space_and_others_do_not(repairs, ada, eve, mail_comes_in, signed_in):
    address = space_address(repairs)
    assert address in signed_in(ada).get("/spaces/repairs/").content.decode()
    assert address not in signed_in(eve).get("/spaces/repairs/").content.decode()


def test_where_no_mail_comes_in_no_page_speaks_of_it(repairs, ada, settings, signed_in):
    settings.MAIL_IN_ADDRESS = ""
    assert "by mail" not in signed_in(ada).get("/spaces/repairs/").content.decode()


def test_the_list_asks_the_same_however_long_it_is(mail_comes_in, repairs, ada, signed_in):
    def ten_more() -> None:
        begun = {"person": ada, "is_theirs": True, "space": repairs, "state": "asking", "recipient": "junto@example.org"}
        IncomingMail.objects.bulk_create(IncomingMail(key=token_hex(8), **begun) for _ in range(10))

    browser = signed_in(ada)
    ten_more()
    browser.get("/mail/mine/")
    before = queries_of(lambda: browser.get("/mail/mine/"))
    ten_more()
    assert queries_of(lambda: browser.get("/mail/mine/")) == before
