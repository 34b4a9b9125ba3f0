"""Addresses that people answer to: signed, short, ended by their person, and good however a mail program writes them."""

from datetime import timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from junto.kit.clock import now
from junto.mail.addresses import (
    Bounced,
    ToPost,
    ToSpace,
    bounce_address,
    helped_address,
    is_ours,
    read_address,
    reply_address,
    space_address,
)
from junto.mail.models import Renewal
from junto.people.models import Person
from junto.spaces.models import Space

LARGEST = 2**35 - 1


@pytest.fixture(autouse=True)
def mail_comes_in(settings):
    settings.MAIL_IN_ADDRESS = "junto@example.org"


def local(address: str) -> str:
    return address.rpartition("@")[0]


def test_an_address_leads_to_the_person_the_thread_and_the_post_it_was_made_for(ada):
    meant = read_address(reply_address(ada, 7, 12))
    assert (meant.kind, meant.person_id, meant.thread_id, meant.post_id, meant.is_old) == ("r", ada.pk, 7, 12, False)
    assert read_address(reply_address(ada, 7)).post_id is None
    assert read_address(helped_address(ada, 7, 12)).kind == "h"


def test_addresses_of_before_are_good_while_the_former_secret_key_counts(ada, repairs, another_key, settings):
    made = [reply_address(ada, 7, 12), space_address(repairs), bounce_address(ada)]
    meant = [read_address(address) for address in made]
    another_key()
    assert [read_address(address) for address in made] == meant
    assert meant[2].is_of(ada.email)
    assert reply_address(ada, 7, 12) != made[0]
    settings.SECRET_KEY_FALLBACKS = []
    assert [read_address(address) for address in made] == [None] * 3


@pytest.mark.django_db
def test_the_longest_address_fits_and_capitals_do_not_matter(settings):
    settings.MAIL_IN_ADDRESS = f"{'j' * 15}@example.org"
    address = reply_address(Person(pk=LARGEST, email="a@example.org"), LARGEST, LARGEST)
    assert len(local(address)) <= 64
    assert read_address(address.upper()) == read_address(address) == read_address(f"<{address.title()}>")
    assert isinstance(read_address(address), ToPost)


def test_the_largest_space_name_fits(settings, repairs):
    settings.MAIL_IN_ADDRESS = f"{'j' * 15}@example.org"
    repairs.name, repairs.pk = "Pumps and other things that lose what they should keep " * 2, 10**17
    address = space_address(repairs)
    assert len(local(address)) <= 64
    assert read_address(address.upper()) == ToSpace(10**17)


def test_the_address_of_a_space_can_be_read_but_not_that_of_a_hidden_one(repairs, attic):
    assert space_address(repairs).startswith("junto+repairs-")
    assert "attic" not in space_address(attic)
    assert read_address(space_address(attic)) == ToSpace(attic.pk)


def test_a_space_named_in_other_letters_has_an_address(cleo):
    space = Space.objects.start(by=cleo, name="Насосы", purpose="So that it can be written.")
    assert space_address(space).isascii()
    assert read_address(space_address(space)) == ToSpace(space.pk)


def test_with_a_domain_of_its_own_nothing_stands_before_the_word(settings, ada):
    settings.MAIL_IN_ADDRESS = "@mail.example.org"
    address = reply_address(ada, 7, 12)
    assert address.startswith("r")
    assert address.endswith("@mail.example.org")
    assert read_address(address).person_id == ada.pk


def test_another_mark_than_plus_is_written_behind_the_mailbox(settings, ada):
    settings.MAIL_IN_ADDRESS = "junto-@example.org"
    assert reply_address(ada, 7).startswith("junto-r")
    assert read_address(reply_address(ada, 7)).thread_id == 7


def test_where_no_mail_comes_in_there_are_no_addresses(settings, ada, repairs):
    address = reply_address(ada, 7)
    settings.MAIL_IN_ADDRESS = ""
    assert [reply_address(ada, 7), helped_address(ada, 7, 1), space_address(repairs), bounce_address(ada)] == [None] * 4
    assert read_address(address) is None
    assert not is_ours(address)


def test_who_ends_their_addresses_ends_all_that_were_made_before_and_nobody_elses(ada, ben):
    before, of_ben = reply_address(ada, 7), reply_address(ben, 7)
    Renewal.objects.renew(ada)
    between = reply_address(ada, 7)
    assert read_address(before) is None
    assert read_address(between).person_id == ada.pk
    Renewal.objects.renew(ada)
    assert read_address(between) is None
    assert read_address(of_ben).person_id == ben.pk


def test_after_half_a_year_an_address_is_old_but_still_known(ada):
    address = reply_address(ada, 7)
    with time_machine.travel(now() + timedelta(days=182), tick=False):
        assert read_address(address).is_old


def test_an_address_for_bounces_knows_to_which_address_a_mail_went(ada):
    meant = read_address(bounce_address(ada))
    assert isinstance(meant, Bounced)
    assert meant.person_id == ada.pk
    assert meant.is_of("ada@example.org")
    assert not meant.is_of("ada@new.example.org")


def test_any_letter_changed_makes_it_nobodys(ada, repairs):
    for address in (reply_address(ada, 7, 12), bounce_address(ada), space_address(repairs)):
        word = local(address).removeprefix("junto+")
        start = 1 if "-" not in word else word.index("-") + 1
        for place in range(start, len(word) - 1):
            other = "b" if word[place] == "a" else "a"
            assert read_address(f"junto+{word[:place]}{other}{word[place + 1 :]}@example.org") is None, place


def test_the_mailbox_itself_and_people_here_are_no_addresses_of_ours(ada):
    for address in ("junto@example.org", "ada@example.org", "junto+ada@example.org", "", "@", "junto+@example.org"):
        assert read_address(address) is None


@pytest.mark.django_db(transaction=False)
@given(st.one_of(st.text(max_size=80), st.from_regex(r"junto\+[rhb][a-z2-7]{0,60}@example\.org", fullmatch=True)))
def test_nothing_made_up_is_an_address(made_up):
    assert read_address(made_up) is None
