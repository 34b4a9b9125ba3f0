"""Brings what is stored up to date with today's renderer, a batch at a time, while everybody works. It can be stopped and started again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import QuerySet

from junto.kit.facts import announce, verb
from junto.kit.text.clean import TooLong
from junto.kit.text.facts import TextsRedrawn
from junto.kit.text.models import RenderedText
from junto.kit.text.render import VERSION

BATCH = 200
FIELDS = ("source", "html", "plain", "renderer")


@dataclass(frozen=True)
class Redrawn:
    """A text that is drawn anew, and how it stood before."""

    text: RenderedText
    source: str
    plain: str

    @classmethod
    def of(cls, text: RenderedText) -> "Redrawn":
        """The text as it stands now, before it is drawn."""
        return cls(text, text.source, text.plain)


def kinds() -> list[type[RenderedText]]:
    """Every model that keeps rendered text."""
    return [model for model in apps.get_models() if issubclass(model, RenderedText)]


def outdated(kind: type[RenderedText]) -> QuerySet[RenderedText]:
    """The rows an older renderer made, in the order of their keys."""
    return kind._base_manager.filter(renderer__lt=VERSION).order_by("pk")


def rerender(kind: type[RenderedText], done: Callable[[int], object] = lambda rows: None, batch_of: int = BATCH) -> int:
    """Renders the outdated rows of one model anew; `done` hears the size of each batch. Gives how many rows had to stay as they were."""
    left, last = 0, None
    while batch := list((outdated(kind) if last is None else outdated(kind).filter(pk__gt=last))[:batch_of]):
        before = [Redrawn.of(text) for text in batch]
        written = [redrawn for redrawn in before if _written_again(redrawn.text)]
        keep(kind, written)
        left += len(batch) - len(written)
        last = batch[-1].pk
        done(len(batch))
    return left


def _written_again(text: RenderedText) -> bool:
    try:
        text.write_again()
    except TooLong:
        return False
    return True


@verb
def keep(kind: type[RenderedText], redrawn: Sequence[Redrawn]) -> int:
    """Keeps texts that were drawn anew, and says whose words are others now; gives how many were kept.

    A text that was edited after it was read keeps the edit, which is up to date anyway.
    """
    rows = kind._base_manager.select_for_update().filter(pk__in=[done.text.pk for done in redrawn])
    stands = dict(rows.values_list("pk", "source"))
    kept = [done for done in redrawn if stands.get(done.text.pk) == done.source]
    kind._base_manager.bulk_update([done.text for done in kept], FIELDS)
    numbers = [done.text.pk for done in kept if done.text.plain != done.plain]
    if numbers:
        announce(TextsRedrawn(model=kind._meta.label_lower, numbers=numbers))
    return len(kept)
