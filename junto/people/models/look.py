from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.text.line import one_line
from junto.kit.turns import one_at_a_time

if TYPE_CHECKING:
    from junto.people.models.person import Person

ONE_LOOK = timedelta(hours=1)
LONGEST_WHY = 300
NAMED = 3
"""How many of those who were looked at are named in a line; of more it says how many."""


class LookKind(models.TextChoices):
    """What was looked at, or done to what is somebody's."""

    ACCOUNT = "account", _("The page of the account was opened")
    ACCOUNTS = "accounts", _("The list of all accounts was opened, with everybody’s address")
    LINK = "link", _("A link was made with which somebody can sign in to the account")
    EMERGENCY = "emergency", _("A link was made on the machine itself that signs in past every other door")
    SECOND_STEP = "second_step", _("The second step at sign-in was taken off")
    ENDED = "ended", _("The account was ended")
    REOPENED = "reopened", _("The account was opened again")
    RIGHTS = "rights", _("The keys or the part of an auditor were given or taken back")
    PICTURE = "picture", _("The picture was taken out")
    ERASURE = "erasure", _("Somebody was taken out for good")
    DELETED = "deleted", _("Deleted texts were read")
    HIDDEN = "hidden", _("The names of hidden spaces were read")
    JOINED = "joined", _("A hidden space was joined without an invitation")
    MAIL = "mail", _("A mail that could not be placed was read")
    LOG = "log", _("The whole access log was read")


OF_EVERYBODY = (LookKind.ACCOUNTS, LookKind.LOG)
"""Looks at something of everybody who is here: no person is named beside them."""
LOOKING = (LookKind.ACCOUNT, LookKind.ACCOUNTS, LookKind.DELETED, LookKind.HIDDEN, LookKind.MAIL, LookKind.LOG)
"""Where nothing is done: the same once more within the hour is still the same look."""


class LookRows(models.QuerySet["Look"]):
    def concerning(self, person: "Person") -> "LookRows":
        """Looks at what is this person's, and those at something of everybody's since they are here."""
        named = LookedAt.objects.filter(person=person).values("look")
        return self.filter(Q(pk__in=named) | Q(kind__in=OF_EVERYBODY, at__gte=person.joined_at)).exclude(by=person)

    def for_rows(self) -> "LookRows":
        """With what a line of the log shows: who, whose (a few names), and of how many people."""
        named = LookedAt.objects.select_related("person").order_by("person_id")[:NAMED]
        counted = self.annotate(how_many=models.Count("looked_at"))
        return counted.select_related("by").prefetch_related(models.Prefetch("looked_at", named, to_attr="named"))

    @verb
    def note(self, kind: LookKind, *, by: "Person | None", people: Collection[int] = (), why: str = "") -> None:
        """Writes down who looked at what is these people's (numbers). What is one's own is no look. `by` None: the machine's operator."""
        one_at_a_time(f"looks of {by.pk if by else 0}")
        others = self._not_yet(kind, by, people)
        if others or (kind in OF_EVERYBODY and not self._lately(kind, by).exists()):
            look = self.create(kind=kind, by=by, why=one_line(why, LONGEST_WHY))
            LookedAt.objects.bulk_create(LookedAt(look=look, person_id=number) for number in sorted(others))

    def _not_yet(self, kind: LookKind, by: "Person | None", people: Collection[int]) -> set[int]:
        """Those of them for whom this is a look of its own."""
        others = set(people) - {by.pk if by else None}
        if others and kind in LOOKING:
            others -= set(LookedAt.objects.filter(look__in=self._lately(kind, by), person__in=others).values_list("person_id", flat=True))
        return others

    def _lately(self, kind: LookKind, by: "Person | None") -> "LookRows":
        return self.filter(kind=kind, by=by, at__gt=now() - ONE_LOOK)


class Look(models.Model):
    """Somebody looked at what is another's, or did something to it, in a way that is not everyday. What everybody may read is no look."""

    KEPT = timedelta(days=365)

    kind = models.CharField(max_length=20, choices=LookKind.choices)
    by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    """Who looked; nobody any more when they have left."""
    people = models.ManyToManyField("people.Person", through="people.LookedAt", related_name="+")
    why = models.CharField(max_length=LONGEST_WHY, default="", blank=True)
    at = models.DateTimeField(default=now)

    objects = LookRows.as_manager()

    class Meta:
        db_table = "look"
        indexes = [
            models.Index(fields=["-at", "-id"], name="look_by_time"),
            models.Index(fields=["by", "kind", "-at"], name="look_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.by_id}"

    @property
    def is_of_everybody(self) -> bool:
        """Whether everybody's data was looked at, and not that of those who are named."""
        return self.kind in OF_EVERYBODY

    @property
    def is_by_the_machine(self) -> bool:
        """Whether it was done on the machine itself, by somebody who need not be here."""
        return self.kind == LookKind.EMERGENCY


class LookedAt(models.Model):
    """One of the people whose data was looked at."""

    look = models.ForeignKey(Look, models.CASCADE, related_name="looked_at")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")

    class Meta:
        db_table = "looked_at"
        constraints = [models.UniqueConstraint(fields=["person", "look"], name="looked_at_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.look_id}"
