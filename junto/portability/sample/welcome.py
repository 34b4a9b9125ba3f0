from junto.kit.work.listener import listener
from junto.people.facts import OwnershipGiven
from junto.people.models import Person
from junto.portability.sample.loading import join_open_spaces


@listener
def welcome(fact: OwnershipGiven) -> None:
    """Makes an owner who comes after the sample company a member of its open spaces, as one who had asked for it would be."""
    if owner := Person.objects.owners().filter(pk=fact.person_id).first():
        join_open_spaces(owner)
