"""Cuts people's numbers off facts whose time is over, for what happened stays and who it was does not; and lets dead work go."""

from datetime import datetime, timedelta

from junto.kit.clock import now
from junto.kit.facts.fact import KINDS
from junto.kit.models import FactRecord, Work
from junto.kit.privacy.numbers import cut_out, naming_people
from junto.kit.work.listener import listener

DEAD_KEPT = timedelta(days=90)


@listener
def cut_off_old_numbers() -> None:
    """Every kind of fact says for how long the people in it are kept; None is as long as what it is about exists."""
    for name, kind in KINDS.items():
        if kind.kept_days is not None:
            _cut(name, now() - timedelta(days=kind.kept_days))


@listener
def forget_dead() -> None:
    """Work that failed for good may quote people in its error: it goes when nobody revived it for long enough."""
    Work.objects.dead().filter(run_at__lt=now() - DEAD_KEPT).delete()


def _cut(kind: str, before: datetime) -> None:
    old = FactRecord.objects.filter(kind=kind, at__lt=before)
    old.filter(by_id__isnull=False).update(by_id=None)
    for name in naming_people().get(kind, ()):
        cut_out(old.exclude(**{f"data__{name}": None}), lambda number: True)
