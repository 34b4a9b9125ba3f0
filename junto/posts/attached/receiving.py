"""Takes a file in for a text that somebody is writing: by the one door for files, and then it waits with the draft."""

from typing import IO

from django.utils.translation import gettext as _

from junto.kit.facts import verb
from junto.kit.files.arriving import whole
from junto.kit.files.limits import AS_IT_CAME
from junto.kit.files.refusals import Refused
from junto.kit.files.taking_in import take_in
from junto.kit.models import Upload
from junto.kit.text.line import one_line
from junto.kit.turns import one_at_a_time
from junto.kit.work import listener
from junto.people.models import Person
from junto.posts.models.attachment import USE, Attachment


def receive(source: IO[bytes], name: str, *, by: Person, draft: str) -> Attachment:
    """The file, waiting with that draft. Raises Refused, with nothing kept."""
    waiting = _begin(tidy_name(name), by, draft)
    try:
        file = take_in(source, use=USE, number=waiting.pk, by=by.pk, name=waiting.name)
    except BaseException:
        waiting.delete()
        raise
    waiting.is_picture, waiting.size = file.kind != AS_IT_CAME, file.size
    waiting.save(update_fields=["is_picture", "size"])
    return waiting


def receive_upload(key: str, name: str, *, by: Person, draft: str) -> Attachment:
    """The same with what a script has sent in pieces, which is not needed any more then."""
    try:
        with whole(key, by=by.pk) as source:
            return receive(source, name, by=by, draft=draft)
    finally:
        Upload.objects.of(by.pk).filter(key=key).discard()


def tidy_name(name: str) -> str:
    """A name as it is shown and saved under: one line, without folders and without letters that mislead."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = one_line(last, 1000).rpartition(".")
    room = Attachment.LONGEST_NAME - len(dot + ending)
    tidy = f"{stem[: max(room, 0)]}{dot}{ending}"[: Attachment.LONGEST_NAME].strip(". ")
    return tidy or _("file")


@verb
def _begin(name: str, by: Person, draft: str) -> Attachment:
    one_at_a_time(f"attaches {by.pk}")
    if Attachment.objects.waiting(by, draft).count() >= Attachment.MOST_WAITING:
        raise Refused("too_many", most=Attachment.MOST)
    return Attachment.objects.create(by=by, draft=draft, name=name)


@listener
def forget_unsent() -> None:
    """Files of texts that were never sent and are written no more."""
    Attachment.objects.forgettable().drop()
