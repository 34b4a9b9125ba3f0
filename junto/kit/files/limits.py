"""How much is taken in. Operators set the two sizes; docs/operate/files.md tells of all of them."""

from datetime import timedelta

from django.conf import settings

MB = 1_000_000
PIECE = 262_144
"""Bytes of one piece of an upload: a slow line carries that in the ten seconds a request may take."""
PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF", "image/avif": "AVIF"}
"""What a picture may be, by its type and as Pillow calls it; besides drawings (SVG)."""
AS_IT_CAME = "application/octet-stream"
"""As what everything else is handed out: bytes to save, whatever they are."""
SMALL, LARGE = 64, 192
"""The sides of thumbnails in points: twice what is drawn, so that they are sharp on fine screens."""
SIZES = (SMALL, LARGE)
WHOLE, READABLE = 1024, 2048
"""The longest side of a picture as it is kept: of one to recognise, and of one to read, such as a screen."""
MIDDLE = 960
"""The longest side of a picture as it stands between the lines of a page."""
MOST_POINTS = {"JPEG": 60_000_000}
"""A JPEG can be read at an eighth of its size, so that a large one takes little memory; others are read whole."""
MOST_POINTS_OTHERWISE = 16_000_000
MOST_BEGUN = 10
"""Uploads one person may have begun and not finished."""
MOST_AN_HOUR = 60
"""Files one person may give in an hour: each is work for the worker."""
STALE = timedelta(days=1)
"""Afterwards what nobody finished, and what nothing points to, is swept out."""


def most_bytes() -> int:
    """The largest picture that is taken in."""
    return int(settings.PICTURE_MB) * MB


def most_bytes_of_one() -> int:
    """What all files of one person may hold together."""
    return int(settings.FILES_MB) * MB
