"""What was sent is drawn anew: upright, small, and with nothing in it but the picture."""

import io

import pytest
from PIL import Image

from junto.kit.files.pictures import made_of
from junto.kit.files.tests.given import drawing, from_a_phone, halves, moving, picture


def made(content: bytes, focus: str = "middle") -> dict[str, Image.Image]:
    parts = made_of(io.BytesIO(content), focus).parts
    return {name: Image.open(io.BytesIO(part)) for name, part in parts.items()}


def reddish(image: Image.Image, at: tuple[int, int]) -> bool:
    red, _, blue = image.convert("RGB").getpixel(at)
    return red > 180 and blue < 90


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_each_kind_is_read_and_shown_in_the_sizes_pages_need(form):
    found = made(picture(form, (400, 300)))
    assert {name: image.size for name, image in found.items()} == {"whole": (400, 300), "64": (64, 64), "192": (192, 192)}
    assert {image.format for image in found.values()} == {"WEBP"}


def test_a_large_picture_is_kept_smaller():
    assert made(picture(size=(5000, 3000)))["whole"].size == (1024, 614)


@pytest.mark.parametrize("mode", ["L", "RGBA", "LA", "P", "1", "CMYK", "I;16"])
def test_every_way_to_note_colours_is_read(mode):
    file = io.BytesIO()
    Image.new(mode, (90, 90)).save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert made(file.getvalue())["64"].size == (64, 64)


def test_nothing_a_phone_notes_is_left():
    content = from_a_phone()
    assert b"Phonemaker" in content
    parts = made_of(io.BytesIO(content), "middle").parts
    for part in parts.values():
        image = Image.open(io.BytesIO(part))
        assert not dict(image.getexif())
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
        assert not any(word in part for word in (b"Phonemaker", b"Ada", b"taken at home", b"EXIF", b"XMP"))


def test_a_picture_that_lies_on_its_side_is_stood_up():
    whole = made(from_a_phone())["whole"]
    assert whole.size == (200, 400)
    assert reddish(whole, (100, 50))
    assert not reddish(whole, (100, 350))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_turned_as_the_camera_noted(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    whole = made(halves("JPEG", (400, 200), exif=exif, quality=95))["whole"]
    first = {1: (50, 100), 2: (350, 100), 3: (350, 100), 4: (50, 100), 5: (100, 50), 6: (100, 50), 7: (100, 350), 8: (100, 350)}[
        orientation
    ]
    assert whole.size == ((400, 200) if orientation < 5 else (200, 400))
    assert reddish(whole, first)


@pytest.mark.parametrize(("focus", "left", "right"), [("start", True, True), ("end", False, False), ("middle", True, False)])
@pytest.mark.parametrize("size", [(400, 200), (200, 400)])
def test_one_chooses_which_part_is_shown(size, focus, left, right):
    small = made(halves(size=size), focus)["64"]
    near, far = ((5, 32), (58, 32)) if size[0] > size[1] else ((32, 5), (32, 58))
    assert (reddish(small, near), reddish(small, far)) == (left, right)


def test_what_is_see_through_stays_so():
    small = made(picture("PNG", mode="RGBA", colour="#00000000"))["64"]
    assert small.convert("RGBA").getpixel((5, 5))[3] == 0


def test_of_a_moving_picture_the_first_is_kept():
    found = made(moving())
    assert not any(getattr(image, "is_animated", False) for image in found.values())
    assert reddish(found["64"], (30, 30))


def test_a_drawing_is_kept_as_a_drawing():
    kind, parts = made_of(io.BytesIO(drawing('<path d="M0 0h9v9z" fill="#356"/>')), "middle")[:2]
    assert (kind, set(parts)) == ("image/svg+xml", {"whole"})
    assert b'<path d="M0 0h9v9z" fill="#356" />' in parts["whole"]


def bare_jpeg(marker: bytes) -> bytes:
    """A JPEG whose first words are not those most have."""
    whole = picture(size=(90, 90))
    length = int.from_bytes(whole[4:6], "big")
    rest = whole[4 + length :]
    return b"\xff\xd8" + marker + rest


@pytest.mark.parametrize("marker", [b"", b"\xff\xe1\x00\x08Exif\0\0", b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0\1", b"\xff\xfe\x00\x04hi"])
def test_a_jpeg_may_begin_as_cameras_and_programs_like(marker):
    assert made(bare_jpeg(marker))["64"].size == (64, 64)


def test_of_a_camera_that_puts_two_pictures_into_one_file_the_first_is_kept():
    red, blue = (Image.new("RGB", (80, 80), colour) for colour in ("red", "blue"))
    file = io.BytesIO()
    red.save(file, "MPO", save_all=True, append_images=[blue])
    assert reddish(made(file.getvalue())["64"], (30, 30))
