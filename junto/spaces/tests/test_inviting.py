"""Inviting people to a space or to the house."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import override_settings

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.people.models import Block
from junto.spaces.models import Invitation
from tests.village import person

TO = "/spaces/repairs/invitations/"


def links(answer):
    return re.findall(r'value="(http://testserver/invitations/[^"]+)"', answer.content.decode())


def text_of(answer):
    return unescape(answer.content.decode())


def told(somebody):
    return FactRecord.objects.filter(kind="PersonInvited", data__person_id=somebody.pk).count()


def by_address(browser, addresses, to=TO, **more):
    return browser.post(f"{to}addresses/", {"addresses": addresses, "days": "14", **more})


def by_name(browser, who, to=TO, **more):
    return browser.post(f"{to}people/", {"who": who, **more}, follow=True)


# By name


def test_somebody_is_invited_by_name(signed_in, ada, eve, repairs):
    answer = by_name(signed_in(ada), "eve lindholm")
    assert "Eve Lindholm is invited." in text_of(answer)
    assert Invitation.objects.waiting_for(eve).get().space == repairs
    assert told(eve) == 1


def test_a_part_of_a_name_leads_to_a_choice(signed_in, ada, eve, dana, repairs):
    person("Evelyn Marsh")
    answer = by_name(signed_in(ada), "eve")
    assert "Whom do you mean?" in text_of(answer)
    assert answer.status_code == 422
    assert not Invitation.objects.exists()
    by_name(signed_in(ada), "eve", person=eve.pk)
    assert Invitation.objects.get().person == eve


def test_an_address_in_the_field_for_a_name_gets_a_link(signed_in, ada, repairs):
    assert len(links(by_name(signed_in(ada), "New Person <new@example.org>"))) == 1
    refused = by_name(signed_in(ada), "new@")
    assert refused.status_code == 422
    assert "There is no e-mail address in this." in text_of(refused)


def test_suggestions_are_ten_at_most_and_nobody_who_belongs(signed_in, ada, ben, dora, repairs):
    for number in range(12):
        person(f"P{number} Bender", what_i_do="Bends")
    found = signed_in(ada).get(f"{TO}candidates/?words=ben").json()["people"]
    assert len(found) == 10
    assert {one["note"] for one in found} == {"Bends"}
    assert signed_in(ada).get(f"{TO}candidates/?words=dora").json() == {"people": []}
    assert signed_in(ada).get(f"{TO}candidates/?words=yilmaz").json() == {"people": []}
    assert signed_in(ada).get(f"{TO}candidates/").json() == {"people": []}


def test_somebody_who_belongs_cannot_be_invited_again(signed_in, ada, ben, repairs):
    assert "Nobody outside this space is called that." in text_of(by_name(signed_in(ada), "Ben Yılmaz", person=ben.pk))
    assert not Invitation.objects.exists()


def test_inviting_twice_tells_once_and_another_inviter_counts_for_themselves(signed_in, ada, ben, eve, repairs):
    for inviter in (ada, ada, ben):
        by_name(signed_in(inviter), "Eve Lindholm")
    assert Invitation.objects.waiting_for(eve).count() == 2


def test_a_block_looks_the_same_to_who_invites_and_tells_nobody(signed_in, ada, bob, repairs, roasting):
    repairs.membership_of(bob).end(by=bob)
    answer = by_name(signed_in(ada), "Bob Nkemelu")
    assert "Bob Nkemelu is invited." in text_of(answer)
    assert f"{TO}{Invitation.objects.get().pk}/" in text_of(answer)
    assert told(bob) == 0
    assert not Invitation.objects.waiting_for(bob).exists()


def test_a_block_set_afterwards_ends_the_effect_and_lifting_it_brings_it_back(ada, eve, repairs):
    Invitation.objects.to_person(eve, space=repairs, by=ada)
    block = Block.objects.create(person=eve, blocked=ada)
    assert not Invitation.objects.waiting_for(eve).exists()
    block.delete()
    assert Invitation.objects.waiting_for(eve).exists()


# By address


def test_without_mail_each_address_gets_a_link_to_hand_over_shown_once(signed_in, ada, repairs):
    browser = signed_in(ada)
    answer = by_address(browser, "new@example.org\nnobody\nother@example.org")
    shown = links(answer)
    assert len(shown) == 2
    assert "Line 2: no address in it" in text_of(answer)
    assert answer.headers["Cache-Control"].count("no-store")
    token = shown[0].rstrip("/").rpartition("/")[2]
    assert Invitation.objects.opened_by(token).email == "new@example.org"
    assert not Invitation.objects.filter(token_hash__contains=token).exists()
    assert token not in browser.get(TO).content.decode()
    assert mail.outbox == []


def test_the_links_can_be_kept_as_a_file_that_no_spreadsheet_runs(signed_in, ada, repairs):
    answer = by_address(signed_in(ada), "+new@example.org")
    file = unquote(re.search(r'href="(data:text/csv[^"]+)" download="invitations.csv"', text_of(answer))[1])
    assert file.splitlines()[1] == f"'+new@example.org,{links(answer)[0]}"


def test_a_file_is_read_like_what_is_typed(signed_in, ada, repairs):
    file = SimpleUploadedFile("list.csv", "Name;E-Mail\nJürgen;j@example.org\nbad\n".encode("cp1252"))
    answer = by_address(signed_in(ada), "k@example.org", file=file)
    assert set(Invitation.objects.values_list("email", flat=True)) == {"j@example.org", "k@example.org"}
    assert "Line 3: no address in it" in text_of(answer)


def test_a_list_without_addresses_is_told_and_kept(signed_in, ada, repairs):
    answer = by_address(signed_in(ada), "nobody at all")
    assert answer.status_code == 422
    assert "nobody at all" in text_of(answer)
    assert "There is no e-mail address in this." in text_of(answer)


def test_a_file_that_is_too_large_is_refused(signed_in, ada, repairs):
    answer = by_address(signed_in(ada), "", file=SimpleUploadedFile("list.txt", b"a@example.org\n" * 20_000))
    assert "too large" in text_of(answer)
    assert not Invitation.objects.exists()


def test_whoever_has_an_account_with_that_address_hears_of_it_here(signed_in, ada, eve, repairs):
    by_address(signed_in(ada), "EVE@example.org")
    assert Invitation.objects.waiting_for(eve).get().space == repairs
    assert told(eve) == 1
    assert "Eve Lindholm" not in text_of(signed_in(ada).get(TO))


def test_a_member_invited_by_address_is_not_told(signed_in, ada, ben, repairs):
    answer = by_address(signed_in(ada), "ben@example.org")
    assert len(links(answer)) == 1
    assert told(ben) == 0


def test_a_second_link_for_an_address_replaces_the_first(signed_in, ada, repairs):
    browser = signed_in(ada)
    first, second = (links(by_address(browser, "new@example.org"))[0] for _ in range(2))
    assert browser.get(first).status_code == 404
    assert browser.get(second).status_code == 200


def test_where_mail_works_the_links_are_mailed_and_not_shown(signed_in, ada, repairs, work_done):
    ada.change_profile(language="en")
    with override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org"):
        answer = by_address(signed_in(ada), "new@example.org")
        work_done()
    letter = mail.outbox[0]
    assert "A letter is on its way." in text_of(answer)
    assert "/invitations/" not in re.sub(r"/repairs/invitations/", "", text_of(answer))
    assert letter.to == ["new@example.org"]
    assert letter.subject == "An invitation to “Repairs”"
    assert "Ada Okafor invites you" in letter.body
    token = re.search(r"https://junto\.example\.org/invitations/([^/]+)/", letter.body)[1]
    assert Invitation.objects.opened_by(token).email == "new@example.org"


def test_no_letter_goes_out_for_an_invitation_that_was_taken_back(signed_in, ada, repairs, work_done):
    with override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org"):
        by_address(signed_in(ada), "new@example.org")
        Invitation.objects.get().end()
        work_done()
    assert mail.outbox == []


def test_no_letter_crosses_a_block(signed_in, ada, bob, repairs, work_done):
    repairs.membership_of(bob).end(by=bob)
    with override_settings(MAIL_WORKS=True, JUNTO_URL="https://junto.example.org"):
        answer = by_address(signed_in(ada), "bob@example.org")
        work_done()
    assert "A letter is on its way." in text_of(answer)
    assert mail.outbox == []
    assert told(bob) == 0


# By link


def test_a_link_has_uses_an_end_and_a_part(signed_in, cleo, repairs):
    answer = signed_in(cleo).post(f"{TO}links/", {"uses": "3", "days": "7", "role": "mentor"})
    made = Invitation.objects.get()
    assert len(links(answer)) == 1
    assert (made.uses, made.role, made.email) == (3, "mentor", "")
    assert timedelta(days=6) < made.expires_at - now() < timedelta(days=8)


def test_a_link_without_a_sensible_number_of_uses_is_refused(signed_in, cleo, repairs):
    browser = signed_in(cleo)
    refused = [browser.post(f"{TO}links/", {"uses": uses, "days": "7", "role": "member"}) for uses in ("0", "501", "many")]
    assert [answer.status_code for answer in refused] == [422] * 3
    assert not Invitation.objects.exists()


# Who may, and how long it holds


def test_members_invite_members_only(signed_in, ada, repairs):
    browser = signed_in(ada)
    assert "They come in as" not in text_of(browser.get(TO))
    browser.post(f"{TO}links/", {"uses": "1", "days": "7", "role": "host"})
    assert Invitation.objects.get().role == "member"


@pytest.mark.parametrize("slug", ["bench-notes", "attic"])
def test_to_closed_spaces_only_hosts_invite(signed_in, ada, cleo, bench, attic, slug):
    assert signed_in(cleo).get(f"/spaces/{slug}/invitations/").status_code == 200
    assert signed_in(ada).get(f"/spaces/{slug}/invitations/").status_code == 403
    assert signed_in(ada).post(f"/spaces/{slug}/invitations/links/", {"uses": "1", "days": "7"}).status_code == 403


def test_outsiders_invite_nobody(signed_in, eve, olga, repairs):
    for somebody in (eve, olga):
        browser = signed_in(somebody)
        assert browser.get(TO).status_code == 403
        assert browser.get(f"{TO}candidates/?words=a").status_code == 403
        assert by_address(browser, "x@example.org").status_code == 403


def test_members_see_their_own_open_invitations_and_hosts_all(signed_in, ada, ben, cleo, repairs):
    for inviter, address in ((ada, "a@example.org"), (ben, "b@example.org")):
        Invitation.objects.by_link(by=inviter, space=repairs, email=address)
    assert "b@example.org" not in text_of(signed_in(ada).get(TO))
    assert {"a@example.org", "b@example.org"} <= set(re.findall(r"\w@example\.org", text_of(signed_in(cleo).get(TO))))


def test_an_invitation_is_taken_back_by_who_made_it_or_a_host(signed_in, ada, ben, cleo, repairs):
    mine, _ = Invitation.objects.by_link(by=ada, space=repairs)
    theirs, token = Invitation.objects.by_link(by=ben, space=repairs)
    browser = signed_in(ada)
    assert browser.post(f"{TO}{theirs.pk}/", {"_method": "DELETE"}).status_code == 404
    assert browser.post(f"{TO}{mine.pk}/", {"_method": "DELETE"}).status_code == 302
    assert Invitation.objects.opened_by(token) is not None
    signed_in(cleo).delete(f"{TO}{theirs.pk}/")
    assert Invitation.objects.opened_by(token) is None


def test_an_invitation_of_another_space_is_not_taken_back_here(signed_in, cleo, roasting, repairs):
    elsewhere, _ = Invitation.objects.by_link(by=roasting.started_by, space=roasting)
    assert signed_in(cleo).delete(f"{TO}{elsewhere.pk}/").status_code == 404


def test_invitations_rest_while_the_account_of_who_invites_is_ended(ada, olga, repairs):
    _, token = Invitation.objects.by_link(by=ada, space=repairs)
    ada.deactivate(by=olga)
    assert Invitation.objects.opened_by(token) is None


def test_invitations_end_with_the_right_to_invite(ada, ben, cleo, repairs):
    def made(by, **terms):
        return Invitation.objects.by_link(by=by, space=repairs, **terms)[1]

    def good(token):
        return Invitation.objects.opened_by(token) is not None

    left, stays, hosts, lent = made(ada), made(ben), made(cleo), made(cleo, role="host")
    repairs.membership_of(ada).end(by=ada)
    assert not good(left)
    repairs.membership_of(ben).take_role("host", by=cleo)
    repairs.membership_of(cleo).take_role("member", by=ben)
    assert good(hosts)
    assert not good(lent)
    repairs.change(by=ben, joining="request")
    assert not good(hosts)
    assert good(stays)


# A day's measure


@pytest.fixture
def two_a_day():
    with override_settings(INVITATIONS_A_DAY=2):
        yield


@pytest.mark.usefixtures("two_a_day")
def test_one_person_invites_so_many_a_day_however_they_do_it(signed_in, ada, eve, dana, repairs, time_machine):
    browser = signed_in(ada)
    assert by_address(browser, "a@example.org b@example.org c@example.org").status_code == 422
    assert not Invitation.objects.exists()
    by_address(browser, "a@example.org")
    by_name(browser, "Eve Lindholm")
    refused = [by_address(browser, "b@example.org"), by_name(browser, "Dana Roth"), browser.post(f"{TO}links/", {"uses": "1", "days": "7"})]
    assert all("at most 2 people a day; you can still invite 0 today" in text_of(answer) for answer in refused)
    time_machine.move_to(now() + timedelta(days=1, minutes=1))
    assert len(links(by_address(signed_in(ada), "b@example.org"))) == 1


@pytest.mark.usefixtures("two_a_day")
def test_owners_bring_a_whole_house_in(signed_in, olga):
    answer = by_address(signed_in(olga), " ".join(f"p{n}@example.org" for n in range(5)), to="/invitations/")
    assert len(links(answer)) == 5


# Into the house


def test_owners_invite_into_the_house(signed_in, olga):
    browser = signed_in(olga)
    assert "Invite to this Junto" in text_of(browser.get("/invitations/"))
    by_address(browser, "new@example.org", to="/invitations/")
    browser.post("/invitations/links/", {"uses": "5", "days": "7"})
    made = list(Invitation.objects.all())
    assert [each.space for each in made] == [None, None]
    browser.delete(f"/invitations/{made[0].pk}/")
    assert made[0] not in Invitation.objects.good()


def test_nobody_else_invites_into_the_house(signed_in, cleo, eve, repairs):
    for somebody in (cleo, eve):
        browser = signed_in(somebody)
        assert browser.get("/invitations/").status_code == 403
        assert by_address(browser, "x@example.org", to="/invitations/").status_code == 403


def test_an_invitation_into_the_house_ends_with_the_keys(olga):
    person("Second Owner", is_owner=True)
    _, token = Invitation.objects.by_link(by=olga)
    assert Invitation.objects.opened_by(token) is not None
    olga.end_ownership(by=olga)
    assert Invitation.objects.opened_by(token) is None
