"""How the picture of a thing stands: shown, on its way, or refused after it was looked at."""

from typing import NamedTuple

from junto.kit.files.refusals import words_of
from junto.kit.models import File


class Standing(NamedTuple):
    """Whether one is being made ready, and why the last one was not taken."""

    is_waiting: bool
    trouble: str


def standing(use: str, number: int) -> Standing:
    """How the picture of that thing stands now."""
    last = File.objects.of(use, number).exclude(state=File.State.READY).order_by("-pk").first()
    if last is None:
        return Standing(False, "")
    return Standing(last.state == File.State.WAITING, words_of(last.refusal) if last.refusal else "")
