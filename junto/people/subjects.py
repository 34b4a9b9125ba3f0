"""People as subjects: what an open page may hear of."""

from collections.abc import Collection

from junto.kit.access import Subject


class InboxSubject(Subject):
    """A person's own inbox: only they hear of it."""

    name = "inbox"
    is_person = True

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        return {number} & set(people)
