"""Setting and lifting a block, and what that does to following."""

from junto.kit.facts import verb
from junto.people.models import Block, Follow, Person


@verb
def block(person: Person, other: Person) -> None:
    """The person blocks somebody: their own follow ends, the other's rests without a word."""
    Block.objects.get_or_create(person=person, blocked=other)
    Follow.wishes.end(person, other)
    Follow.wishes.filter(person=other, followed=person).update(rests=True)


@verb
def unblock(person: Person, other: Person) -> None:
    """The person takes their block back. What rested has its effect again, unless the other blocks as well."""
    Block.objects.filter(person=person, blocked=other).delete()
    if not Block.objects.between(person.pk, other.pk).exists():
        Follow.wishes.between(person, other).update(rests=False)
