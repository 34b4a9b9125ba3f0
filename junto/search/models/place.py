from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Subquery

from junto.kit.turns import one_at_a_time
from junto.search.models.document import Document


class KnownModelRows(models.QuerySet["KnownModel"]):
    def with_newest(self) -> "KnownModelRows":
        """With the number of the newest place of each, None where there is none."""
        newest = Place.objects.filter(model=OuterRef("name")).order_by("-pk").values("pk")[:1]
        return self.annotate(newest=Subquery(newest))


class KnownModel(models.Model):
    """A model that put documents into places. The one that serves is asked; another one that is new serves once it has placed all."""

    made_anew = True  # by `reindex`, so it is not carried into another database

    name = models.CharField(max_length=80, unique=True)
    serves = models.BooleanField(default=False)

    newest: int | None

    objects = KnownModelRows.as_manager()

    class Meta:
        db_table = "known_model"

    def __str__(self) -> str:
        return self.name


class PlaceRows(models.QuerySet["Place"]):
    def keep(self, model: str, numbers: dict[int, bytes]) -> None:
        """Keeps where these documents stand, instead of what was kept. In a transaction.

        A place that changes gets a new number, and one transaction at a time writes here: so whoever reads on from the last number they
        saw misses nothing.
        """
        one_at_a_time("places")
        self.filter(model=model, document__in=numbers).delete()
        there = set(Document.objects.filter(pk__in=numbers).values_list("pk", flat=True))
        Place.objects.bulk_create(Place(model=model, document_id=document, numbers=numbers[document]) for document in there)

    def since(self, model: str, number: int) -> Iterable[tuple[int, int, bytes]]:
        """The places of a model beyond that number, in their order: number, document, and where it stands."""
        rows = self.filter(model=model, pk__gt=number).order_by("pk").values_list("pk", "document_id", "numbers")
        return rows.iterator(chunk_size=2000)


class Place(models.Model):
    """Where a document stands, as a model sees it: what lies near it means the same."""

    made_anew = True  # by `reindex`, so it is not carried into another database

    document = models.ForeignKey(Document, models.CASCADE, related_name="places")
    model = models.CharField(max_length=80)
    numbers = models.BinaryField()

    objects: ClassVar[PlaceRows] = PlaceRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "place"
        constraints = [models.UniqueConstraint(fields=["document", "model"], name="place_once")]
        indexes = [models.Index(fields=["model", "id"], name="place_in_order")]

    def __str__(self) -> str:
        return f"{self.document_id} by {self.model}"
