"""Following somebody, and keeping one's distance."""

import pytest

from junto.people.blocking import block, unblock
from junto.people.models import Block, Follow


def follow(browser, person, method="POST"):
    return browser.post(f"/people/{person.pk}/follow/", {"_method": method})


def set_block(browser, person, method="POST"):
    return browser.post(f"/people/{person.pk}/block/", {"_method": method})


def page(browser, person):
    """The page but for what differs from one answer to the next: the form's token."""
    import re

    return re.sub(r'(value|content)="\w{64}"', "", browser.get(person.get_absolute_url()).content.decode())


def test_a_person_follows_somebody_and_no_longer(signed_in, ada, ben):
    browser = signed_in(ada)
    follow(browser, ben)
    follow(browser, ben)
    assert list(ada.follows.values_list("followed", flat=True)) == [ben.pk]
    assert "Following" in page(browser, ben)
    follow(browser, ben, "DELETE")
    assert not Follow.wishes.exists()


def test_nobody_follows_themselves_or_somebody_who_is_not_here(signed_in, ada, dora, olga):
    assert follow(signed_in(ada), ada).status_code == 403
    assert follow(signed_in(ada), dora).status_code == 404
    assert follow(signed_in(olga), dora).status_code == 403


def test_nobody_sees_who_follows_them(signed_in, ada, ben):
    before = page(signed_in(ben), ben)
    follow(signed_in(ada), ben)
    assert page(signed_in(ben), ben) == before


def test_a_block_ends_following_both_ways(signed_in, ada, ben):
    follow(signed_in(ada), ben)
    follow(signed_in(ben), ada)
    set_block(signed_in(ada), ben)
    assert not Follow.objects.exists()
    assert not ada.followed_by.exists()


def test_the_blocked_cannot_tell(signed_in, ada, ben):
    """Ben follows Ada before the block; afterwards every page and answer is as it was."""
    browser = signed_in(ben)
    follow(browser, ada)
    before = page(browser, ada)
    block(ada, ben)
    assert page(browser, ada) == before
    assert follow(browser, ada, "DELETE").status_code == 302
    assert 'aria-pressed="false"' in page(browser, ada)
    assert follow(browser, ada).status_code == 302
    assert page(browser, ada) == before
    assert not Follow.objects.exists()


def test_the_blocked_see_as_much_as_before(signed_in, ada, ben):
    block(ada, ben)
    assert signed_in(ben).get(ada.get_absolute_url()).status_code == 200
    assert "Ada Okafor" in signed_in(ben).get("/people/").content.decode()


def test_whoever_blocks_sees_it_and_does_not_follow(signed_in, ada, ben):
    browser = signed_in(ada)
    set_block(browser, ben)
    assert "Lift the block" in page(browser, ben)
    assert ben.name in browser.get("/people/me/blocks/").content.decode()
    assert follow(browser, ben).status_code == 403
    assert "Ada Okafor" not in signed_in(ben).get("/people/me/blocks/").content.decode().partition("<main")[2]


def test_lifting_a_block_lets_what_rested_work_again(ada, ben):
    Follow.wishes.begin(ben, ada)
    block(ada, ben)
    block(ben, ada)
    unblock(ada, ben)
    assert not Follow.objects.exists()
    unblock(ben, ada)
    assert not Follow.objects.exists()
    Follow.wishes.begin(ben, ada)
    block(ada, ben)
    unblock(ada, ben)
    assert Follow.objects.count() == 1


def test_blocking_twice_is_blocking_once(signed_in, ada, ben):
    browser = signed_in(ada)
    assert [set_block(browser, ben).status_code for _ in range(2)] == [302, 302]
    assert Block.objects.count() == 1
    assert set_block(browser, ben, "DELETE").status_code == 302
    assert set_block(browser, ada).status_code == 403


@pytest.mark.parametrize("verb", ["follow", "block"])
def test_strangers_and_wrong_verbs_get_nowhere(client, signed_in, ada, ben, verb):
    path = f"/people/{ben.pk}/{verb}/"
    assert client.post(path).status_code == 401
    assert not Follow.wishes.exists()
    assert signed_in(ada).get(path).status_code == 405


def test_htmx_gets_the_part_that_changed(signed_in, ada, ben):
    answer = signed_in(ada).post(f"/people/{ben.pk}/follow/", headers={"hx-request": "true"}).content.decode()
    assert 'id="person-acts"' in answer
    assert "<html" not in answer
