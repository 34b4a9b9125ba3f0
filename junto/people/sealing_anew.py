"""After the secret key was changed: what was sealed with one of before is sealed with that of now, so that the other can be taken out."""

from contextlib import suppress
from typing import Any, ClassVar

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from junto.kit.plugins import Plugin
from junto.kit.work import listener
from junto.people.sealing import key_of, seal, unseal


class Sealed(Plugin):
    """Rows of a kind in which something stands sealed. Rooms put theirs into `sealed_columns.py`."""

    purpose: ClassVar[str]
    columns: ClassVar[tuple[str, ...]] = ()

    def rows(self) -> QuerySet[Any]:
        """All of them."""
        raise NotImplementedError

    def kept(self, row: Any) -> dict[str, str]:
        """What is sealed in a row, by its name."""
        return {name: sealed for name in self.columns if (sealed := getattr(row, name))}

    def keep(self, row: Any, kept: dict[str, str]) -> None:
        """Writes it anew."""
        for name, sealed in kept.items():
            setattr(row, name, sealed)
        row.save(update_fields=list(kept))

    def before(self) -> list[Any]:
        """Rows that the key of now does not open."""
        return [row for row in self.rows() if not all(_opens(sealed, self.purpose) for sealed in self.kept(row).values())]


def sealed_before() -> int:
    """In how many rows something is sealed that the key of now does not open."""
    return sum(len(kind.before()) for kind in Sealed.every())


@listener
def seal_anew() -> None:
    """Row by row. What no key opens stays as it is."""
    for kind in Sealed.every() if settings.SECRET_KEY_FALLBACKS else ():
        for found in kind.before():
            with transaction.atomic(), suppress(InvalidToken):
                for row in kind.rows().select_for_update().filter(pk=found.pk):
                    kept = kind.kept(row).items()
                    kind.keep(row, {name: seal(unseal(sealed, kind.purpose), kind.purpose) for name, sealed in kept})


def _opens(sealed: str, purpose: str) -> bool:
    with suppress(InvalidToken):
        return key_of(sealed, purpose) == settings.SECRET_KEY
    return False
