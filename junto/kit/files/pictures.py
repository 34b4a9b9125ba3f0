"""Makes a picture that was sent into those that are shown: read once, drawn anew, with nothing in them but the picture."""

import io
from typing import IO, NamedTuple

from PIL import Image, ImageOps

from junto.kit.files.drawings import cleaned, size_of
from junto.kit.files.inspecting import DRAWING, form_of, opened
from junto.kit.files.names import WHOLE as WHOLE_NAME
from junto.kit.files.refusals import Refused
from junto.kit.files.use import Shape

FOCUS = {"middle": (0.5, 0.5), "start": (0.0, 0.0), "end": (1.0, 1.0)}
"""Which part of a picture that is not square its thumbnails show: the middle, the top or left, the bottom or right."""
QUALITY = 82
ORIENTATION = 0x0112
TURN = Image.Transpose
TURNS = {
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_90,
}
"""How a picture is turned that a camera noted as lying (EXIF 2.3, tag 0x0112)."""
AS_EVER = Shape()
DRAWN, PHOTO = "image/svg+xml", "image/webp"


class Made(NamedTuple):
    """The type of what is shown, its bytes by their name, and how large the whole is in points."""

    kind: str
    parts: dict[str, bytes]
    width: int
    height: int


def made_of(source: IO[bytes], focus: str, shape: Shape = AS_EVER) -> Made:
    """The picture in the sizes that are shown. Raises Refused for what cannot be read after all."""
    form = form_of(source)
    if form == DRAWING:
        source.seek(0)
        drawing = cleaned(source.read())
        return Made(DRAWN, {WHOLE_NAME: drawing}, *size_of(drawing, shape.longest))
    whole = _whole(source, form, shape.longest)
    squares = {str(side): _written(_square(whole, side, focus)) for side in shape.squares}
    smaller = {str(side): _written(_smaller(whole, side)) for side in shape.smaller}
    return Made(PHOTO, {WHOLE_NAME: _written(whole), **squares, **smaller}, *whole.size)


def _whole(source: IO[bytes], form: str, longest: int) -> Image.Image:
    """The first of its pictures, upright, no larger than is kept, and without anything that was noted in it."""
    try:
        with opened(source, form) as image:
            image.draft("RGB", (longest, longest))
            image.load()
            points = _points_of(image)
            points.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
            return _bare(points, image.getexif().get(ORIENTATION, 1))
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        raise Refused("damaged") from error


def _points_of(image: Image.Image) -> Image.Image:
    """In colours that can be mixed; what has them already is not copied, for it may be large."""
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    mode = "RGBA" if see_through else "RGB"
    return image if image.mode == mode and "transparency" not in image.info else image.convert(mode)


def _bare(points: Image.Image, orientation: int) -> Image.Image:
    """Only the points, upright: place, camera, comments, colour profile and earlier pictures inside stay behind."""
    turned = points.transpose(TURNS[orientation]) if orientation in TURNS else points
    bare = Image.new(turned.mode, turned.size)
    bare.paste(turned)
    return bare


def _square(image: Image.Image, side: int, focus: str) -> Image.Image:
    return ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS, centering=FOCUS.get(focus, FOCUS["middle"]))


def _smaller(image: Image.Image, side: int) -> Image.Image:
    made = image.copy()
    made.thumbnail((side, side), Image.Resampling.LANCZOS)
    return made


def _written(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()
