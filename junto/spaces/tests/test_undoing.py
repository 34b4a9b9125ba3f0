"""What is done with one press is undone with one press, with and without script."""

import re
from datetime import timedelta

import pytest
from django.core import signing

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.spaces.models import Invitation, JoinRequest, Membership, Space


def undo(browser, said):
    """Presses the Undo that a page offers."""
    button = re.search(r"<button(?=[^>]*formaction)[^>]*undo=[^>]*>", said.content.decode())[0]
    method = re.search(r'value="(\w+)"', button)
    return browser.post(re.search(r'formaction="([^"]+)"', button)[1], {"_method": method[1]} if method else {}, follow=True)


def test_whoever_was_taken_out_is_back_with_the_part_they_had(signed_in, cleo, mina, repairs):
    browser = signed_in(cleo)
    before = Membership.objects.get(person=mina)
    said = browser.post(f"/spaces/repairs/people/{mina.pk}/", {"_method": "DELETE"}, follow=True)
    assert repairs.membership_of(mina) is None
    undo(browser, said)
    undo(browser, said)
    back = repairs.membership_of(mina)
    assert (back.role, back.since) == ("mentor", before.since)
    assert Space.objects.get(pk=repairs.pk).people_count == 4


def test_nobody_else_brings_anybody_back_and_nothing_else_is_brought_back(signed_in, cleo, ada, ben, repairs, bench, time_machine):
    browser = signed_in(cleo)
    said = browser.post(f"/spaces/repairs/people/{ben.pk}/", {"_method": "DELETE"}, follow=True)
    path = re.search(r'formaction="(/spaces/repairs/people/[^"]+)"', said.content.decode())[1]
    assert signed_in(ada).post(path).status_code == 403
    assert signed_in(ben).post(path).status_code == 403
    bench.membership_of(ben).end(by=ben)
    assert "too late" in browser.post(path.replace("repairs", "bench-notes"), follow=True).content.decode()
    assert "too late" in browser.post(f"/spaces/repairs/people/{ben.pk}/?undo=mentor", follow=True).content.decode()
    time_machine.move_to(now() + timedelta(hours=2))
    assert "too late" in signed_in(cleo).post(path, follow=True).content.decode()
    assert not Membership.objects.filter(person=ben).exists()


def test_an_invitation_that_was_put_aside_waits_again(signed_in, eve, cleo, attic):
    invitation = Invitation.objects.to_person(eve, space=attic, by=cleo)
    browser = signed_in(eve)
    said = browser.post(f"/invitations/{invitation.pk}/acceptance/", {"_method": "DELETE"}, follow=True)
    assert browser.get("/spaces/attic/").status_code == 404
    assert "Cleo Marchetti invites you" in undo(browser, said).content.decode()
    assert browser.post(f"/invitations/{invitation.pk}/acceptance/").headers["Location"] == "/spaces/attic/"


@pytest.mark.parametrize("meanwhile", ["left", "invited anew"])
def test_what_changed_meanwhile_is_not_undone(meanwhile, signed_in, eve, ada, repairs):
    invitation = Invitation.objects.to_person(eve, space=repairs, by=ada)
    browser = signed_in(eve)
    said = browser.post(f"/invitations/{invitation.pk}/acceptance/", {"_method": "DELETE"}, follow=True)
    if meanwhile == "left":
        repairs.membership_of(ada).end(by=ada)
    else:
        Invitation.objects.to_person(eve, space=repairs, by=ada)
    undo(browser, said)
    assert Invitation.objects.waiting_for(eve).count() == (meanwhile == "invited anew")


def test_an_invitation_that_was_taken_back_is_not_brought_back_by_whoever_was_invited(signed_in, eve, ada, repairs):
    invitation = Invitation.objects.to_person(eve, space=repairs, by=ada)
    invitation.end()
    path = f"/invitations/{invitation.pk}/acceptance/"
    forged = signing.dumps({"declined": invitation.pk}, salt="/invitations/0/acceptance/")
    assert "too late" in signed_in(eve).post(f"{path}?undo={forged}", {"_method": "PUT"}, follow=True).content.decode()
    assert not Invitation.objects.waiting_for(eve).exists()


def test_whoever_was_not_let_in_waits_again_and_nobody_is_told_twice(signed_in, eve, cleo, bench):
    asked = JoinRequest.objects.ask(bench, by=eve, message="I mend lamps.")
    browser = signed_in(cleo)
    said = browser.post(f"/spaces/bench-notes/requests/{asked.pk}/", {"_method": "DELETE"}, follow=True)
    assert "I mend lamps." in undo(browser, said).content.decode()
    assert FactRecord.objects.filter(kind="JoinRequested").count() == 1
    bench.add(eve)
    undo(browser, said)
    assert not JoinRequest.objects.exists()
