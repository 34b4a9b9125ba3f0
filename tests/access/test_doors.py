"""What a person may not see comes out at no door: no page, search, suggestion, inbox, export, command box."""

import logging

import pytest

from tests.access.secret import MARKS, keep_secret, leaks, looking, places_to_look

SPEAKING = ("/spaces/", "/search/?words", "/search/finds/", "/search/go/", "/inbox/", "/people/me/file/", "/topics/zebra-okapi/", "/ask/")
"""Doors at which a member hears of the zebra."""


@pytest.fixture(autouse=True)
def quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.fixture
def secret(repairs, cleo, ada):
    return keep_secret(host=cleo, asker=ada)


@pytest.fixture
def outside(signed_in, work_done, ada, cleo):
    """Asserts that somebody finds nothing at any door, and that the thing itself does not exist for them."""

    def check(secret, *people):
        work_done()
        for somebody in people:
            client = signed_in(somebody)
            assert leaks(looking(client), places_to_look(ada, cleo)) == []
            assert {address for address in secret.addresses if client.get(address).status_code != 404} == set()

    return check


def test_the_walk_itself_finds_what_a_member_may_see(secret, signed_in, work_done, ada, cleo):
    work_done()
    found = " ".join(leaks(looking(signed_in(cleo)), places_to_look(ada, cleo)))
    assert [door for door in SPEAKING if f" {door}" not in found] == []


def test_somebody_who_never_belonged_finds_nothing(secret, outside, dana, olga, eve):
    outside(secret, dana, olga, eve)


def test_somebody_who_left_finds_nothing_any_more(secret, outside, signed_in, work_done, cleo, ada, ben):
    secret.space.add(ben)
    reader = signed_in(ben)
    reader.post(f"/threads/{secret.thread.pk}/watch/")
    reader.post(f"/drafts/thread-{secret.thread.pk}/", {"text": "What I wanted to say"})
    secret.thread.reply(by=ada, source=f"@[Ben](person:{ben.pk}) a zebra and a giraffe")
    work_done()
    assert "giraffe" in looking(reader)("/inbox/")
    secret.space.membership_of(ben).end(by=ben)
    outside(secret, ben)
    assert "What I wanted to say" in looking(reader)("/drafts/")


def test_somebody_who_only_read_along_finds_nothing_once_the_space_is_hidden(repairs, outside, signed_in, work_done, cleo, ada, ben, olga):
    open_one = keep_secret(host=cleo, asker=ada, visibility="all")
    for reader in (ben, olga):
        signed_in(reader).post(f"/threads/{open_one.thread.pk}/watch/")
        signed_in(reader).post(f"/posts/{open_one.post.pk}/helped/")
    open_one.thread.reply(by=cleo, source=f"@[Ben](person:{ben.pk}) a zebra and a giraffe")
    work_done()
    assert "giraffe" in looking(signed_in(ben))("/inbox/")
    open_one.space.change(by=cleo, visibility="hidden")
    outside(open_one, ben, olga)


def test_what_was_deleted_is_found_by_nobody(secret, work_done, signed_in, cleo, ada, ben):
    secret.space.add(ben)
    work_done()
    secret.thread.delete_softly(by=cleo)
    work_done()
    for somebody in (ben, ada, cleo):
        client = signed_in(somebody)
        doors = [door for door in places_to_look(ada, cleo) if not door.startswith("/people/me/file/")]
        assert [leak for leak in leaks(looking(client), doors) if leak.startswith("giraffe")] == []
        assert client.get(f"/threads/{secret.thread.pk}/").status_code == 404


def test_not_even_a_number_or_an_order_tells_that_there_is_something(repairs, question, answer, signed_in, work_done, cleo, ada, eve):
    before = pages_as_seen(signed_in(eve), places_to_look(ada, cleo), work_done)
    keep_secret(host=cleo, asker=ada)
    assert pages_as_seen(signed_in(eve), places_to_look(ada, cleo), work_done) == before


def pages_as_seen(client, addresses, work_done):
    """What stands at every address, but for the marks that are new with every request.

    Searches for several words are left out: how rare a word is, which orders what is found, is worked out over everything.
    """
    work_done()
    addresses = [address for address in addresses if not address.startswith("/people/me/") and not address.endswith("cleo zebra")]
    return {address: MARKS.sub("", looking(client)(address)) for address in addresses}
