"""How a secret address answers a program: the same nothing for whoever may not, few bytes where nothing changed, no cookies."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from junto.interop.models import PersonalAddress
from junto.kit.clock import now
from junto.people.limits import Try, address_of, network_of, note
from junto.people.zones import zone_of

QUIET = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
ASK_AGAIN = "private, no-cache"
"""A program keeps what it was given and asks whether it changed. A refusal is kept by nobody."""


@dataclass(frozen=True)
class Answer:
    """What stands at an address now, and since when it reads like that."""

    body: bytes
    content_type: str
    changed: datetime


Reading = Callable[[HttpRequest, PersonalAddress], Answer | None]


def read_by_programs(kind: str) -> Callable[[Reading], Callable[..., HttpResponseBase]]:
    """Marks what answers at addresses of this kind. It is asked as the person whose address it is, whoever else is signed in there,

    and says None where that person may not read any more.
    """

    def mark(reading: Reading) -> Callable[..., HttpResponseBase]:
        @require_safe
        @wraps(reading)
        def checked(request: HttpRequest, word: str) -> HttpResponseBase:
            response = _answer(request, word, kind, reading)
            for name, value in QUIET.items():
                response.headers.setdefault(name, value)
            return response

        return checked

    return mark


def _answer(request: HttpRequest, word: str, kind: str, reading: Reading) -> HttpResponseBase:
    address = PersonalAddress.objects.opened_by(word, kind)
    tried = Try("personal-address-read", address.key) if address else Try("personal-address", network_of(address_of(request)))
    until = tried.count()
    if until:
        note(request, "too many tries")
        return _too_often(until)
    if address and address.word != word:  # made with a secret key of before: programs that follow know the new one from now on
        return HttpResponsePermanentRedirect(address.get_absolute_url())
    answer = _read(request, address, reading) if address else None
    return _whole(request, answer) if answer else HttpResponse("There is nothing here.\n", "text/plain; charset=utf-8", 404)


def _read(request: HttpRequest, address: PersonalAddress, reading: Reading) -> Answer | None:
    address.note_use()
    person = address.person
    with translation.override(person.language or translation.get_language()), timezone.override(zone_of(person)):
        return reading(request, address)


def _whole(request: HttpRequest, answer: Answer) -> HttpResponseBase:
    """All of it, or only that nothing changed."""
    etag = quote_etag(hashlib.sha256(answer.body).hexdigest()[:32])
    moment = int(answer.changed.timestamp())
    response = HttpResponse(answer.body, content_type=answer.content_type)
    response.headers["Cache-Control"] = ASK_AGAIN
    response.headers["ETag"], response.headers["Last-Modified"] = etag, http_date(moment)
    return get_conditional_response(request, etag, moment, response) or response


def _too_often(until: datetime) -> HttpResponse:
    seconds = max(1, round((until - now()).total_seconds()))
    return HttpResponse("Too many requests.\n", "text/plain; charset=utf-8", 429, headers={"Retry-After": str(seconds)})
