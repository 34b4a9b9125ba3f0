"""One-time links with which somebody chooses a new password and is signed in."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from junto.kit.facts import announce, verb
from junto.people.facts import SignInLinkMade
from junto.people.models import Look, LookKind, Person


def sign_in_path(person: Person) -> str:
    """The path of the link. Nothing is kept: it is signed with the password and the last sign-in, so using it ends it."""
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), default_token_generator.make_token(person)])


@verb
def make_sign_in_link(person: Person, *, by: Person, why: str = "") -> str:
    """A link an owner hands over, for a house without mail or somebody without their mail. Remembers who made it."""
    announce(SignInLinkMade(person_id=person.pk, by_id=by.pk))
    Look.objects.note(LookKind.LINK, by=by, people=[person.pk], why=why)
    return sign_in_path(person)
