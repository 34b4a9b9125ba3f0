"""How far the house is with knowing what its texts mean."""

from dataclasses import dataclass

from django.db.models import Count, Q

from junto.kit.meaning import chosen
from junto.kit.searchable import Searchable
from junto.search.models import Document, KnownModel


@dataclass(frozen=True)
class Standing:
    """Which model, and how many of how many texts it knows. `former` is one that still serves while this one learns."""

    model: str
    former: str
    documents: int
    waiting: int

    @property
    def placed(self) -> int:
        """How many are known."""
        return self.documents - self.waiting


def standing() -> Standing:
    """Two queries."""
    subjects = [searchable.name for searchable in Searchable.every() if searchable.has_meaning]
    counted = Document.objects.filter(subject__in=subjects).aggregate(all=Count("pk"), waiting=Count("pk", filter=Q(is_placed=False)))
    serves = KnownModel.objects.filter(serves=True).values_list("name", flat=True).first() or ""
    return Standing(chosen.name(), serves if serves != chosen.name() else "", counted["all"], counted["waiting"])
