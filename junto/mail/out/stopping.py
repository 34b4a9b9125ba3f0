"""The signed links by which mail is stopped without signing in. They do not grow old: a mail from years ago may still be stopped."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing

from junto.design.links import url
from junto.mail.out.mailing import Mailing
from junto.people.models import Person

SALT = "junto.mail.stop"


@dataclass(frozen=True)
class Stopping:
    """What a link stops, and for whom."""

    person: Person
    mailing: Mailing


def stop_path(person: Person, mailing: Mailing) -> str:
    """Where these mails are stopped for this person."""
    return url("mail:stop", signing.Signer(salt=SALT).sign_object([person.pk, mailing.name]))


def stop_headers(person: Person, mailing: Mailing) -> dict[str, str]:
    """By what mail programs show a button for it (RFC 2369, RFC 8058). Looking at the address stops nothing."""
    link = f"<{settings.JUNTO_URL}{stop_path(person, mailing)}>"
    return {"List-Unsubscribe": link, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def stopping(token: str) -> Stopping | None:
    """What a link was made for; None for one that was made up, or whose person or kind of mail is no more."""
    try:
        number, name = signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    person, mailing = Person.objects.filter(pk=number).first(), Mailing.named(name)
    return Stopping(person, mailing) if person and mailing else None
