"""Pictures, and files that only look like pictures, made anew for each test. None of them is kept as a file."""

import io
import struct
import zipfile
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PLACE = {1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)}
"""Where a picture was taken, as a camera notes it."""


def picture(form: str = "JPEG", size: tuple[int, int] = (400, 300), colour: str = "#356", **how: Any) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new(how.pop("mode", "RGB"), size, colour).save(file, form, **how)
    return file.getvalue()


def halves(form: str = "PNG", size: tuple[int, int] = (400, 200), first: str = "red", second: str = "blue", **how: Any) -> bytes:
    """A picture whose first half (left, or top when it is upright) has one colour and whose second half another."""
    width, height = size
    image = Image.new("RGB", size, first)
    image.paste(second, (width // 2, 0, width, height) if width >= height else (0, height // 2, width, height))
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def from_a_phone() -> bytes:
    """A JPEG with everything a phone notes: place, camera, when; lying on its side."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = 6, "Phonemaker", "Ada Okafor"
    exif.get_ifd(0x8825).update(PLACE)
    return halves("JPEG", (400, 200), exif=exif, comment=b"taken at home", quality=95)


def moving() -> bytes:
    """A GIF of three frames, red first."""
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "green", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=50)
    return file.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """A few hundred bytes that claim to be a picture of that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")


def png_with_swollen_words() -> bytes:
    """A small picture with a note that unpacks to a hundred megabytes."""
    whole = picture("PNG", (20, 20))
    data = b"note\0\0" + zlib.compress(bytes(100_000_000), 9)
    note = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", zlib.crc32(b"zTXt" + data))
    return whole[:33] + note + whole[33:]


def archive() -> bytes:
    """A program for Java, as far as anybody looks."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("META-INF/MANIFEST.MF", "Main-Class: Harm")
    return file.getvalue()


def drawing(inside: str, attributes: str = 'viewBox="0 0 10 10"', before: str = "") -> bytes:
    """An SVG."""
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {space} {attributes}>{inside}</svg>".encode()


HOSTILE = {
    "nothing at all": (b"", "empty"),
    "a text": (b"just words", "no_picture"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "no_picture"),
    "a page that begins like a GIF": (b"GIF89a/*<html><script>alert(1)</script>*/", "two_things"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(200), "no_picture"),
    "an archive": (archive(), "no_picture"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "no_picture"),
    "a page in the comment of a JPEG": (picture(comment=b"<html><body><script>alert(1)</script>"), "two_things"),
    "a page behind a JPEG": (picture() + b"\n<script src=//example.org/x></script>", "two_things"),
    "a program of a server in a GIF": (picture("GIF", comment=b"<?php system($_GET[0]); ?>"), "two_things"),
    "an archive behind a GIF": (picture("GIF") + archive(), "two_things"),
    "a PDF behind the head of a JPEG": (picture(comment=b"%PDF-1.4"), "two_things"),
    "a bomb of points": (png_that_says(50_000, 50_000), "too_many_points"),
    "a large bomb of points": (png_that_says(2**31 - 1, 2**31 - 1), "too_many_points"),
    "a cut picture": (halves("JPEG", (800, 800))[:900], "damaged"),
    "a picture that lies about its size": (png_that_says(3000, 3000), "damaged"),
    "swollen words": (png_with_swollen_words(), "damaged"),
    "a head and nothing else": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "an SVG bomb": (
        drawing("<text>&c;</text>", before='<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'),
        "no_picture",
    ),
    "an SVG that reads files": (
        drawing("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "no_picture",
    ),
    "an SVG of nothing but script": (drawing("<script>alert(1)</script>"), "empty_drawing"),
    "an endless SVG": (drawing("<g/>" * 6000), "too_many_points"),
    "a deep SVG": (drawing("<g>" * 100 + '<path d="M0 0h9"/>' + "</g>" * 100), "too_many_points"),
}
"""What must not be taken in, and why it is not."""


def sent(content: bytes, name: str = "picture.jpg") -> SimpleUploadedFile:
    """The same as a form sends it; names and types are the sender's own invention."""
    return SimpleUploadedFile(name, content, "image/jpeg")
