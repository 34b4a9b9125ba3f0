"""Hosting never comes by itself: an owner appoints somebody, or a member is offered it and says yes."""

import pytest

from junto.notify.models import InboxItem
from junto.spaces.models import Invitation, Space
from tests.queries import queries_of

LIST = "/unhosted-spaces/"


@pytest.fixture
def brought(db):
    """A space that came with an archive, before anybody was here."""
    return Space.objects.start(by=None, name="Brought along", purpose="What was asked before.")


def appoint(browser, space, who, **more):
    return browser.post(f"{LIST}{space.pk}/host/", {"who": who, **more}, follow=True)


def test_the_first_newcomer_is_a_member_and_is_offered_to_host(signed_in, eve, brought):
    browser = signed_in(eve)
    page = browser.post("/spaces/brought-along/membership/", follow=True).content.decode()
    assert brought.membership_of(eve).role == "member"
    assert "Nobody hosts this space." in page
    browser.post("/spaces/brought-along/lead/")
    assert brought.membership_of(eve).role == "host"


def test_an_owner_sees_which_spaces_have_no_host_and_others_do_not(signed_in, olga, ada, brought, repairs, attic):
    attic.memberships.hosts().delete()
    page = signed_in(olga).get(LIST).content.decode()
    assert "Brought along" in page
    assert "Repairs" not in page
    assert "Attic" not in page
    assert LIST in signed_in(olga).get("/spaces/").content.decode()
    assert LIST not in signed_in(ada).get("/spaces/").content.decode()


def test_a_member_an_owner_appoints_hosts_and_is_told(signed_in, olga, eve, brought, work_done):
    brought.add(eve)
    answer = appoint(signed_in(olga), brought, "eve lindholm")
    work_done()
    assert "Eve Lindholm hosts Brought along now." in answer.content.decode()
    assert brought.membership_of(eve).role == "host"
    assert InboxItem.objects.get(person=eve).notice == "made_host"
    assert "Brought along" not in signed_in(olga).get(LIST).content.decode()


def test_somebody_from_outside_is_invited_and_hosts_only_after_saying_yes(signed_in, olga, eve, brought):
    answer = appoint(signed_in(olga), brought, "eve@example.org")
    assert "Eve Lindholm is invited to host Brought along." in answer.content.decode()
    assert brought.membership_of(eve) is None
    signed_in(eve).post(f"/invitations/{Invitation.objects.get().pk}/acceptance/")
    assert brought.membership_of(eve).role == "host"


def test_who_is_meant_is_asked_and_the_owner_is_nobody_to_appoint(signed_in, olga, ada, cleo, brought):
    browser = signed_in(olga)
    assert "Whom do you mean?" in appoint(browser, brought, "a").content.decode()
    assert "Nobody else here is called that." in appoint(browser, brought, olga.name).content.decode()
    assert not brought.memberships.exists()
    assert not Invitation.objects.exists()
    appoint(browser, brought, "a", person=ada.pk)
    assert Invitation.objects.get().person == ada


def test_where_somebody_hosts_an_owner_appoints_nobody(signed_in, olga, repairs):
    assert appoint(signed_in(olga), repairs, "Eve").status_code == 403


def test_ten_more_spaces_without_a_host_cost_no_more_queries(signed_in, olga, brought):
    browser = signed_in(olga)
    browser.get(LIST)
    before = queries_of(lambda: browser.get(LIST))
    for number in range(10):
        Space.objects.start(by=None, name=f"Brought {number}", purpose="So that it is measured.")
    assert queries_of(lambda: browser.get(LIST)) == before
