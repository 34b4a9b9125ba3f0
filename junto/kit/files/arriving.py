"""The pieces of an upload: put away as they come, and put together when somebody hands the whole over to a form."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.files.limits import PIECE
from junto.kit.files.refusals import Refused
from junto.kit.files.store import store
from junto.kit.models import Upload

IN_MEMORY = 2_000_000


def add_piece(upload: Upload, start: int, piece: bytes) -> bool:
    """Puts away the next piece. False, with nothing changed, when it is not the next one or has not the length it must have."""
    if start != upload.arrived or len(piece) != min(PIECE, upload.size - start):
        return False
    store().put(upload.name_of(start), io.BytesIO(piece))
    return _count(upload, start + len(piece))


@verb
def _count(upload: Upload, arrived: int) -> bool:
    """Only who still finds it as it was may count: the same piece may have come twice, or the upload been given up."""
    found = Upload.objects.filter(pk=upload.pk, arrived=upload.arrived)
    counted = found.update(arrived=arrived, touched_at=now())
    upload.arrived = arrived
    return bool(counted)


@contextmanager
def whole(key: str, *, by: int) -> Iterator[IO[bytes]]:
    """All of an upload of that person, to read from. Raises Refused when it is not all there."""
    upload = Upload.objects.of(by).filter(key=key).first()
    if upload is None or not upload.is_whole:
        raise Refused("not_there")
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
        for start in range(0, upload.size, PIECE):
            _copy(upload.name_of(start), file)
        yield file


def _copy(name: str, file: IO[bytes]) -> None:
    try:
        for chunk in store().read(name):
            file.write(chunk)
    except FileNotFoundError as error:
        raise Refused("not_there") from error
