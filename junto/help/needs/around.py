"""What may help whoever would like to learn something: what was answered about it, and who likes to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import cached_property

from junto.help.asking.shown import Happy, answers_of
from junto.help.models import Need
from junto.people.models import Person
from junto.search.answered import AnsweredBefore, answered_before
from junto.search.marking import Marker
from junto.search.query import Asked, read
from junto.search.ranking import sought
from junto.search.related import LIKE_ENOUGH

MOST_ANSWERED = 3
MOST_HAPPY = 6


@dataclass(frozen=True)
class Around:
    """What stands around an open need, as far as its reader may see it."""

    need: Need
    reader: Person

    @cached_property
    def _asked(self) -> Asked:
        return read(self.need.title)

    @cached_property
    def answered(self) -> Sequence[AnsweredBefore]:
        """A few questions that were answered and are like it."""
        return answered_before(self._asked, self.reader, MOST_ANSWERED, like_enough=LIKE_ENOUGH)

    @property
    def marker(self) -> Marker:
        """Marks in them the words of the need."""
        return sought(self._asked).marker()

    @cached_property
    def happy(self) -> list[Happy]:
        """Others who said that people may ask them about its topics, by name. Who offered to help stands there anyway."""
        topics = [topic.pk for topic in self.need.topics.all()]
        others = (
            Person.objects.here().exclude(pk__in=[self.need.person_id, self.reader.pk]).exclude(pk__in=self.need.offers.values("person"))
        )
        asked = others.filter(expertise__topic__in=topics).distinct().order_by("name_key", "id")
        people = list(asked[:MOST_HAPPY]) if topics else []
        answers = answers_of([person.pk for person in people], topics, self.reader) if people else {}
        return [Happy(person, answers.get(person.pk, [])) for person in people]
