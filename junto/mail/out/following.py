"""Mail follows people to another address."""

from junto.kit.work import listener
from junto.mail.models import AddressTrouble
from junto.people.facts import AddressTaken
from junto.people.models import Person


@listener
def follow_address(fact: AddressTaken) -> None:
    """What stood against the former address is no more; mail goes to the new one."""
    person = Person.objects.filter(pk=fact.person_id).first()
    if person is not None:
        AddressTrouble.objects.set_right(by=person)
