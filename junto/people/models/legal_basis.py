from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.privacy import Basis
from junto.people.facts import LegalBasesChosen

if TYPE_CHECKING:
    from junto.people.models.person import Person


class LegalBasisRows(models.QuerySet["LegalBasis"]):
    @verb
    def choose(self, chosen: Mapping[str, str], *, by: "Person") -> None:
        """From now on these kinds of data are processed on these grounds."""
        rows = [LegalBasis(kind=kind, basis=basis, chosen_at=now()) for kind, basis in chosen.items()]
        LegalBasis.objects.bulk_create(rows, update_conflicts=True, unique_fields=["kind"], update_fields=["basis", "chosen_at"])
        announce(LegalBasesChosen(by_id=by.pk))


class LegalBasis(models.Model):
    """On what ground one kind of data is processed, as the owners decided."""

    kind = models.CharField(max_length=40, unique=True)
    """The name of its declaration (`Kept.name`)."""
    basis = models.CharField(max_length=20, choices=Basis.choices)
    chosen_at = models.DateTimeField(default=now)

    objects = LegalBasisRows.as_manager()

    class Meta:
        db_table = "legal_basis"

    def __str__(self) -> str:
        return f"{self.kind}: {self.basis}"
