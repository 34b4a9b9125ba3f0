"""The file a backup is: a zip of parts, and a manifest that says what they are and what they must add up to."""

import contextlib
import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20


class BadBackup(Exception):
    """A backup that cannot be used here; its text says why."""


class Writer:
    """An archive being written. Every part is summed as it goes in."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._zip = file
        self.parts: dict[str, dict[str, Any]] = {}

    def add(self, name: str, chunks: Iterable[bytes | memoryview], squeezed: bool = True) -> None:
        """One part, from chunks."""
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if squeezed else zipfile.ZIP_STORED
        sum_, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as part:
            for chunk in chunks:
                part.write(chunk)
                sum_.update(chunk)
                size += len(chunk)
        self.parts[name] = {"sha256": sum_.hexdigest(), "bytes": size}

    def close(self, manifest: dict[str, Any]) -> None:
        """The manifest goes in last, when everything is known."""
        whole = {"format": FORMAT, **manifest, "parts": self.parts}
        self._zip.writestr(MANIFEST, json.dumps(whole, indent=1), zipfile.ZIP_DEFLATED)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Writes beside the file and puts it in its place when it is whole; readable by its owner only, for it holds everything."""
    if path.exists() and not path.is_file():
        # Putting a file in the place of a device (/dev/null) would take the device away from the whole machine.
        raise BadBackup(f"{path} is no file")
    if not path.parent.is_dir():
        raise BadBackup(f"there is no folder {path.parent}")
    beside = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
            with zipfile.ZipFile(handle, "w", compresslevel=6) as file:
                yield Writer(file)
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


class Reader:
    """An archive whose every part has been found whole."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._zip = file
        self.manifest: dict[str, Any] = json.loads(file.read(MANIFEST))
        if self.manifest.get("format") != FORMAT:
            raise BadBackup("this backup was made by another version of Junto; bring it back with that version")

    def check(self) -> None:
        """Raises BadBackup when a part is missing, altered, cut off, or called so that it would be written elsewhere."""
        for name, expected in self.manifest["parts"].items():
            if "\\" in name or not set(name.split("/")).isdisjoint({"", ".", ".."}):
                raise BadBackup(f"its part {name!r} leads out of it")
            sum_ = hashlib.sha256()
            with self.open(name) as part:
                for chunk in chunks_of(part):
                    sum_.update(chunk)
            if sum_.hexdigest() != expected["sha256"]:
                raise BadBackup(f"its part {name} is damaged")

    def size_of(self, name: str) -> int | None:
        """How many bytes a part has; None when there is none of that name."""
        part = self.manifest["parts"].get(name)
        return part["bytes"] if part else None

    def open(self, name: str) -> IO[bytes]:
        """One part, to read from."""
        return self._zip.open(name)

    def copy(self, name: str, to: Path) -> None:
        """Writes one part into a file."""
        to.parent.mkdir(parents=True, exist_ok=True)
        with self.open(name) as part, to.open("wb") as file:
            shutil.copyfileobj(part, file, CHUNK)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """A checked archive. Nothing has been changed anywhere when it is found bad."""
    with contextlib.ExitStack() as opened:
        try:
            reader = Reader(opened.enter_context(zipfile.ZipFile(path)))
            reader.check()
        except OSError as error:
            raise BadBackup(f"{path} cannot be read ({error.strerror})") from error
        except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError) as error:
            raise BadBackup(f"it is not a whole backup ({error})") from error
        yield reader


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """The file in pieces."""
    return iter(lambda: file.read(CHUNK), b"")
