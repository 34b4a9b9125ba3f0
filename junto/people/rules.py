"""Who may do what to people. Seeing people is `Person.objects.visible_to`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junto.people.models import Person


def may_follow(person: "Person", other: "Person", blocks: bool) -> bool:
    """Anybody follows anybody who is here, but not themselves nor whom they block. That the other blocks them shows nowhere."""
    return other.is_active and person.pk != other.pk and not blocks


def may_block(person: "Person", other: "Person") -> bool:
    """Anybody may keep their distance from anybody else."""
    return person.pk != other.pk


def may_run_accounts(person: "Person") -> bool:
    """Owners end and reopen accounts and hand on the keys."""
    return person.is_owner


def may_deactivate(person: "Person", other: "Person") -> bool:
    """Owners end the accounts of others who are here."""
    return person.is_owner and other.is_active and person.pk != other.pk


def may_be_given_link(person: "Person", other: "Person") -> bool:
    """Owners make a sign-in link for others who are here and have an account."""
    return person.is_owner and other.is_active and other.has_account and person.pk != other.pk


def may_be_given_a_part(person: "Person", other: "Person") -> bool:
    """Owners make anybody who can sign in an owner or an auditor."""
    return person.is_owner and other.is_active and other.has_account


def may_take_picture_out(person: "Person", other: "Person") -> bool:
    """Owners take out a picture that should not be there; everybody takes out their own."""
    return person.pk == other.pk or person.is_owner


def may_erase(person: "Person", other: "Person") -> bool:
    """Everybody may leave without a trace; an owner may do it for somebody who asks."""
    return person.pk == other.pk or person.is_owner
