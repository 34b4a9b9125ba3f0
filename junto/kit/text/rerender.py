"""Brings what is stored up to date with today's renderer, a batch at a time, while everybody works. It can be stopped and started again."""

from collections.abc import Callable, Iterable

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet

from junto.kit.text.clean import TooLong
from junto.kit.text.models import RenderedText
from junto.kit.text.render import VERSION

BATCH = 200
FIELDS = ("source", "html", "plain", "renderer")


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
        before = {text.pk: text.source for text in batch}
        written = [text for text in batch if _written_again(text)]
        _keep(kind, written, before)
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


def _keep(kind: type[RenderedText], written: Iterable[RenderedText], before: dict[object, str]) -> None:
    """A text that was edited after it was read keeps the edit, which is up to date anyway."""
    with transaction.atomic():
        for text in written:
            unchanged = kind._base_manager.filter(pk=text.pk, source=before[text.pk])
            unchanged.update(**{field: getattr(text, field) for field in FIELDS})
