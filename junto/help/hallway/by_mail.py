"""Noting by mail: the subject is what was asked, the first lines are what helped."""

from django.utils.translation import gettext_lazy as _

from junto.help.models import Note
from junto.kit.text import LONGEST, clean
from junto.kit.text.line import is_blank, one_line
from junto.mail.addresses import box_address
from junto.mail.incoming.letterbox import Letterbox
from junto.people.models import Person
from junto.posts.models import Thread

GOES_ON = "…"


class NotesByMail(Letterbox):
    """A mail becomes a note of its sender's own. With whom it was, and for whom else it is, nobody can say by mail."""

    name = "note"
    taken = _("It is one of your notes. Only you see it.")
    if_not_enough = _("a note needs two things: what was asked, as the subject, and below it what helped.")

    def take(self, title: str, words: str, *, by: Person, mark: str) -> bool:
        asked, helped = _two_lines(one_line(title, LONGEST), clean(words.strip()[:LONGEST]))
        if is_blank(asked) or is_blank(helped):
            return False
        Note.objects.take(by=by, mark=mark, title=one_line(asked, Thread.LONGEST_TITLE), text=first_lines(helped), topics=[])
        return True


def note_address(person: Person) -> str | None:
    """Where this person mails their notes; None where no mail comes in."""
    return box_address(person, NotesByMail.name)


def _two_lines(title: str, words: str) -> tuple[str, str]:
    """What was asked and what helped. Without a subject the first line is what was asked; of a long one all stands below as well."""
    if is_blank(title):
        first, _end, rest = words.strip().partition("\n")
        return first, rest.strip()
    is_whole = one_line(title, Thread.LONGEST_TITLE) == title or is_blank(words)
    return title, words if is_whole else f"{title}\n\n{words}"


def first_lines(words: str) -> str:
    """As much as a note holds, up to the end of a word; the mail itself keeps the rest for as long as mails are kept."""
    if len(words) <= Note.LONGEST_TEXT:
        return words
    room = Note.LONGEST_TEXT - len(GOES_ON) - 1
    begins = words[: room + 1]
    return f"{begins.rsplit(None, 1)[0][:room]} {GOES_ON}"
