"""What an invitation opens, and for whom."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.people.models import Block, Person
from junto.spaces.models import Invitation, UsedUp
from tests.village import PASSWORD

NEW = {"name": "Nils Berg", "email": "nils@example.org", "password": "four lamps in a row"}
GONE = "This invitation is no longer good"


def made(**terms):
    invitation, token = Invitation.objects.by_link(**terms)
    return invitation, f"/invitations/{token}/"


def test_looking_says_who_invites_to_what_and_uses_nothing_up(ada, repairs):
    invitation, link = made(by=ada, space=repairs)
    answer = Client().get(link)
    page = answer.content.decode()
    assert "Ada Okafor invites you" in page
    assert repairs.purpose in page
    assert "I already have an account: sign in" in page
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    invitation.refresh_from_db()
    assert invitation.used == 0


def test_a_stranger_becomes_a_person_and_a_member_and_lands_in_the_space(ada, attic, cleo):
    invitation, link = made(by=cleo, space=attic, role="mentor")
    browser = Client()
    answer = browser.post(link, NEW)
    newcomer = Person.objects.by_email("nils@example.org")
    assert answer.headers["Location"] == "/spaces/attic/"
    assert attic.membership_of(newcomer).role == "mentor"
    assert browser.get("/spaces/attic/").status_code == 200
    assert EmailAddress.objects.get(user=newcomer).email == "nils@example.org"
    assert FactRecord.objects.get(kind="InvitationUsed").data["inviter_person_id"] == cleo.pk
    assert Client().post("/account/login/", {"login": "nils@example.org", "password": NEW["password"]}).status_code == 302


def test_an_address_that_the_invitation_names_is_not_asked_and_cannot_be_changed(ada, repairs):
    _, link = made(by=ada, space=repairs, email="Nils@Example.org")
    assert 'name="email"' not in Client().get(link).content.decode()
    Client().post(link, {**NEW, "email": "other@example.org"})
    assert Person.objects.by_email("nils@example.org").name == "Nils Berg"
    assert Person.objects.by_email("other@example.org") is None


@pytest.mark.parametrize(("field", "given"), [("password", "password12"), ("password", "short"), ("name", " "), ("email", "nils")])
def test_what_will_not_do_is_said_beside_the_field_and_nothing_is_used_up(ada, repairs, field, given):
    invitation, link = made(by=ada, space=repairs)
    answer = Client().post(link, {**NEW, field: given})
    invitation.refresh_from_db()
    assert answer.status_code == 422
    assert invitation.used == 0
    assert not Person.objects.filter(name="Nils Berg").exists()


def test_an_address_that_somebody_has_is_answered_like_any_refusal(ada, ben, repairs):
    invitation, link = made(by=ada, space=repairs, uses=5)
    _, fixed = made(by=ada, space=repairs, email="ben@example.org")
    for answer in (Client().post(link, {**NEW, "email": "BEN@example.org"}), Client().post(fixed, NEW)):
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "That did not work. If you already have an account, sign in with it" in page
        assert "has this address" not in page
    invitation.refresh_from_db()
    assert invitation.used == 0
    ben.refresh_from_db()
    assert ben.check_password(PASSWORD)


def test_whoever_has_an_account_signs_in_and_comes_back(eve, ada, repairs):
    _, link = made(by=ada, space=repairs)
    browser = Client()
    sign_in = re.search(r'href="(/account/login/\?next=[^"]+)"', browser.get(link).content.decode())[1]
    answer = browser.post(sign_in, {"login": eve.email, "password": PASSWORD})
    assert answer.headers["Location"] == link


def test_whoever_is_signed_in_joins_with_one_press(signed_in, eve, ada, attic, cleo):
    _, link = made(by=cleo, space=attic)
    browser = signed_in(eve)
    assert "Join" in browser.get(link).content.decode()
    assert attic.membership_of(eve) is None
    assert browser.post(link).headers["Location"] == "/spaces/attic/"
    assert attic.membership_of(eve).role == "member"


def test_a_member_who_follows_a_link_uses_nothing_up(signed_in, ada, ben, repairs):
    invitation, link = made(by=ada, space=repairs)
    assert signed_in(ben).post(link).headers["Location"] == "/spaces/repairs/"
    invitation.refresh_from_db()
    assert invitation.used == 0


def test_an_invitation_for_another_address_is_not_for_who_is_signed_in(signed_in, eve, ada, repairs):
    _, link = made(by=ada, space=repairs, email="nils@example.org")
    browser = signed_in(eve)
    assert "this invitation was made for somebody else" in browser.get(link).content.decode()
    browser.post(link)
    assert repairs.membership_of(eve) is None


def test_into_the_house_one_comes_without_a_space(olga):
    _, link = made(by=olga)
    answer = Client().post(link, NEW)
    assert answer.headers["Location"] == "/spaces/"
    assert Person.objects.by_email("nils@example.org").memberships.count() == 0


# What was brought along


def test_a_claim_gives_the_person_of_an_import_an_account_and_keeps_the_name(olga, repairs):
    imported = Person.objects.join(name="freddy")
    repairs.add(imported)
    _, link = made(by=olga, claims=imported)
    assert "freddy" in Client().get(link).content.decode()
    browser = Client()
    browser.post(link, {"email": "fred@example.org", "password": NEW["password"]})
    imported.refresh_from_db()
    assert imported.email == "fred@example.org"
    assert imported.name == "freddy"
    assert imported.check_password(NEW["password"])
    assert browser.get("/spaces/repairs/people/").status_code == 200
    assert Client().get(link).status_code == 404


def test_a_claim_is_not_for_somebody_who_has_an_account(signed_in, eve, olga):
    imported = Person.objects.join(name="freddy")
    _, link = made(by=olga, claims=imported)
    browser = signed_in(eve)
    assert "made for somebody else" in browser.get(link).content.decode()
    browser.post(link)
    imported.refresh_from_db()
    assert imported.email is None


def test_what_was_claimed_by_another_link_cannot_be_claimed_again(olga):
    imported = Person.objects.join(name="freddy")
    _, first = made(by=olga, claims=imported)
    _, second = made(by=olga, claims=imported)
    Client().post(first, {"email": "fred@example.org", "password": NEW["password"]})
    assert GONE in Client().post(second, {"email": "eva@example.org", "password": NEW["password"]}).content.decode()
    imported.refresh_from_db()
    assert imported.email == "fred@example.org"


# No longer good


def test_unknown_expired_used_up_and_taken_back_look_the_same(signed_in, ada, eve, repairs, time_machine):
    expired, used, ended = (made(by=ada, space=repairs, days=days)[1] for days in (1, 14, 14))
    signed_in(eve).post(used)
    Invitation.objects.order_by("-pk").first().end()
    time_machine.move_to(now() + timedelta(days=2))
    answers = [Client().get(link) for link in (expired, used, ended, "/invitations/nothing/", "/invitations/" + "x" * 300 + "/")]
    assert {answer.status_code for answer in answers} == {404}
    assert all(GONE in answer.content.decode() for answer in answers)
    assert len({without_token_and_address(answer) for answer in answers}) == 1
    own = {"X-Request-ID", "Content-Length"}  # the pages are the same but for the address, so their lengths tell no more than that
    heads = [{name: value for name, value in answer.headers.items() if name not in own} for answer in answers]
    assert all(head == heads[0] for head in heads)


def without_token_and_address(answer):
    """The form for the language holds a token of its own each time, and the address that was asked for."""
    page, masked = re.subn(r'(name="csrfmiddlewaretoken" value=")\w{64}"', r'\1TOKEN"', answer.content.decode())
    address = f'name="next" value="{answer.wsgi_request.path}"'
    assert (masked, page.count(address)) == (1, 1)
    return page.replace(address, 'name="next" value="ADDRESS"')


def test_a_link_that_ended_while_somebody_typed_says_so_and_makes_nobody(ada, repairs):
    invitation, link = made(by=ada, space=repairs)
    invitation.end()
    assert GONE in Client().post(link, NEW).content.decode()
    assert Person.objects.by_email("nils@example.org") is None


def test_using_up_is_counted_by_the_row(ada, eve, ben, repairs):
    invitation, _ = made(by=ada, space=repairs)
    other = Invitation.objects.get(pk=invitation.pk)
    invitation.use(eve)
    with pytest.raises(UsedUp):
        other.use(ben)


def test_a_link_with_three_uses_lets_three_in(ada, repairs):
    _, link = made(by=ada, space=repairs, uses=3)
    answers = [Client().post(link, {**NEW, "email": f"n{number}@example.org"}) for number in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 404]


def test_across_a_block_a_link_is_no_longer_good(signed_in, ada, eve, repairs):
    _, link = made(by=ada, space=repairs, uses=5)
    Block.objects.create(person=eve, blocked=ada)
    answer = signed_in(eve).get(link)
    assert answer.status_code == 404
    assert GONE in answer.content.decode()
    assert Client().get(link).status_code == 200


def test_guessing_is_slowed_down(ada, repairs):
    _, link = made(by=ada, space=repairs)
    browser = Client()
    statuses = {browser.post(link, {**NEW, "email": "ada@example.org"}).status_code for _ in range(35)}
    assert statuses == {422, 429}


# An invitation for somebody who is here


@pytest.fixture
def waiting(attic, cleo, eve):
    return Invitation.objects.to_person(eve, space=attic, by=cleo)


def test_it_stands_on_the_list_of_spaces_and_on_the_space(signed_in, eve, waiting):
    browser = signed_in(eve)
    for path in ("/spaces/", "/spaces/attic/"):
        page = browser.get(path).content.decode()
        assert "Cleo Marchetti invites you" in page
        assert f'formaction="/invitations/{waiting.pk}/acceptance/"' in page
    assert browser.get("/spaces/attic/people/").status_code == 403


def test_accepting_makes_a_member(signed_in, eve, attic, waiting):
    answer = signed_in(eve).post(f"/invitations/{waiting.pk}/acceptance/")
    assert answer.headers["Location"] == "/spaces/attic/"
    assert attic.membership_of(eve).role == "member"


def test_not_now_takes_the_hidden_space_out_of_sight_again(signed_in, eve, attic, waiting):
    browser = signed_in(eve)
    browser.post(f"/invitations/{waiting.pk}/acceptance/", {"_method": "DELETE"})
    assert browser.get("/spaces/attic/").status_code == 404
    assert browser.post(f"/invitations/{waiting.pk}/acceptance/").status_code == 404


def test_nobody_answers_for_somebody_else(signed_in, ben, eve, attic, waiting):
    assert signed_in(ben).post(f"/invitations/{waiting.pk}/acceptance/").status_code == 404
    assert signed_in(ben).delete(f"/invitations/{waiting.pk}/acceptance/").status_code == 404
    assert attic.membership_of(ben) is None


def test_an_expired_invitation_shows_the_hidden_space_no_longer(signed_in, eve, waiting, time_machine):
    browser = signed_in(eve)
    time_machine.move_to(now() + timedelta(days=61))
    assert signed_in(eve).get("/spaces/attic/").status_code == 404
    assert browser.post(f"/invitations/{waiting.pk}/acceptance/").status_code in (401, 404)


def test_joining_another_way_settles_all_invitations(eve, ada, ben, repairs):
    for inviter in (ada, ben):
        Invitation.objects.to_person(eve, space=repairs, by=inviter)
    repairs.add(eve)
    assert not Invitation.objects.waiting_for(eve).exists()
