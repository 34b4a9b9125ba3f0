"""What a reader sees of somebody, and what they may do there: all a person's page needs, in a constant number of queries."""

import zoneinfo
from dataclasses import dataclass

from babel.dates import format_time

from junto.design.locales import locale
from junto.kit.clock import now
from junto.people import rules
from junto.people.languages import language_name
from junto.people.models import Block, Follow, Person
from junto.people.second_step import ways_of
from junto.people.ways_in import by_password
from junto.topics.models import Topic


@dataclass(frozen=True)
class Seen:
    """One person as another one sees them now."""

    person: Person
    reader: Person
    topics: list[Topic]
    follows: bool
    blocks: bool

    @property
    def is_self(self) -> bool:
        return self.person.pk == self.reader.pk

    @property
    def local_time(self) -> str:
        """What their clock shows."""
        return format_time(now().astimezone(zoneinfo.ZoneInfo(self.person.time_zone)), "short", locale=locale())

    @property
    def speaks(self) -> list[str]:
        """The languages they speak, in the reader's own."""
        return [language_name(language) for language in self.person.languages]

    @property
    def may_follow(self) -> bool:
        return rules.may_follow(self.reader, self.person, self.blocks)

    @property
    def may_block(self) -> bool:
        return rules.may_block(self.reader, self.person)

    @property
    def may_see_account(self) -> bool:
        return rules.may_see_account(self.reader, self.person)

    @property
    def may_deactivate(self) -> bool:
        return rules.may_deactivate(self.reader, self.person)

    @property
    def may_be_given_link(self) -> bool:
        return rules.may_be_given_link(self.reader, self.person) and by_password()

    @property
    def has_second_step(self) -> bool:
        """Whether there is a second step an owner may take off for somebody who lost it. Nobody else learns of it."""
        return self.may_be_given_link and ways_of(self.person).second_step

    @property
    def may_be_owner(self) -> bool:
        return rules.may_be_owner(self.reader, self.person)

    @property
    def may_take_picture_out(self) -> bool:
        return bool(self.person.picture) and not self.is_self and rules.may_take_picture_out(self.reader, self.person)

    @property
    def runs_accounts(self) -> bool:
        return rules.may_run_accounts(self.reader)


def seen(person: Person, reader: Person) -> Seen:
    """What `reader` sees of `person`. A block that `person` set shows nowhere in it."""
    follows = Follow.wishes.filter(person=reader, followed=person).exists()
    blocks = Block.objects.filter(person=reader, blocked=person).exists()
    return Seen(person, reader, list(person.ask_me_about.order_by("name", "id")), follows, blocks)
