"""What an owner sees of an account, and may do to it: all that its page needs."""

from dataclasses import dataclass

from junto.people import rules
from junto.people.models import Person
from junto.people.second_step import ways_of
from junto.people.ways_in import by_password


@dataclass(frozen=True)
class Account:
    """One account, as an owner sees it."""

    person: Person
    reader: Person
    second_step: bool

    @property
    def is_own(self) -> bool:
        return self.person.pk == self.reader.pk

    @property
    def may_deactivate(self) -> bool:
        return rules.may_deactivate(self.reader, self.person)

    @property
    def may_be_given_link(self) -> bool:
        return rules.may_be_given_link(self.reader, self.person) and by_password()

    @property
    def may_lose_second_step(self) -> bool:
        """Whether there is a second step an owner may take off for somebody who lost it."""
        return self.may_be_given_link and self.second_step

    @property
    def may_be_given_a_part(self) -> bool:
        return rules.may_be_given_a_part(self.reader, self.person)

    @property
    def may_take_picture_out(self) -> bool:
        return bool(self.person.picture) and not self.is_own and rules.may_take_picture_out(self.reader, self.person)


def account_of(person: Person, reader: Person) -> Account:
    """The account of `person`, for an owner."""
    return Account(person, reader, ways_of(person).second_step)
