"""A hidden space is nowhere for whoever does not belong: every door answers as for a space that does not exist."""

import pytest

from junto.spaces import urls
from junto.spaces.models import Invitation, JoinRequest, Space
from junto.spaces.subjects import KnownSpaceSubject, SpaceSubject
from tests.village import person

OF_A_SPACE = [route for route in urls.urlpatterns if str(route.pattern).startswith("<str:slug>/")]


def path_of(route, slug, number):
    return "/spaces/" + str(route.pattern).replace("<str:slug>", slug).replace("<int:number>", str(number))


@pytest.mark.parametrize("route", OF_A_SPACE, ids=lambda route: route.name)
def test_every_door_answers_as_if_there_were_nothing(signed_in, eve, olga, dana, ada, attic, cleo, route):
    attic.change(by=cleo, visibility="listed", joining="request")
    asked = JoinRequest.objects.ask(attic, by=dana)
    attic.change(by=cleo, visibility="hidden")
    for somebody in (eve, olga, dana):
        browser = signed_in(somebody)
        for number in (asked.pk, ada.pk):
            for act in (browser.get, browser.post, browser.put, browser.delete):
                hidden, nothing = act(path_of(route, "attic", number)), act(path_of(route, "no-such-space", number))
                assert hidden.status_code == nothing.status_code
                assert hidden.status_code in (404, 405)
    assert attic.membership_of(eve) is None


def test_no_list_filter_or_count_gives_it_away(signed_in, eve, olga, attic):
    attic.topics.set(attic.topics.model.objects.called(["leading"]))
    for somebody in (eve, olga):
        browser = signed_in(somebody)
        for asked in ("", "?words=attic", "?kind=circle", "?topic=leading", "?order=name", "?mine=1"):
            assert "Attic" not in browser.get(f"/spaces/{asked}").content.decode()
    assert list(Space.objects.visible_to(eve)) == []


def test_a_new_space_of_the_same_name_does_not_ask_for_another(signed_in, eve, attic):
    answer = signed_in(eve).post("/spaces/new/", {"name": "Attic", "purpose": "x", "kind": "team", "joining": "open", "visibility": "all"})
    assert answer.status_code == 302


def test_an_invitation_opens_the_name_and_nothing_else(signed_in, eve, cleo, attic):
    Invitation.objects.to_person(eve, space=attic, by=cleo)
    browser = signed_in(eve)
    assert browser.get("/spaces/attic/").status_code == 200
    assert [browser.get(f"/spaces/attic/{page}/").status_code for page in ("people", "settings", "requests", "invitations")] == [403] * 4
    assert not SpaceSubject().seen_by(attic.pk, [eve.pk])
    assert KnownSpaceSubject().seen_by(attic.pk, [eve.pk]) == {eve.pk}


def test_an_invitation_by_somebody_who_left_opens_nothing(signed_in, eve, cleo, ada, attic):
    attic.membership_of(ada).take_role("host", by=cleo)
    Invitation.objects.to_person(eve, space=attic, by=cleo)
    attic.membership_of(cleo).end(by=cleo)
    assert signed_in(eve).get("/spaces/attic/").status_code == 404


def test_whoever_was_taken_out_sees_nothing_from_that_moment(signed_in, ada, cleo, attic):
    browser = signed_in(ada)
    assert browser.get("/spaces/attic/").status_code == 200
    attic.membership_of(ada).end(by=cleo)
    assert browser.get("/spaces/attic/").status_code == 404
    assert not SpaceSubject().seen_by(attic.pk, [ada.pk])


def test_inviting_elsewhere_does_not_suggest_by_membership_of_it(signed_in, cleo, ada, attic, repairs):
    newcomer = person("Nora Quist")
    attic.add(newcomer)
    found = signed_in(cleo).get("/spaces/repairs/invitations/candidates/?words=nora").json()["people"]
    assert [one["name"] for one in found] == ["Nora Quist"]
    assert "Attic" not in str(found)
