"""The feed of a search: conversations that hold all its words and moved lately."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.interop.feeds.source import Named, Part, Source
from junto.interop.feeds.threads import of_numbers
from junto.people.models import Person
from junto.search.lately import threads_lately
from junto.search.query import read

LATELY = timedelta(days=90)
MOST = 50


class SearchSource(Source):
    """What somebody looks for again and again."""

    name = "search"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        return {words: _named(words) for words in which if read(words).parts}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        return Part(of_numbers(threads_lately(read(which), person, LATELY, MOST), person))


def _named(words: str) -> Named:
    return Named(_("Search: %(words)s") % {"words": words}, f"{url('search:results')}?{urlencode({'words': words})}")
