"""What hangs on a mail goes along with its words, by the one door for files; what does not is kept with the reason."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from junto.kit.files.refusals import Refused
from junto.mail.incoming.letter import Attachment as Hanging
from junto.mail.incoming.letter import Bomb, Letter
from junto.mail.models import IncomingMail
from junto.people.models import Person
from junto.posts.attached.receiving import receive
from junto.posts.attached.said import Said
from junto.posts.models import Attachment


@contextmanager
def going_along(mail: IncomingMail, *, by: Person) -> Iterator[Said]:
    """The files of the mail, to be posted with its words. When those cannot be posted after all, nothing of the files stays."""
    said = Said(mail.mark)
    try:
        _take_in(mail, said, by)
        yield said
    except BaseException:
        Attachment.objects.waiting(by, said.draft).drop()
        raise


def _take_in(mail: IncomingMail, said: Said, by: Person) -> None:
    hanging, decorations = _hanging_on(mail)
    left = []
    for each in hanging:
        try:
            _take_one(each, said, by)
        except Refused as refused:
            left.append([each.name, refused.code, refused.places])
    mail.note_left_behind(left, carried=len(hanging) + decorations - len(left))


def _take_one(each: Hanging, said: Said, by: Person) -> None:
    if len(said.numbers) == Attachment.MOST:
        raise Refused("too_many", most=Attachment.MOST)
    said.numbers.add(receive(io.BytesIO(each.content()), each.name, by=by, draft=said.draft).pk)


def _hanging_on(mail: IncomingMail) -> tuple[list[Hanging], int]:
    """What somebody hung on it, and how many pictures are only part of its signature or of what it quotes."""
    from junto.mail.incoming.decorations import decorations_of  # here, for it brings an HTML parser

    try:
        letter = Letter(mail.raw)
        decorations = decorations_of(letter)
    except Bomb:
        return [], 0
    return [each for each in letter.attachments if each.number not in decorations], len(decorations)
