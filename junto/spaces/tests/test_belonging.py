"""Joining, leaving, and who leads."""

from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.spaces.models import LastHost, Membership, Space


def people_of(space):
    return Space.objects.get(pk=space.pk).people_count


def test_whoever_wants_to_joins_an_open_space(signed_in, eve, repairs):
    answer = signed_in(eve).post("/spaces/repairs/membership/")
    assert answer.headers["Location"] == "/spaces/repairs/"
    assert repairs.membership_of(eve).role == "member"
    assert people_of(repairs) == 4


def test_joining_twice_changes_nothing(signed_in, eve, repairs):
    browser = signed_in(eve)
    browser.post("/spaces/repairs/membership/")
    browser.post("/spaces/repairs/membership/")
    assert people_of(repairs) == 4
    assert FactRecord.objects.filter(kind="MemberJoined", data__person_id=eve.pk).count() == 1


def test_a_closed_door_stays_closed(signed_in, eve, bench, attic):
    browser = signed_in(eve)
    assert browser.post("/spaces/bench-notes/membership/").status_code == 403
    assert browser.post("/spaces/attic/membership/").status_code == 404
    assert not Membership.objects.filter(person=eve).exists()


def test_leaving_can_be_undone_where_the_door_is_open(signed_in, ada, repairs):
    browser = signed_in(ada)
    answer = browser.post("/spaces/repairs/membership/", {"_method": "DELETE"}, follow=True)
    assert repairs.membership_of(ada) is None
    assert people_of(repairs) == 2
    assert "You have left Repairs." in answer.content.decode()
    assert 'formaction="/spaces/repairs/membership/"' in answer.content.decode()


def test_leaving_says_what_coming_back_takes(signed_in, ada, bench, attic):
    browser = signed_in(ada)
    assert "To come back, you ask the hosts." in browser.get("/spaces/bench-notes/leaving/").content.decode()
    assert "To come back, you need an invitation." in browser.get("/spaces/attic/leaving/").content.decode()
    browser.delete("/spaces/attic/membership/")
    assert browser.get("/spaces/attic/").status_code == 404


def test_the_last_host_reads_what_to_do_first(signed_in, cleo, repairs):
    answer = signed_in(cleo).post("/spaces/repairs/membership/", {"_method": "DELETE"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/spaces/repairs/leaving/"
    assert "Make another person host first" in answer.content.decode()
    assert repairs.is_hosted_by(cleo)


def test_a_host_leaves_once_another_hosts(signed_in, cleo, ada, repairs):
    repairs.membership_of(ada).take_role("host", by=cleo)
    signed_in(cleo).delete("/spaces/repairs/membership/")
    assert repairs.membership_of(cleo) is None


def test_a_host_whose_account_ended_does_not_count(cleo, ada, olga, repairs):
    repairs.membership_of(ada).take_role("host", by=cleo)
    ada.deactivate(by=olga)
    with pytest.raises(LastHost):
        repairs.membership_of(cleo).end(by=cleo)


def test_the_last_person_may_leave_and_is_told_what_becomes_of_the_space(signed_in, eve):
    alone = Space.objects.start(by=eve, name="Alone", purpose="x", visibility="hidden")
    browser = signed_in(eve)
    assert "nobody, you included, will find it again" in browser.get("/spaces/alone/leaving/").content.decode()
    browser.delete("/spaces/alone/membership/")
    assert people_of(alone) == 0


def test_ending_a_part_twice_counts_once(repairs, ada):
    first, second = repairs.membership_of(ada), repairs.membership_of(ada)
    first.end(by=ada)
    second.end(by=ada)
    assert people_of(repairs) == 2
    assert FactRecord.objects.filter(kind="MemberLeft").count() == 1


def test_a_space_that_nobody_leads_is_led_by_the_member_who_steps_forward(signed_in, cleo, ada, eve, olga, repairs):
    member, outsider = signed_in(ada), signed_in(eve)
    assert member.post("/spaces/repairs/lead/").status_code == 403
    cleo.deactivate(by=olga)
    assert "Nobody hosts this space." in member.get("/spaces/repairs/").content.decode()
    assert "I will host it" not in outsider.get("/spaces/repairs/").content.decode()
    assert outsider.post("/spaces/repairs/lead/").status_code == 404
    assert member.post("/spaces/repairs/lead/").status_code == 302
    assert repairs.is_hosted_by(ada)


def test_looking_in_is_remembered_but_not_written_every_minute(signed_in, ada, repairs, time_machine):
    browser, part = signed_in(ada), repairs.membership_of(ada)
    time_machine.move_to(now() + timedelta(seconds=60))
    browser.get("/spaces/repairs/")
    assert repairs.membership_of(ada).looked_at == part.looked_at
    time_machine.move_to(now() + timedelta(seconds=600))
    browser.get("/spaces/repairs/")
    assert repairs.membership_of(ada).looked_at > part.looked_at
