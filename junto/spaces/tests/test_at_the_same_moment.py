"""Two at once: one use for one person, one host at least, one count for one step."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from junto.kit.models import FactRecord
from junto.people.models import Person
from junto.spaces.inviting import EnoughForToday, invite_addresses
from junto.spaces.models import Invitation, JoinRequest, LastHost, Membership, Space
from tests.village import person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Runs the acts in threads that begin together; gives what each returned or raised."""
    gate, given = threading.Barrier(len(acts)), [None] * len(acts)

    def run(at):
        gate.wait()
        try:
            given[at] = acts[at]()
        except Exception as trouble:
            given[at] = trouble
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def newcomer(link, number):
    return (
        Client().post(link, {"name": f"New {number}", "email": f"new{number}@example.org", "password": "four lamps in a row"}).status_code
    )


def test_five_people_on_a_link_for_one_one_comes_in(ada, repairs):
    _, token = Invitation.objects.by_link(by=ada, space=repairs)
    answers = at_once(*[lambda number=number: newcomer(f"/invitations/{token}/", number) for number in range(5)])
    assert sorted(answers) == [302, 404, 404, 404, 404]
    assert Person.objects.filter(name__startswith="New ").count() == 1
    assert Membership.objects.filter(space=repairs).count() == Space.objects.get(pk=repairs.pk).people_count == 4


def test_five_people_on_a_link_for_three(ada, repairs):
    _, token = Invitation.objects.by_link(by=ada, space=repairs, uses=3)
    answers = at_once(*[lambda number=number: newcomer(f"/invitations/{token}/", number) for number in range(5)])
    assert sorted(answers) == [302, 302, 302, 404, 404]
    assert Invitation.objects.get().used == 3


def test_two_who_claim_one_person_one_has_it(olga):
    imported = Person.objects.join(name="freddy")
    tokens = [Invitation.objects.by_link(by=olga, claims=imported)[1] for _ in range(2)]
    given = [{"email": f"fred{number}@example.org", "password": "four lamps in a row"} for number in range(2)]
    answers = at_once(*[lambda at=at: Client().post(f"/invitations/{tokens[at]}/", given[at]).status_code for at in range(2)])
    assert sorted(answers) == [302, 404]
    assert Person.objects.get(pk=imported.pk).email == given[answers.index(302)]["email"]


def test_one_address_twice_becomes_one_person(ada, repairs):
    _, token = Invitation.objects.by_link(by=ada, space=repairs, uses=5)
    answers = at_once(*[lambda: newcomer(f"/invitations/{token}/", 1)] * 3)
    assert sorted(answers) == [302, 422, 422]
    assert Invitation.objects.get().used == 1


def test_two_hosts_who_leave_together_leave_one(cleo, ada, repairs):
    repairs.membership_of(ada).take_role("host", by=cleo)
    parts = [repairs.membership_of(each) for each in (ada, cleo)]
    given = at_once(*[lambda part=part: part.end(by=part.person) for part in parts])
    assert [type(each) for each in given].count(LastHost) == 1
    assert repairs.memberships.hosts().count() == 1


def test_joining_from_two_windows_counts_once(eve, repairs):
    at_once(*[lambda: repairs.add(eve)] * 4)
    assert Space.objects.get(pk=repairs.pk).people_count == 4
    assert FactRecord.objects.filter(kind="MemberJoined", data__person_id=eve.pk).count() == 1


def test_two_hosts_answer_one_request(cleo, eve, bench):
    number = JoinRequest.objects.ask(bench, by=eve).pk
    same = [JoinRequest.objects.get(pk=number) for _ in range(2)]
    at_once(lambda: same[0].accept(by=cleo), lambda: same[1].decline(by=cleo))
    accepted = [record.data["accepted"] for record in FactRecord.objects.filter(kind="JoinRequestAnswered")]
    assert accepted == [bench.membership_of(eve) is not None]


def test_spaces_of_one_name_started_together_have_addresses_of_their_own(db):
    founders = [person(f"Founder{number} X") for number in range(4)]
    given = at_once(*[lambda by=by: Space.objects.start(by=by, name="Same", purpose="x").slug for by in founders])
    assert sorted(given) == ["same", "same-2", "same-3", "same-4"]


@override_settings(INVITATIONS_A_DAY=3)
def test_a_days_measure_is_not_passed_from_many_windows(ada, repairs):
    acts = [lambda number=number: invite_addresses([f"{number}@example.org"], by=ada, space=repairs) for number in range(6)]
    given = at_once(*acts)
    assert [type(each) for each in given].count(EnoughForToday) == 3
    assert Invitation.objects.count() == 3
