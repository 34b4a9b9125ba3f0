"""What a reader sees of somebody, and what they may do there: all a person's page needs, in a constant number of queries."""

import zoneinfo
from dataclasses import dataclass

from babel.dates import format_time
from django.utils.translation import gettext as _

from junto.design.locales import locale
from junto.kit.clock import now
from junto.people import rules
from junto.people.languages import language_name
from junto.people.models import Block, Follow, Person
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
    def parts(self) -> list[str]:
        """What the person is for the whole house; everybody may know."""
        return [str(name) for name, has in ((_("Owner"), self.person.is_owner), (_("Auditor"), self.person.is_auditor)) if has]

    @property
    def runs_accounts(self) -> bool:
        return rules.may_run_accounts(self.reader)


def seen(person: Person, reader: Person) -> Seen:
    """What `reader` sees of `person`. A block that `person` set shows nowhere in it."""
    follows = Follow.wishes.filter(person=reader, followed=person).exists()
    blocks = Block.objects.filter(person=reader, blocked=person).exists()
    return Seen(person, reader, list(person.ask_me_about.order_by("name", "id")), follows, blocks)
