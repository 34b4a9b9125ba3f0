from junto.interop.models import PersonalAddress
from junto.kit.work import listener
from junto.people.facts import PersonDeactivated


@listener
def end_addresses(fact: PersonDeactivated) -> None:
    """An account that was ended reads nothing more by its addresses, and they do not come back with it."""
    PersonalAddress.objects.filter(person=fact.person_id).delete()
