"""A form that is sent twice by mistake, by a double press or after a lost connection, invites once."""

import re

from django.core import mail
from django.test.utils import override_settings

from junto.spaces.models import Invitation
from junto.spaces.tests.test_inviting import TO, by_address, links, text_of

MARK = "0f2b9c1e-6a3d-4c57-9e0b-1d2f3a4b5c6d"


def by_link(browser, **more):
    return browser.post(f"{TO}links/", {"uses": "1", "days": "7", "mark": MARK, **more})


def test_a_link_whose_form_is_sent_twice_is_one_link_and_says_so(signed_in, ada, repairs):
    browser = signed_in(ada)
    once, twice = by_link(browser), by_link(browser)
    assert links(once) == links(twice)
    assert Invitation.objects.count() == 1
    assert "sent twice" not in text_of(once)
    assert "The form was sent twice; the invitation was made once." in text_of(twice)
    assert browser.get(links(twice)[0].removeprefix("http://testserver")).status_code == 200


def test_every_page_of_invitations_gives_its_forms_a_mark_of_their_own(signed_in, ada, repairs):
    browser = signed_in(ada)
    marks = [re.findall(r'name="mark" value="([^"]{36})"', browser.get(TO).content.decode()) for _ in range(2)]
    assert len({*marks[0], *marks[1]}) == 6


def test_other_words_under_the_same_mark_make_another_link(signed_in, ada, ben, repairs):
    browser = signed_in(ada)
    assert len({*links(by_link(browser)), *links(by_link(browser, uses="3")), *links(by_link(signed_in(ben)))}) == 3


def test_a_link_taken_back_is_not_shown_again(signed_in, ada, repairs):
    browser = signed_in(ada)
    [first] = links(by_link(browser))
    Invitation.objects.get().end()
    [second] = links(by_link(browser))
    assert first != second
    assert Invitation.objects.standing().count() == 1


@override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org", INVITATIONS_A_DAY=3)
def test_addresses_sent_twice_get_one_letter_each_and_count_once(signed_in, ada, repairs, work_done):
    browser = signed_in(ada)
    answers = [by_address(browser, "a@example.org, b@example.org", mark=MARK) for _ in range(2)]
    work_done()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert sorted(letter.to[0] for letter in mail.outbox) == ["a@example.org", "b@example.org"]
    assert Invitation.objects.standing().count() == Invitation.objects.count() == 2
