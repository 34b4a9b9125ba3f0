"""Takes a person out of everything that is kept."""

from django.db import transaction

from junto.kit.privacy.kept import Kept


def erase(person: int, *, keep_texts: bool) -> None:
    """Has every room take the person out, the highest first, so that each still finds what it needs below.

    Each kind of data in its own transaction: nobody waits long. May be run again after it was interrupted.
    """
    for kept in reversed(Kept.every()):
        with transaction.atomic():
            kept.erase(person, keep_texts)
