from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.turns import one_at_a_time
from junto.people.models import Person

if TYPE_CHECKING:
    from junto.digest.models.thing import Thing


class EditionRows(models.QuerySet["Edition"]):
    def of(self, person: Person) -> "EditionRows":
        """What this person was given. Nobody reads another person's."""
        return self.filter(person=person)

    def with_something(self) -> "EditionRows":
        """Editions that hold anything. A week without is kept only so that it is not looked at again."""
        from junto.digest.models.thing import Thing

        return self.filter(Exists(Thing.objects.filter(edition=OuterRef("pk"))))

    def to_be_sent(self) -> "EditionRows":
        """Editions whose letter did not go out yet, of people who are here."""
        return self.filter(letter_at=None, person__is_active=True).select_related("person")

    def people_done(self, people: Collection[int], week: date) -> set[int]:
        """Who of these has that week's."""
        return set(self.filter(person__in=people, week=week).values_list("person", flat=True))

    @verb
    def begin_all(self, week: date, things: "Mapping[int, Sequence[Thing]]") -> "list[Edition]":
        """Keeps what each of these people is given, and gives these editions. Who has that week's already keeps theirs."""
        from junto.digest.models.thing import Thing

        one_at_a_time("editions")
        done = self.people_done(things, week)
        editions = Edition.objects.bulk_create([Edition(person_id=person, week=week) for person in things if person not in done])
        for edition in editions:
            for thing in things[edition.person_id]:
                thing.edition = edition
        Thing.objects.bulk_create(thing for edition in editions for thing in things[edition.person_id])
        return editions

    @verb
    def claim_letter(self, number: int) -> bool:
        """Whether the letter of this edition is yet to be sent; from now on it is not. The row itself says so, so two cannot send it."""
        return bool(self.filter(pk=number, letter_at=None).update(letter_at=now()))

    @verb
    def give_letter_back(self, number: int) -> None:
        """The letter could not be sent and is tried again."""
        self.filter(pk=number).update(letter_at=None)


class Edition(models.Model):
    """What one person was given in one week. There is one at the most, however many processes compose."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="editions")
    week = models.DateField()
    """The Monday of the week."""
    composed_at = models.DateTimeField(default=now)
    letter_at = models.DateTimeField(null=True)
    """When its letter went out; none goes to whoever has no address that works."""

    objects = EditionRows.as_manager()

    class Meta:
        db_table = "edition"
        constraints = [models.UniqueConstraint(fields=["person", "week"], name="edition_once")]
        indexes = [models.Index(fields=["composed_at"], name="edition_by_time")]

    def __str__(self) -> str:
        return f"{self.week} for {self.person_id}"
