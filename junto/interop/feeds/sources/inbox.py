"""The feed of what concerns somebody: only the lines of their inbox. What people wrote stands where the lines lead."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.interop.feeds.source import Entry, Named, Part, Source
from junto.kit.paging import page
from junto.notify.models import InboxItem
from junto.notify.reading import Line, lines
from junto.people.models import Person

PART = 30


class InboxSource(Source):
    """What concerns the person."""

    name = "inbox"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        return {"": Named(_("What concerns you"), url("notify:inbox"))} if "" in which else {}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        found = page(InboxItem.objects.of(person).with_waiting(), order=("-at", "-id"), after=after, size=PART)
        return Part([_entry(line) for line in lines(found.rows, person)], found.after)


def _entry(line: Line) -> Entry:
    author = line.faces[0].name if line.faces else ""
    return Entry(f"inbox/{line.item.pk}", line.says, line.url, line.item.at, line.item.at, author=author)
