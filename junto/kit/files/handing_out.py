"""Answers with a file: nothing in it can run, a browser keeps it for one person only, and may ask for a part of it."""

import re
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from junto.kit.files.names import WHOLE
from junto.kit.files.store import store
from junto.kit.models import File

KEPT_SECONDS = 3600
ENDINGS = {"image/webp": "webp", "image/svg+xml": "svg"}
NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'"
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
Answer = HttpResponseBase


class Part(NamedTuple):
    """Bytes from `start` up to and without `end`."""

    start: int
    end: int


def answer(request: HttpRequest, file: File, size: str) -> Answer:
    """That size of the file, or the whole where it has no sizes (a drawing); a part, or only the head, when that was asked for."""
    name = size if size in file.lengths else WHOLE
    length, mark = file.lengths[name], f'"{file.key[:12]}-{name}"'
    if mark in request.headers.get("If-None-Match", ""):
        return _with_rules(HttpResponseNotModified(), file, mark)
    part = _wanted(request, length, mark)
    if part is None:
        return _with_rules(HttpResponse(status=416, headers={"Content-Range": f"bytes */{length}"}), file, mark)
    response = _body(request, file.name_of(name), part)
    response.headers["Content-Length"] = str(part.end - part.start)
    if part != Part(0, length):
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{length}"
    return _with_rules(response, file, mark)


def _body(request: HttpRequest, name: str, part: Part) -> Answer:
    if request.method == "HEAD":
        return HttpResponse()
    return StreamingHttpResponse(store().read(name, part.start, part.end - part.start))


def _wanted(request: HttpRequest, length: int, mark: str) -> Part | None:
    """What was asked for; all of it for what cannot be read as one range; None for a range that is not there."""
    found = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if found is None or not any(found.groups()) or request.headers.get("If-Range", mark) != mark:
        return Part(0, length)
    first, last = (int(digits[:18]) if digits else None for digits in found.groups())
    if first is None:
        first, last = max(length - (last or 0), 0), None
    end = length if last is None else min(last + 1, length)
    return Part(first, end) if first < end else None


def _disposition(file: File) -> str:
    """Pictures are shown where they stand; everything else is only ever saved, under the name its sender gave it."""
    if file.kind in ENDINGS:
        return f'inline; filename="picture.{ENDINGS[file.kind]}"'
    return content_disposition_header(True, file.name) or "attachment"


def _with_rules(response: Answer, file: File, mark: str) -> Answer:
    rules = {
        "Content-Type": file.kind,
        "Content-Disposition": _disposition(file),
        "Content-Security-Policy": NOTHING_RUNS,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache" if file.hangs_on.is_asked_each_time else f"private, max-age={KEPT_SECONDS}",
        "Accept-Ranges": "bytes",
        "ETag": mark,
    }
    for name, value in rules.items():
        response.headers[name] = value
    return response
