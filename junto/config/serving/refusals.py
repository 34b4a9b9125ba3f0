"""What somebody reads whose request never reached Django."""

from typing import Any

from django.utils.translation import gettext, gettext_noop, override
from django.utils.translation.trans_real import get_supported_language_variant, parse_accept_lang_header

SENTENCES = {
    408: gettext_noop("This took too long to arrive, so it was not kept. Please go back and send it again."),
    503: gettext_noop("Many files arrive just now. Please go back and send yours again in a minute."),
    413: gettext_noop("This is too large to take in at once. Please go back and send less."),
}


def refusal(status: int, scope: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Status, headers and body, in the reader's language; the connection ends, for more of the request may be on its way."""
    with override(_language(scope)):
        body = gettext(SENTENCES[status]).encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    return status, headers, body


def _language(scope: dict[str, Any]) -> str:
    asked = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    for code, _ in parse_accept_lang_header(asked):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return "en"
