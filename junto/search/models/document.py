from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from junto.kit.searchable import Searchable
from junto.people.models import Person
from junto.spaces.models import Space

PORTION = 500


class DocumentRows(models.QuerySet["Document"]):
    def visible_to(self, person: Person, subjects: Collection[str]) -> "DocumentRows":
        """Documents of these kinds that may point to something this person may see. What a page shows is asked of its room once more."""
        by_rule = {subject: _numbers_seen(subject, person) for subject in subjects}
        in_spaces = [subject for subject, numbers in by_rule.items() if numbers is None]
        seen = Q(Exists(Space.objects.readable_by(person).filter(pk=OuterRef("space"))), subject__in=in_spaces)
        for subject, numbers in by_rule.items():
            if numbers is not None:
                seen |= Q(Exists(numbers.filter(pk=OuterRef("number"))), subject=subject)
        return self.filter(seen)

    def about(self, topics: Collection[int]) -> "DocumentRows":
        """Documents that stand under something with one of these topics."""
        return self.filter(Exists(DocumentTopic.objects.filter(under=OuterRef("under"), topic__in=topics)))

    def take_out(self) -> None:
        """Away with them, and with the topics kept under their addresses where nothing else stands."""
        unders = list(self.order_by().values_list("under", flat=True).distinct())
        self.delete()
        for at in range(0, len(unders), PORTION):
            DocumentTopic.objects.filter(under__in=unders[at : at + PORTION]).bare().delete()


def _numbers_seen(subject: str, person: Person) -> Any:
    searchable = Searchable.named(subject)
    return searchable.numbers_seen_by(person) if searchable else Person.objects.none()


class Document(models.Model):
    """What the index keeps of one thing that can be found, but for its words.

    It holds numbers and no foreign keys: the index follows the rooms a moment later, and nothing there has to wait for it.
    The words stand beside it (SQLite: `document_words`, tied by a trigger; PostgreSQL: a column of this table) and go when it goes.
    """

    made_anew = True  # by `reindex`, so it is not carried into another database

    subject = models.CharField(max_length=20)
    number = models.BigIntegerField()
    under = models.CharField(max_length=40)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, blank=True)
    author = models.BigIntegerField(null=True)
    space = models.BigIntegerField(null=True)
    language = models.CharField(max_length=3, blank=True)
    is_answered = models.BooleanField(default=False)
    is_solved = models.BooleanField(default=False)
    is_closed = models.BooleanField(default=False)
    weight = models.FloatField(default=1.0)
    use = models.FloatField(default=0.0)
    digest = models.BigIntegerField(default=0)
    """Of what is written in it: the same digest, the same words."""
    is_placed = models.BooleanField(default=True)
    """Whether the house knows what it means as it is written now, as far as its kind is found by meaning."""

    objects = DocumentRows.as_manager()

    class Meta:
        db_table = "document"
        constraints = [models.UniqueConstraint(fields=["subject", "number"], name="document_once")]
        indexes = [
            models.Index(fields=["under"], name="document_under"),
            models.Index(fields=["language"], name="document_by_language"),
            models.Index(fields=["subject", "-at"], name="document_by_subject"),
            models.Index(fields=["space", "-at"], name="document_by_space"),
            models.Index(fields=["author", "-at"], name="document_by_author"),
            models.Index(fields=["id"], condition=Q(is_placed=False), name="document_to_place"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}:{self.number}"


class DocumentTopicRows(models.QuerySet["DocumentTopic"]):
    def bare(self) -> "DocumentTopicRows":
        """Those of addresses under which nothing stands any more."""
        return self.filter(~Exists(Document.objects.filter(under=OuterRef("under"))))


class DocumentTopic(models.Model):
    """A topic of everything that is found under one address."""

    made_anew = True  # by `reindex`, so it is not carried into another database

    under = models.CharField(max_length=40)
    topic = models.BigIntegerField()

    objects = DocumentTopicRows.as_manager()

    class Meta:
        db_table = "document_topic"
        constraints = [models.UniqueConstraint(fields=["under", "topic"], name="document_topic_once")]
        indexes = [models.Index(fields=["topic"], name="document_by_topic")]

    def __str__(self) -> str:
        return f"{self.under} {self.topic}"
