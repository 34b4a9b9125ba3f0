"""A search that is asked again and again: what came lately, whatever comes first otherwise."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware

from junto.kit.clock import now
from junto.people.models import Person
from junto.search.among import CONVERSATIONS, Among
from junto.search.finding import narrowed
from junto.search.index import Wanted, index
from junto.search.query import Asked
from junto.search.ranking import newest, sought


def threads_lately(asked: Asked, person: Person, since: timedelta, most: int) -> list[int]:
    """The numbers of up to `most` threads with a text since then that holds all these words; the fittest when there are more."""
    filters = narrowed(asked, person)
    subjects = tuple(subject for subject in filters.subjects if subject in CONVERSATIONS)
    among = Among(replace(filters, subjects=subjects, after=(*filters.after, _day(now() - since))), person)
    if not subjects or among.is_empty:
        return []
    what = sought(asked)
    hits = index().best(Wanted(what.every, unwanted=what.unwanted), among, most) if what.every else newest(among, most)
    return [int(hit.under.partition(":")[2]) for hit in hits]


def _day(moment: datetime) -> datetime:
    """The beginning of that day, so that the same search stays the same all day long."""
    return make_aware(datetime.combine(moment.date(), time()))
