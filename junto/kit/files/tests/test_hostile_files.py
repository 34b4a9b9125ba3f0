"""Bombs, two things in one file, drawings that would run: refused with a reason, or made harmless; and nothing of them is kept."""

import io
import resource
from contextlib import suppress

import pytest
from defusedxml.ElementTree import fromstring

from junto.kit.files.drawings import ELEMENTS, LOOKS, PLACES, cleaned
from junto.kit.files.pictures import made_of
from junto.kit.files.refusals import Refused
from junto.kit.files.taking_in import take_in
from junto.kit.files.tests.given import HOSTILE, archive, drawing, halves, picture, sent
from junto.kit.models import File, Work
from tests.shared import DATA, needs_shared

ROOM = 300_000
"""Kilobytes that reading all of them may take beyond what was there before."""


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_the_reason_is_known(name):
    content, reason = HOSTILE[name]
    with pytest.raises(Refused) as refused:
        made_of(io.BytesIO(content), "middle")
    assert refused.value.code == reason


def test_the_bombs_take_no_room():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for content, _ in HOSTILE.values():
        with pytest.raises(Refused):
            made_of(io.BytesIO(content), "middle")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < ROOM


@pytest.mark.parametrize("name", HOSTILE)
def test_whoever_sends_it_reads_why_and_nothing_is_kept(name, signed_in, ada, work_done, folder):
    content, _ = HOSTILE[name]
    browser = signed_in(ada)
    page = browser.post("/people/me/picture/", {"picture": sent(content), "focus": "middle"})
    work_done()
    if page.status_code == 302:
        page = browser.get("/people/me/picture/")
    assert 'class="trouble"' in page.content.decode()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    ada.refresh_from_db()
    assert ada.picture == ""
    assert not Work.objects.dead().exists()


@pytest.mark.parametrize("words", ["picture.png.exe", "../../../etc/passwd", "a\x00b.svg", "x" * 300, "<script>.jpg"])
def test_a_name_decides_nothing(words, signed_in, ada, work_done, folder):
    signed_in(ada).post("/people/me/picture/", {"picture": sent(picture(), words), "focus": "middle"})
    work_done()
    ada.refresh_from_db()
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {"64", "192", "whole"}
    assert {path.parent.name for path in folder.rglob("64")} == {ada.picture}


def test_what_cameras_put_behind_a_picture_is_no_reason_to_refuse_it():
    live = picture() + b"\x00\x00\x00\x18ftypmp42" + bytes(5000) + picture()
    assert made_of(io.BytesIO(live), "middle")[0] == "image/webp"


def test_an_archive_that_is_called_a_picture_leaves_nothing(ada, folder, db):
    with pytest.raises(Refused):
        take_in(io.BytesIO(archive()), use="person-picture", number=ada.pk, by=ada.pk)
    assert not File.objects.exists()
    assert not folder.exists()


HARMFUL = {
    "script": "<script>alert(1)</script>",
    "script by reference": '<script xlink:href="//example.org/x.js"/>',
    "an event": '<rect onload="alert(1)" onclick="alert(1)" width="5" height="5"/>',
    "foreign content": '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;alert(1)"/></foreignObject>',
    "a link": '<a xlink:href="javascript:alert(1)"><rect width="5" height="5"/></a>',
    "a picture from elsewhere": '<image href="https://example.org/seen.png" width="5" height="5"/>',
    "a style sheet": '<style>@import url("https://example.org/x.css"); rect { fill: url(https://example.org/y) }</style>',
    "a style": '<rect width="5" height="5" style="fill:url(https://example.org/x);background:url(//example.org/y)"/>',
    "a colour from elsewhere": '<rect width="5" height="5" fill="url(https://example.org/x#y)"/>',
    "a colour by escapes": r'<rect width="5" height="5" fill="u\72l(//example.org)"/>',
    "animation": '<rect width="5" height="5"><set attributeName="onclick" to="alert(1)"/></rect><animate values="javascript:alert(1)"/>',
    "use": '<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
    "a filter": '<filter id="f"><feImage href="https://example.org/x"/></filter><rect filter="url(#f)" width="5" height="5"/>',
    "a handler": '<handler xmlns="http://www.w3.org/2001/xml-events" type="text/javascript">alert(1)</handler>',
    "other namespaces": '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    "instructions": '<?xml-stylesheet href="https://example.org/x.css"?>',
    "markup in words": "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_could_run_or_call_out_is_left_out_of_a_drawing(name):
    parts = made_of(io.BytesIO(drawing(HARMFUL[name] + '<circle cx="5" cy="5" r="4"/>')), "middle").parts
    left = parts["whole"].decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert '<circle cx="5" cy="5" r="4" />' in left
    assert not any(word in left for word in ("<script", "//", "javascript", "on", "url", "data:", "href", "style", "<?", "alert(1)<"))


@needs_shared
def test_none_of_thousands_of_ways_to_bring_a_script_in_gets_through():
    lines = (DATA / "hostile" / "xss.txt").read_text(errors="replace").splitlines()
    taken = 0
    for line in lines:
        with suppress(Refused):
            root = fromstring(cleaned(drawing(f'{line}<path d="M0 0h9"/>')))
            taken += 1
            for element in root.iter():
                assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS, line
                assert set(element.attrib) <= PLACES | LOOKS, line
    assert taken > 100


def test_what_a_drawing_looks_like_is_kept():
    gradient = '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
    content = drawing(gradient + '<path d="M0 0h9" fill="url(#g)" style="stroke: red; stroke-width:2"/>', 'width="40" height="20mm"')
    parts = made_of(io.BytesIO(content), "middle").parts
    assert b'fill="url(#g)" stroke="red" stroke-width="2"' in parts["whole"]
    assert b'viewBox="0 0 40 20"' in parts["whole"]


def test_a_drawing_in_an_old_clothing_is_read():
    old = b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert made_of(io.BytesIO(old + drawing('<path d="M0 0h9"/>')), "middle")[0] == "image/svg+xml"


def test_a_picture_larger_than_is_taken_in_is_refused(settings, ada, db):
    settings.PICTURE_MB = 1
    with pytest.raises(Refused) as refused:
        take_in(io.BytesIO(halves("PNG") + bytes(1_000_000)), use="person-picture", number=ada.pk, by=ada.pk)
    assert "1 MB" in str(refused.value)
