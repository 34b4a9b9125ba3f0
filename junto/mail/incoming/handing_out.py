"""What came by mail, as files to keep: no browser shows one as a page, whatever it claims to be."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from junto.mail.models import IncomingMail

AS_A_FILE = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


def as_file(content: bytes, name: str, kind: str = "application/octet-stream") -> HttpResponse:
    """An answer a browser saves under that name."""
    answer = HttpResponse(content, content_type=kind, headers=AS_A_FILE)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def words_as_file(mail: IncomingMail, words: str) -> HttpResponse:
    """All a mail says."""
    return as_file(words.encode("utf-8", "replace"), f"mail-{mail.pk}.txt", "text/plain; charset=utf-8")
