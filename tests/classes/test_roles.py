"""Who may do more than others may do it as long as they may: not a request longer, and never two at once where one must stay."""

import re
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from junto.spaces.models import Invitation
from tests.access.rows import Row
from tests.classes.walking import ACTING, LOOKING, Walker
from tests.village import PASSWORD, person

EVERYWHERE = LOOKING + ACTING
TOO_LONG = "x" * 50_000
SAME_RULES = {
    "a post": ("/threads/{thread}/posts/", "/posts/{post}/edit/", [{"text": ""}, {"text": "\u200b \u2066"}, {"text": TOO_LONG}]),
    "a question": (
        "/ask/",
        "/posts/{opening}/edit/",
        [
            {"title": "", "text": "x", "kind": "question", "space": "repairs"},
            {"title": "y" * 400, "text": "x", "kind": "question", "space": "repairs"},
            {"title": "y", "text": TOO_LONG, "kind": "question", "space": "repairs"},
        ],
    ),
    "a space": (
        "/spaces/new/",
        "/spaces/repairs/settings/",
        [
            {"name": "", "purpose": "p", "kind": "community", "joining": "open", "visibility": "all"},
            {"name": "n", "purpose": "p", "kind": "kingdom", "joining": "open", "visibility": "all"},
            {"name": "n", "purpose": "p", "kind": "community", "joining": "by magic", "visibility": "all"},
            {"name": "n" * 500, "purpose": "p", "kind": "community", "joining": "open", "visibility": "all"},
        ],
    ),
}


@pytest.mark.parametrize("what", SAME_RULES)
def test_what_may_not_be_made_may_not_be_made_of_something_either(what, signed_in, cleo, question, answer):
    making, changing, bodies = SAME_RULES[what]
    places = {"thread": question.pk, "post": answer.pk, "opening": question.posts.get(kind="opening").pk}
    browser = signed_in(cleo)
    for said in bodies:
        answers = [browser.post(address.format(**places), {"uses": "1", "days": "7", **said}) for address in (making, changing)]
        assert {given.status_code for given in answers} <= {200, 400, 413, 422}, (what, [given.status_code for given in answers])
    answer.refresh_from_db()
    assert answer.source.startswith("Look at the check valve")


@pytest.mark.parametrize("role", ["owner", "", "HOST", "host\0"])
def test_nobody_is_given_a_part_that_there_is_not(role, signed_in, cleo, ben, repairs):
    browser = signed_in(cleo)
    assert browser.post("/spaces/repairs/invitations/links/", {"role": role, "uses": "1", "days": "7"}).status_code == 422
    browser.post(f"/spaces/repairs/people/{ben.pk}/", {"role": role})
    assert repairs.membership_of(ben).role == "member"


def works(walker: Walker, row: Row, somebody: str) -> bool:
    status = walker.go(row, somebody).response.status_code
    return status == (200 if not row.works.isdecimal() else int(row.works))


def test_whoever_hosts_no_longer_hosts_nothing_from_that_moment_on(walker, ada, cleo, repairs):
    """In the browser in which they were a host a moment ago."""
    repairs.membership_of(ada).take_role("host", by=cleo)
    repairs.membership_of(cleo).take_role("member", by=cleo)
    lost = [row for row in EVERYWHERE if row.cells["host"] == "+" and row.cells["mentor"] in "x-"]
    lost = [row for row in lost if not re.search("{standing}|cellar|/gaps/", row.address)]  # theirs, or of other spaces
    assert len(lost) > 12
    assert [str(row) for row in lost if works(walker, row, "host")] == []


def test_whoever_gave_the_keys_back_opens_nothing_with_them_any_more(walker, olga):
    olga.end_ownership(by=olga)
    lost = [row for row in EVERYWHERE if row.cells["owner"] == "+" and row.cells["other"] in "x-"]
    assert len(lost) > 15
    assert [str(row) for row in lost if works(walker, row, "owner")] == []


def at_once(*acts: Callable[[], object]) -> None:
    """Runs the acts in threads that begin together."""
    gate = threading.Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_two_owners_who_take_the_keys_from_each_other_at_once_leave_one(signed_in, olga):
    other = person("Ines Alves", is_owner=True)
    keys = {"_method": "DELETE"}
    mine, theirs = signed_in(olga), signed_in(other)
    at_once(lambda: mine.post(f"/people/{other.pk}/ownership/", keys), lambda: theirs.post(f"/people/{olga.pk}/ownership/", keys))
    assert type(olga).objects.owners().count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_said_twice_at_once_counts_once(signed_in, ada, ben, cleo, mina, question, answer):
    """Accepted by asker and host, helped from two windows."""
    second = question.reply(by=mina, source="Or the gasket.")
    accepting = [(signed_in(ada), answer), (signed_in(cleo), second), (signed_in(ada), second)]
    helping = [signed_in(ada), signed_in(ada)]
    acts = [lambda browser=browser, post=post: browser.post(f"/posts/{post.pk}/acceptance/") for browser, post in accepting]
    at_once(*acts, *[lambda browser=browser: browser.post(f"/posts/{answer.pk}/helped/") for browser in helping])
    question.refresh_from_db()
    answer.refresh_from_db()
    assert question.accepted_count == question.acceptances.count() == 2
    assert answer.helped_count == 1


def test_a_second_account_does_not_come_of_another_spelling(db, client, ada, cleo, repairs):
    """Capitals, full width and letters that fold into others are one address; letters that only look alike are another."""
    for spelling in ("ADA@example.org", "ａda@example.org", "ada@EXAMPLE.ORG "):
        _, token = Invitation.objects.by_link(by=cleo, space=repairs, uses=5)
        answer = client.post(f"/invitations/{token}/", {"name": "Ada", "email": spelling, "password": "four lamps in a row"})
        assert answer.status_code == 422, spelling
    assert client.post("/account/login/", {"login": "аda@example.org", "password": PASSWORD}).status_code == 200
