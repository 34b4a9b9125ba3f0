"""Who may read and who may know, asked about one person and asked about many, is one rule."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junto.kit.clock import now
from junto.people.models import Block
from junto.spaces import rules
from junto.spaces.models import Invitation, Membership, Space
from junto.spaces.subjects import KnownSpaceSubject, readers_among
from tests.village import person

PEOPLE = 4
INVITED = st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1), st.booleans(), st.booleans())
SPACES = st.lists(
    st.tuples(
        st.sampled_from(["all", "listed", "hidden"]),
        st.dictionaries(st.integers(0, PEOPLE - 1), st.sampled_from(["member", "mentor", "host"])),
        st.lists(INVITED, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture
def everybody(db):
    return [person(f"P{number} Somebody") for number in range(PEOPLE)]


def house(everybody, spaces, blocks):
    Space.objects.all().delete()
    Block.objects.all().delete()
    for one, other in blocks:
        Block.objects.get_or_create(person=everybody[one], blocked=everybody[other])
    for number, (visibility, parts, invited) in enumerate(spaces):
        joining = rules.way_in("open", visibility)
        space = Space.objects.create(name=f"S{number}", slug=f"s{number}", purpose="x", visibility=visibility, joining=joining)
        Membership.objects.bulk_create(Membership(space=space, person=everybody[who], role=role) for who, role in parts.items())
        for who, by, expired, ended in invited:
            invitation = Invitation.objects.to_person(everybody[who], space=space, by=everybody[by])
            expires = now() + timedelta(days=-1 if expired else 1)
            Invitation.objects.filter(pk=invitation.pk).update(expires_at=expires, ended_at=now() if ended else None)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spaces=SPACES, blocks=st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1)), max_size=2))
def test_one_rule_asked_both_ways(everybody, spaces, blocks):
    house(everybody, spaces, blocks)
    numbers = [somebody.pk for somebody in everybody]
    for space in Space.objects.all():
        read = {somebody.pk for somebody in everybody if Space.objects.readable_by(somebody).filter(pk=space.pk).exists()}
        known = {somebody.pk for somebody in everybody if Space.objects.visible_to(somebody).filter(pk=space.pk).exists()}
        assert readers_among(space, numbers) == read
        assert {each.pk for each in everybody if rules.may_read(space, space.membership_of(each))} == read
        assert KnownSpaceSubject().seen_by(space.pk, numbers) == known
        assert read <= {each.pk for each in everybody if rules.is_plainly_seen(space, space.membership_of(each))} <= known
