"""Mail follows people to another address, and stops where it does not arrive."""

from junto.kit.work import listener
from junto.mail.facts import MailBounced
from junto.mail.models import AddressTrouble
from junto.mail.out.reports import did_not_arrive
from junto.people.facts import AddressTaken
from junto.people.models import Person


@listener
def follow_address(fact: AddressTaken) -> None:
    """What stood against the former address is no more; mail goes to the new one."""
    person = Person.objects.filter(pk=fact.person_id).first()
    if person is not None:
        AddressTrouble.objects.set_right(by=person)


@listener
def follow_bounce(fact: MailBounced) -> None:
    """What another mail server told counts as if ours had been told so while sending."""
    person = Person.objects.filter(pk=fact.person_id).first()
    if person is not None:
        did_not_arrive(person, "5.1.1" if fact.is_permanent else "4.2.0")
