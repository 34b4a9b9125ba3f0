"""Leaving for good: the account ends at once, and the worker takes the person out of everything that is kept."""

from django.db import transaction

from junto.kit.facts import announce, verb
from junto.kit.privacy.erased import remember
from junto.kit.privacy.erasure import erase
from junto.kit.work import later, outreach
from junto.people.facts import PersonErased
from junto.people.models import Look, LookKind, Person


@verb
def leave_for_good(person: Person, *, by: Person, keep_texts: bool) -> None:
    """Signs the person out everywhere and has them taken out of everything. Raises LastOwner."""
    if person.is_active:
        person.deactivate(by=by)
    Look.objects.note(LookKind.ERASURE, by=by, people=[person.pk])
    later(take_out, person_id=person.pk, keep_texts=keep_texts)


@outreach
def take_out(person_id: int, keep_texts: bool) -> None:
    """Takes the person out, one kind of data after the other. Stopped in between, it is begun anew and does no harm."""
    remember(person_id, keep_texts=keep_texts)
    erase(person_id, keep_texts=keep_texts)
    with transaction.atomic():
        announce(PersonErased(texts_kept=keep_texts))
