"""What failed and where, without what it was about: the message of an error may quote a name, an address or somebody's words."""

import os
import re
import smtplib
import traceback
from collections.abc import Iterator

from django.db import Error

ABOVE = re.compile(r"^.*?(?:site-packages/|lib/python[\d.]+/|(?=junto/|tests/))")
"""What stands before the part of a path that is the same on every machine."""


def told(error: BaseException) -> str:
    """In one line: the kind of error and the calls that led to it, the innermost last; then what caused it, in the same way."""
    return " because of ".join(f"{kind(each)} in {' > '.join(_calls(each)) or 'nothing of ours'}" for each in causes(error))


def kind(error: BaseException) -> str:
    """The name of its kind, with the code a system or a database gives it."""
    code = _code(error)
    return type(error).__name__ + (f" ({code})" if code else "")


def _code(error: BaseException) -> str:
    if isinstance(error, Error):
        inner = error.__cause__
        return str(getattr(inner, "sqlite_errorname", "") or getattr(inner, "sqlstate", "") or "")
    if isinstance(error, smtplib.SMTPResponseException):
        return str(error.smtp_code)
    if isinstance(error, OSError) and isinstance(error.errno, int) and error.errno > 0:
        return os.strerror(error.errno)
    return ""


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what caused it, what caused that, and so on: as Python tells it, and each once."""
    seen: set[int] = set()
    following = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _calls(error: BaseException) -> list[str]:
    """Names of files and functions are ours and those of libraries; the lines themselves and the values in them are left out."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    return [f"{ABOVE.sub('', frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
