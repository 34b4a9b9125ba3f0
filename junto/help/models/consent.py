from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Expertise, Person
from junto.topics.models import Topic

NOT_AGAIN_FOR = timedelta(days=90)


class ConsentRows(models.QuerySet["Consent"]):
    def of(self, person: Person) -> "ConsentRows":
        """What was put to this person, and what they said."""
        return self.filter(person=person).select_related("topic")

    def open(self) -> "ConsentRows":
        """Put to somebody who has not said anything yet."""
        return self.filter(answer=Consent.Answer.OPEN)

    def refused(self) -> "ConsentRows":
        """Topics about which somebody does not want to be asked, for good or for now."""
        lately = Q(answer=Consent.Answer.NOT_NOW, at__gt=now() - NOT_AGAIN_FOR)
        return self.filter(Q(answer=Consent.Answer.NEVER) | lately)

    def refusing(self, topics: Collection[int]) -> set[int]:
        """The people who said no to one of these topics, and have not put it among those they can be asked about since."""
        since = Expertise.objects.filter(person=OuterRef("person"), topic=OuterRef("topic"))
        return set(self.refused().filter(~Exists(since), topic__in=topics).values_list("person_id", flat=True))

    @verb
    def say(self, person: Person, topic: Topic, answer: str) -> None:
        """The person says whether people may ask them about the topic. A yes is shown to others from then on, a no to nobody."""
        if answer == Consent.Answer.YES:
            _say_yes(person, topic)
            self.filter(person=person, topic=topic).delete()
            return
        _take_yes_back(person, topic)
        self.update_or_create(person=person, topic=topic, defaults={"answer": answer, "at": now()})

    @verb
    def take_back(self, person: Person, topic: Topic) -> None:
        """As if nothing had been said: shown to nobody, and no longer refused."""
        _take_yes_back(person, topic)
        self.filter(person=person, topic=topic).delete()


def _say_yes(person: Person, topic: Topic) -> None:
    person.can_be_asked_about([*_names(person), topic.name])


def _take_yes_back(person: Person, topic: Topic) -> None:
    if Expertise.objects.filter(person=person, topic=topic).exists():
        person.can_be_asked_about([name for name in _names(person) if name != topic.name])


def _names(person: Person) -> list[str]:
    return list(person.ask_me_about.values_list("name", flat=True))


class Consent(models.Model):
    """What somebody was asked in private: may people ask you about this? A yes is no row here, but one of what they can be asked about."""

    class Answer(models.TextChoices):
        OPEN = "open"
        YES = "yes"
        NOT_NOW = "not_now"
        NEVER = "never"

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.OPEN)
    at = models.DateTimeField(default=now)

    objects = ConsentRows.as_manager()

    class Meta:
        db_table = "help_consent"
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="consent_once"),
            models.UniqueConstraint(fields=["person"], condition=Q(answer="open"), name="consent_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.answer} {self.topic_id}"

    @property
    def again_from(self) -> datetime:
        """From when on it may be put to them again."""
        return self.at + NOT_AGAIN_FOR
