"""Looks at what was sent before any of it is kept. Only what the bytes say counts, never a name or what a browser claims."""

import io
import re
import zipfile
from typing import IO

import puremagic
from PIL import Image, UnidentifiedImageError

from junto.kit.files.drawings import cleaned
from junto.kit.files.limits import MB, MOST_POINTS, MOST_POINTS_OTHERWISE, PICTURES, most_bytes
from junto.kit.files.refusals import Refused

DRAWING, OTHER = "SVG", "other"
HEAD = 4096
PROGRAM = re.compile(rb"<(?:script|iframe|!doctype|(?:html|\?php)[\s>])", re.IGNORECASE)
"""What makes a browser, or a server, take a picture for a page or a program. Shorter marks stand in large pictures by chance."""
LOOKED_AT_ONCE = 1 << 20
RUNS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe", b"L\0\0\0\x01\x14\x02\0")
"""How programs for Windows, Linux, macOS and Java begin, and links of Windows that start one."""


def kind_of(source: IO[bytes], *, pictures_only: bool) -> str:
    """As `form_of`; and OTHER for what is no picture, where other files are taken as well. Programs are taken nowhere."""
    try:
        return form_of(source)
    except Refused as refused:
        source.seek(0)
        head = source.read(HEAD)
        is_none = refused.code == "no_picture" or (_is_markup(head) and refused.code in ("empty_drawing", "too_many_points"))
        if pictures_only or not is_none:
            raise
    if head.startswith(RUNS):
        raise Refused("program")
    return OTHER


def form_of(source: IO[bytes]) -> str:
    """Which of PICTURES it is, or DRAWING. Raises Refused for everything that is not plainly one of them."""
    size = source.seek(0, io.SEEK_END)
    if not size:
        raise Refused("empty")
    if size > most_bytes():
        raise Refused("too_large", most=most_bytes() // MB)
    source.seek(0)
    head = source.read(HEAD)
    if _is_markup(head):
        source.seek(0)
        cleaned(source.read())
        return DRAWING
    form = PICTURES.get(_kind(head), "")
    if not form:
        raise Refused("no_picture")
    _refuse_two_things(source, head)
    _refuse_too_many_points(source, form)
    return form


def _is_markup(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def opened(source: IO[bytes], form: str) -> Image.Image:
    """The picture, of which no more than the head was read yet."""
    source.seek(0)
    try:
        return Image.open(source, formats=[form])
    except Image.DecompressionBombError as error:
        raise Refused("too_many_points") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("damaged") from error


def _kind(head: bytes) -> str:
    try:
        return str(puremagic.from_string(head, mime=True))
    except (puremagic.PureError, ValueError):
        return ""


def _refuse_two_things(source: IO[bytes], head: bytes) -> None:
    """An archive behind a picture (GIFAR), a page or a program inside one. Cameras do put more pictures behind the first."""
    if b"%PDF-" in head[:1024] or _is_archive(source):
        raise Refused("two_things")
    source.seek(0)
    before = b""
    while piece := source.read(LOOKED_AT_ONCE):
        if PROGRAM.search(before + piece):
            raise Refused("two_things")
        before = piece[-16:]


def _is_archive(source: IO[bytes]) -> bool:
    try:
        return zipfile.is_zipfile(source) and bool(zipfile.ZipFile(source).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _refuse_too_many_points(source: IO[bytes], form: str) -> None:
    width, height = opened(source, form).size
    if width * height > MOST_POINTS.get(form, MOST_POINTS_OTHERWISE):
        raise Refused("too_many_points")
