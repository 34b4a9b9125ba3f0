"""The way in for whoever runs the machine, past every door: for the day the provider is gone, or a phone, or everything."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from junto.kit.facts import announce, verb
from junto.people.facts import EmergencyLinkMade
from junto.people.models import Look, LookKind, Person

SALT = "junto.people.emergency"
LASTS = timedelta(minutes=15)


@verb
def emergency_path(person: Person) -> str:
    """A link that signs somebody in. It ends with its use, with any other sign-in, and after a quarter of an hour."""
    announce(EmergencyLinkMade(person_id=person.pk))
    Look.objects.note(LookKind.EMERGENCY, by=None, people=[person.pk])
    return reverse("account_emergency", args=[signing.dumps([person.pk, _stamp(person)], salt=SALT)])


def let_in_by(token: str) -> Person | None:
    """Whom the link lets in, while it is good."""
    try:
        number, stamp = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    person = Person.objects.here().with_account().filter(pk=number).first()
    return person if person and _stamp(person) == stamp else None


def _stamp(person: Person) -> str:
    return person.last_login.isoformat() if person.last_login else ""
