"""The small protocol by which a script sends a file in pieces, and goes on where it stopped.

    POST /files/uploads/          mark, size                      -> where to send, how much is here, how long a piece is
    POST /files/uploads/KEY/      Content-Range: bytes 0-9/100    -> how much is here; 409 with the same when it goes on elsewhere
    GET, DELETE the same          how much is here; give it up

What came is handed over by its key in the field `upload` of a form, in the place of the file.
"""

import re

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404

from junto.kit.files.arriving import add_piece
from junto.kit.files.limits import PIECE
from junto.kit.files.refusals import Refused
from junto.kit.files.taking_in import begin
from junto.kit.http import answers, method
from junto.kit.models import Upload
from junto.kit.zero import ZERO

RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/\d{1,15}")
LONGEST_MARK = 80


@answers("POST")
def uploads(request: HttpRequest) -> JsonResponse:
    """Begins to send a file, or finds the one that stopped."""
    mark, size = request.POST.get("mark", "").replace(ZERO, "")[:LONGEST_MARK], request.POST.get("size", "")
    try:
        upload = begin(mark, int(size) if size.isdecimal() and len(size) < 16 else 0, by=request.user.pk)
    except Refused as refused:
        return JsonResponse({"trouble": str(refused)}, status=422)
    return _state(upload)


@answers("GET", "POST", "DELETE")
def upload(request: HttpRequest, key: str) -> JsonResponse:
    """How much of it is here; takes the next piece, or gives it up."""
    found = get_object_or_404(Upload.objects.of(request.user.pk), key=key)
    verb = method(request)
    if verb == "DELETE":
        Upload.objects.of(request.user.pk).filter(key=key).discard()
        return JsonResponse({})
    if verb == "POST" and not _took(request, found):
        found.refresh_from_db(fields=["arrived"])
        return _state(found, status=409)
    return _state(found)


def _took(request: HttpRequest, upload: Upload) -> bool:
    place = RANGE.fullmatch(request.headers.get("Content-Range", ""))
    return place is not None and add_piece(upload, int(place[1]), request.body)


def _state(upload: Upload, status: int = 200) -> JsonResponse:
    return JsonResponse({"key": upload.key, "arrived": upload.arrived, "size": upload.size, "piece": PIECE}, status=status)
