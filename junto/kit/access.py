"""Who may see and who may do. Rooms write the rules; kit asks them here and knows people by number only."""

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import PermissionDenied

from junto.kit.plugins import Plugin


def allow(permitted: bool) -> None:
    """Answers 403 unless the rule says yes. The thing itself was fetched through `visible_to`, so its existence is no secret."""
    if not permitted:
        raise PermissionDenied


class Subject(Plugin):
    """Something that files, streams and facts are about, such as `thread`. A room says who may see it."""

    is_person: ClassVar[bool] = False
    """Whether the number in its addresses is a person's, and goes when the person goes."""

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        """Which of these people may see the subject with that number now. Unknown numbers are seen by nobody."""
        raise NotImplementedError


def may_see(address: str, people: Collection[int]) -> set[int]:
    """Which of these people may see the subject at an address like `thread:7`; nobody sees what cannot be read."""
    name, _, number = address.partition(":")
    subject = Subject.named(name)
    if subject is None or not number.isdecimal() or len(number) > 18:
        return set()
    return subject.seen_by(int(number), people)
