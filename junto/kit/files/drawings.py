"""SVG, cleaned at this one door: built anew from shapes, colours and words that can do nothing; all else is left out.

Left out are scripts, events, foreign content, pictures and references to anywhere, style sheets, animation, and what can be
nested into a bomb (`use`, patterns, masks, filters, clip paths). What a style attribute says of colours and lines is kept.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from junto.kit.files.refusals import Refused

SVG = "http://www.w3.org/2000/svg"
LARGEST, MOST_ELEMENTS, DEEPEST = 500_000, 5_000, 40
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
ELEMENTS = SHAPES | {"svg", "g", "defs", "linearGradient", "radialGradient", "stop", "title", "desc", "tspan"}
LOOKS = {
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"),
    *("stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "display", "visibility", "stop-color"),
    *("stop-opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "letter-spacing"),
}
PLACES = {
    *("id", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry"),
    *("fx", "fy", "dx", "dy", "d", "points", "transform", "offset", "gradientUnits", "gradientTransform", "spreadMethod"),
}
WITHIN = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)(?:\s[\w#(),.%\s]*)?")
HARMLESS = re.compile(r"[\w#(),.%+\-/ \t\r\n:;'\"&*]*", re.ASCII)


def cleaned(source: bytes) -> bytes:
    """The drawing as it is kept. Raises Refused when it is none, or nothing would be left of it."""
    if len(source) > LARGEST:
        raise Refused("too_many_points")
    try:
        root = fromstring(source, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Refused("no_picture") from error
    if root.tag != f"{{{SVG}}}svg":
        raise Refused("no_picture")
    drawing = _clean(root, _Count())
    if not any(element.tag in SHAPES for element in drawing.iter()):
        raise Refused("empty_drawing")
    _give_size(drawing)
    drawing.attrib = {"xmlns": SVG, **drawing.attrib}
    return tostring(drawing, encoding="utf-8")


class _Count:
    """How many elements there were until now."""

    def __init__(self) -> None:
        self.elements = 0

    def one_more(self, depth: int) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS or depth > DEEPEST:
            raise Refused("too_many_points")


def size_of(drawing: bytes, longest: int) -> tuple[int, int]:
    """How wide and high a cleaned drawing stands on a page; a square where it does not say."""
    box = fromstring(drawing).get("viewBox", "").replace(",", " ").split()
    try:
        width, height = (min(max(float(side), 1), 1e6) for side in box[2:4])
    except ValueError:
        return longest, longest
    by = longest / max(width, height)
    return max(round(width * by), 1), max(round(height * by), 1)


def _clean(element: Element, count: _Count, depth: int = 0) -> Element:
    count.one_more(depth)
    made = Element(_local(element), dict(_attributes(element)))
    made.text, made.tail = element.text, element.tail
    made.extend([_clean(child, count, depth + 1) for child in element if _local(child) in ELEMENTS])
    return made


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    """Attributes without a namespace that are known; what a style attribute says comes after them, as browsers have it."""
    for name, value in element.attrib.items():
        if name in PLACES or name in LOOKS:
            yield from _harmless(name, value)
    for declared in element.attrib.get("style", "").split(";"):
        name, _, value = declared.partition(":")
        if name.strip() in LOOKS:
            yield from _harmless(name.strip(), value.replace("!important", "").strip())


def _harmless(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Nothing that leads out of the drawing: `url()` only for a colour, and only to a gradient of its own."""
    leads = "url" in value.lower() or "\\" in value
    if name in ("fill", "stroke") and WITHIN.fullmatch(value.strip()) or not leads and HARMLESS.fullmatch(value):
        yield name, value


def _local(element: Element) -> str:
    """The name within SVG; nothing for elements of elsewhere, comments and instructions."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _give_size(drawing: Element) -> None:
    """A drawing with a size and no view box would be cut instead of made smaller."""
    width, height = (re.match(r"[\d.]+", drawing.get(side, "")) for side in ("width", "height"))
    if "viewBox" not in drawing.attrib and width and height:
        drawing.set("viewBox", f"0 0 {width.group()} {height.group()}")
    for side in ("width", "height"):
        drawing.attrib.pop(side, None)
