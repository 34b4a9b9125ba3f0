"""Which documents a search goes through: what its person may see, narrowed by filters."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Q
from django.db.models.expressions import RawSQL

from junto.people.models import Person
from junto.search.models import Document
from junto.search.models.document import DocumentRows

CONVERSATIONS = ("thread", "post")
STATES = {
    "answered": Q(is_answered=True) | Q(is_solved=True),
    "unanswered": Q(kind="question", is_answered=False, is_solved=False, is_closed=False),
    "solved": Q(is_solved=True),
    "open": Q(is_closed=False),
    "closed": Q(is_closed=True),
    "question": Q(kind="question"),
    "discussion": Q(kind="discussion"),
}
STAND_IN = 9_007_199_254_740_993


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The filters, as the index knows them. Each inner tuple holds the numbers of which one must fit."""

    subjects: tuple[str, ...] = CONVERSATIONS
    states: tuple[str, ...] = ()
    before: tuple[datetime, ...] = ()
    after: tuple[datetime, ...] = ()
    spaces: tuple[tuple[int, ...], ...] = ()
    authors: tuple[tuple[int, ...], ...] = ()
    topics: tuple[tuple[int, ...], ...] = ()

    def documents(self, person: Person) -> DocumentRows:
        """Documents these filters let through and the person may see."""
        documents = Document.objects.visible_to(person, self.subjects)
        conditions = [STATES[state] for state in self.states]
        conditions += [Q(at__lt=moment) for moment in self.before]
        conditions += [Q(at__gte=moment) for moment in self.after]
        conditions += [Q(space__in=numbers) for numbers in self.spaces]
        conditions += [Q(author__in=numbers) for numbers in self.authors]
        for topics in self.topics:
            documents = documents.about(topics)
        return documents.filter(*conditions)


@dataclass(frozen=True, slots=True)
class Among:
    """The documents of one search, but for those under the addresses `besides`."""

    narrowed: Narrowed
    person: Person
    besides: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether a filter names nothing that there is: a space nobody sees, a person nobody knows."""
        return not all((*self.narrowed.spaces, *self.narrowed.authors, *self.narrowed.topics))

    def documents(self) -> Any:
        """As a query of Django."""
        return self.narrowed.documents(self.person).exclude(under__in=self.besides)

    def statement(self, *, with_words: bool = False) -> tuple[str, list[Any]]:
        """SQL and parameters (but for `besides`), worked out once for all people: Django takes longer to write it than the database
        to answer. Moments in it (when an invitation ends) stand still meanwhile; rooms are asked again for what is shown.
        `with_words` adds PostgreSQL's column of words.
        """
        sql, parameters = _written(self.narrowed, self.person.is_owner, with_words)
        return sql, [self.person.pk if parameter == STAND_IN else parameter for parameter in parameters]


@lru_cache(maxsize=100)
def _written(narrowed: Narrowed, is_owner: bool, with_words: bool) -> tuple[str, tuple[Any, ...]]:
    documents = narrowed.documents(Person(pk=STAND_IN, is_owner=is_owner))
    words = {"words": RawSQL("document.words", [])} if with_words else {}
    return documents.values("id", "under", "subject", "number", "weight", "use", **words).query.sql_with_params()
