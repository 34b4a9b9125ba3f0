"""The worker makes a file ready: nobody waits for it on a page, and what is hostile is read in no request."""

import io
import tempfile
from typing import IO

from junto.kit.files.limits import AS_IT_CAME
from junto.kit.files.names import RAW, WHOLE
from junto.kit.files.refusals import Refused
from junto.kit.files.store import store
from junto.kit.models import File
from junto.kit.work import outreach

IN_MEMORY = 2_000_000


@outreach
def prepare(file_id: int) -> None:
    """Makes the sizes that are shown and lets them be seen. Done twice it changes nothing; taken out meanwhile it is nothing."""
    for file in File.objects.filter(pk=file_id, state=File.State.WAITING):
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as source:
            _make_ready(file, source)


def _make_ready(file: File, source: IO[bytes]) -> None:
    for piece in store().read(file.name_of(RAW)):
        source.write(piece)
    if file.kind == AS_IT_CAME:
        return _keep_as_it_came(file, source)
    _draw(file, source)


def _keep_as_it_came(file: File, source: IO[bytes]) -> None:
    source.seek(0)
    store().put(file.name_of(WHOLE), source)
    file.become_ready(AS_IT_CAME, {WHOLE: file.size})


def _draw(file: File, source: IO[bytes]) -> None:
    from junto.kit.files.pictures import made_of  # here, for it takes a tenth of a second and most starts need none of it

    try:
        made = made_of(source, file.focus, file.hangs_on.shape)
    except Refused as refused:
        return file.refuse(refused.code)
    for name, content in made.parts.items():
        store().put(file.name_of(name), io.BytesIO(content))
    file.become_ready(made.kind, {name: len(content) for name, content in made.parts.items()}, (made.width, made.height))
