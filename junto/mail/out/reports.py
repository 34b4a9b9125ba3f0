"""What others tell later of a mail that was sent: it did not arrive after all, or its reader reported it as unwanted."""

from junto.mail.models import AddressTrouble
from junto.mail.out.refusals import Verdict, status_of, verdict
from junto.people.models import Person

NOT_KNOWN = 554
"""Says nothing of the mailbox by itself."""


def did_not_arrive(person: Person, said: str) -> None:
    """A report on a mail to this person's address, with the number it gives as the reason (`5.1.1`, also inside other words)."""
    found, status = verdict(NOT_KNOWN, said), status_of(NOT_KNOWN, said)
    if found is Verdict.CLOSED:
        AddressTrouble.objects.close(person, AddressTrouble.Kind.REFUSED, status)
    elif found is Verdict.LATER:
        AddressTrouble.objects.fail(person, status)


def complained(person: Person) -> None:
    """This person's mail program reported a mail of ours as unwanted."""
    AddressTrouble.objects.close(person, AddressTrouble.Kind.COMPLAINED)
