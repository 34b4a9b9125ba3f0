"""Makes a picture that was sent into those that are shown: read once, drawn anew, with nothing in them but the picture."""

import io
from typing import IO

from PIL import Image, ImageOps

from junto.kit.files.drawings import cleaned
from junto.kit.files.inspecting import DRAWING, form_of, opened
from junto.kit.files.limits import SIZES, WHOLE
from junto.kit.files.names import WHOLE as WHOLE_NAME
from junto.kit.files.refusals import Refused

FOCUS = {"middle": (0.5, 0.5), "start": (0.0, 0.0), "end": (1.0, 1.0)}
"""Which part of a picture that is not square its thumbnails show: the middle, the top or left, the bottom or right."""
QUALITY = 82
DRAWN, PHOTO = "image/svg+xml", "image/webp"
Made = tuple[str, dict[str, bytes]]


def made_of(source: IO[bytes], focus: str) -> Made:
    """The type of what is shown, and its bytes by their name. Raises Refused for what cannot be read after all."""
    form = form_of(source)
    if form == DRAWING:
        source.seek(0)
        return DRAWN, {WHOLE_NAME: cleaned(source.read())}
    whole = _whole(source, form)
    return PHOTO, {WHOLE_NAME: _written(whole), **{str(side): _written(_square(whole, side, focus)) for side in SIZES}}


def _whole(source: IO[bytes], form: str) -> Image.Image:
    """The first of its pictures, upright, no larger than is kept, and without anything that was noted in it."""
    try:
        with opened(source, form) as image:
            image.draft("RGB", (WHOLE, WHOLE))
            image.load()
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((WHOLE, WHOLE), Image.Resampling.LANCZOS, reducing_gap=2.0)
            return _bare(upright)
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        raise Refused("damaged") from error


def _bare(image: Image.Image) -> Image.Image:
    """Only the points: place, camera, comments, colour profile and earlier pictures inside it stay behind."""
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    points = image.convert("RGBA" if see_through else "RGB")
    bare = Image.new(points.mode, points.size)
    bare.paste(points)
    return bare


def _square(image: Image.Image, side: int, focus: str) -> Image.Image:
    return ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS, centering=FOCUS.get(focus, FOCUS["middle"]))


def _written(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()
