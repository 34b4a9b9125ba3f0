"""Requests: asking, taking back, and what hosts answer."""

import pytest

from junto.kit.models import FactRecord
from junto.spaces.models import JoinRequest


@pytest.fixture
def asked(bench, eve):
    return JoinRequest.objects.ask(bench, by=eve, message="I mend lamps.")


def test_somebody_asks_with_a_sentence_and_hosts_read_it(signed_in, eve, cleo, bench):
    answer = signed_in(eve).post("/spaces/bench-notes/request/", {"message": "I mend lamps."}, follow=True)
    assert "You asked to be let in" in answer.content.decode()
    assert "I mend lamps." in signed_in(cleo).get("/spaces/bench-notes/requests/").content.decode()
    assert "Somebody asks to be let in." in signed_in(cleo).get("/spaces/bench-notes/").content.decode()


def test_asking_twice_is_asking_once(signed_in, eve, asked):
    signed_in(eve).post("/spaces/bench-notes/request/", {"message": "Please."})
    assert JoinRequest.objects.count() == 1
    assert FactRecord.objects.filter(kind="JoinRequested").count() == 1


def test_one_asks_only_where_asking_is_the_way_in(signed_in, eve, ada, repairs, bench, attic):
    browser = signed_in(eve)
    assert browser.post("/spaces/repairs/request/").status_code == 403
    assert browser.post("/spaces/attic/request/").status_code == 404
    assert signed_in(ada).post("/spaces/bench-notes/request/").status_code == 403
    assert not JoinRequest.objects.exists()


def test_a_request_can_be_taken_back(signed_in, eve, asked):
    signed_in(eve).post("/spaces/bench-notes/request/", {"_method": "DELETE"})
    assert not JoinRequest.objects.exists()


def test_a_host_lets_somebody_in(signed_in, cleo, eve, bench, asked):
    answer = signed_in(cleo).post(f"/spaces/bench-notes/requests/{asked.pk}/", follow=True)
    assert "Eve Lindholm belongs to Bench notes now." in answer.content.decode()
    assert bench.membership_of(eve).role == "member"
    assert FactRecord.objects.get(kind="JoinRequestAnswered").data["accepted"]
    assert not JoinRequest.objects.exists()


def test_not_now_leaves_the_door_as_it_was(signed_in, cleo, eve, bench, asked):
    signed_in(cleo).post(f"/spaces/bench-notes/requests/{asked.pk}/", {"_method": "DELETE"})
    assert bench.membership_of(eve) is None
    assert "Ask to join" in signed_in(eve).get("/spaces/bench-notes/").content.decode()


def test_two_hosts_who_answer_at_once_answer_once(cleo, eve, bench, asked):
    same = JoinRequest.objects.get(pk=asked.pk)
    asked.decline(by=cleo)
    same.accept(by=cleo)
    assert bench.membership_of(eve) is None
    assert FactRecord.objects.filter(kind="JoinRequestAnswered").count() == 1


def test_only_hosts_read_and_answer_requests(signed_in, ada, eve, olga, dana, asked, roasting):
    for somebody in (ada, eve, olga):
        browser = signed_in(somebody)
        assert browser.get("/spaces/bench-notes/requests/").status_code == 403
        assert browser.post(f"/spaces/bench-notes/requests/{asked.pk}/").status_code == 403
    host_elsewhere = signed_in(roasting.started_by)
    assert host_elsewhere.post(f"/spaces/roasting/requests/{asked.pk}/").status_code == 404
    assert JoinRequest.objects.filter(pk=asked.pk).exists()


def test_who_left_the_house_no_longer_waits_at_the_door(signed_in, cleo, eve, olga, asked):
    eve.deactivate(by=olga)
    browser = signed_in(cleo)
    assert "Eve Lindholm" not in browser.get("/spaces/bench-notes/requests/").content.decode()
    assert "asks to be let in" not in browser.get("/spaces/bench-notes/").content.decode()
