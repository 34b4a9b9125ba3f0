"""Somebody's mailbox as a subject: nobody else hears how mail to it fares."""

from collections.abc import Collection

from junto.kit.access import Subject


class MailboxSubject(Subject):
    """The address of a person; the number is the person's."""

    name = "mailbox"
    is_person = True

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        return {number} & set(people)
