"""Takes a file in: looked at first, then its bytes are put away, then a row says that they are there."""

import io
import logging
from datetime import timedelta
from typing import IO, Any

from django.db.models import QuerySet, Sum

from junto.kit.facts import verb
from junto.kit.files.limits import AS_IT_CAME, MB, MOST_AN_HOUR, MOST_BEGUN, most_bytes, most_bytes_of_one
from junto.kit.files.names import RAW, folder_of, new_key
from junto.kit.files.preparing import prepare
from junto.kit.files.refusals import Refused
from junto.kit.files.store import store
from junto.kit.files.use import FileUse
from junto.kit.models import File, Tries, Upload, counted_key
from junto.kit.turns import one_at_a_time
from junto.kit.work import later

log = logging.getLogger(__name__)


def take_in(source: IO[bytes], *, use: str, number: int, by: int | None, focus: str = "middle", name: str = "") -> File:
    """Hangs the file on that thing as soon as the worker has made it ready; until then the thing shows what it showed.

    Raises Refused, with nothing kept. Killed in between it leaves bytes without a row, which are swept out.
    `name` is what somebody who saves it finds it under; pictures need none.
    What nobody gave (`by` None: the house fetched it itself) counts against no one's room.
    """
    from junto.kit.files.inspecting import OTHER, kind_of  # here, for reading pictures takes a tenth of a second to load

    form = kind_of(source, pictures_only=FileUse.registry[use].pictures_only)
    size = source.seek(0, io.SEEK_END)
    _ask_for_room(by, size)
    _ask_for_patience(by)
    file = File(
        key=new_key(), use=use, number=number, by_id=by, focus=focus, size=size, name=name, kind=AS_IT_CAME if form == OTHER else ""
    )
    source.seek(0)
    _put_away(f"{folder_of(file.key)}/{RAW}", source)
    _keep(file)
    return file


@verb
def take_out(use: str, number: int, *, by: int | None) -> None:
    """The thing shows no file any more, and the file goes, with any that was on its way."""
    FileUse.registry[use].show(number, "", by)
    File.objects.of(use, number).discard()


@verb
def begin(mark: str, size: int, *, by: int) -> Upload:
    """An upload to go on with: the one that stopped, when this person sent the same file before. Raises Refused."""
    if not 0 < size <= most_bytes():
        raise Refused("too_large" if size > 0 else "empty", most=most_bytes() // MB)
    one_at_a_time(f"files of {by}")
    for found in Upload.objects.of(by).filter(mark=mark, size=size)[:1]:
        return found
    _ask_for_room(by, size, begun=_taken(Upload.objects.of(by)))
    _give_up_the_oldest(by)
    return Upload.objects.create(key=new_key(), by_id=by, mark=mark, size=size)


@verb
def _keep(file: File) -> None:
    one_at_a_time(f"files of {file.by_id}")
    _ask_for_room(file.by_id, file.size)
    File.objects.of(file.use, file.number).exclude(state=File.State.READY).discard()
    file.save(force_insert=True)
    later(prepare, file_id=file.pk)


def _put_away(name: str, source: IO[bytes]) -> None:
    try:
        store().put(name, source)
    except OSError as error:
        log.exception("a file could not be kept")
        raise Refused("no_store") from error


def _ask_for_room(by: int | None, size: int, begun: int = 0) -> None:
    if by is None:
        return
    taken = _taken(File.objects.filter(by_id=by)) + begun
    if taken + size > most_bytes_of_one():
        raise Refused("no_room", most=most_bytes_of_one() // MB)


def _ask_for_patience(by: int | None) -> None:
    if by is not None and Tries.objects.count_one(counted_key("files", by), MOST_AN_HOUR, timedelta(hours=1)):
        raise Refused("too_often")


def _taken(rows: "QuerySet[Any]") -> int:
    return int(rows.aggregate(taken=Sum("size"))["taken"] or 0)


def _give_up_the_oldest(by: int) -> None:
    begun = Upload.objects.of(by).order_by("-touched_at", "-pk").values_list("pk", flat=True)
    Upload.objects.filter(pk__in=list(begun[MOST_BEGUN - 1 :])).discard()
