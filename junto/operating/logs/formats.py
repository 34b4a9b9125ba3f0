"""Two ways to write a line: for eyes, and as JSON for programs."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from junto.kit.request_number import request_number
from junto.kit.traces import told

OURS = ("junto", "uvicorn")
"""Whose sentences are known to hold nothing about anybody. Of all others only the sentence as it stands in their code is written,
with … where something was put in; and when it cannot be told what was put in, not even that.
"""
FIELDS = ("route", "status", "ms")
PLACES = re.compile(r"%(\(\w+\))?[-#0 +]*+[\d.*]*+[a-zA-Z]")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def said(record: logging.LogRecord) -> str:
    """The sentence, as far as it can be written."""
    if record.name.partition(".")[0] in OURS:
        return CONTROL.sub(" ", record.getMessage()).strip()
    if record.args:
        return CONTROL.sub(" ", PLACES.sub("…", str(record.msg)))
    return f"(said at line {record.lineno} of {record.module}, not written here)"


def known(record: logging.LogRecord) -> dict[str, Any]:
    """What else is known of it: the request it belongs to, how that went, what failed."""
    found = {"request": getattr(record, "request_number", "") or request_number()}
    found |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
    if record.exc_info and record.exc_info[1] is not None:
        found["failed"] = told(record.exc_info[1])
    return {name: value for name, value in found.items() if value != ""}


def moment(record: logging.LogRecord) -> str:
    """When, in UTC."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Line(logging.Formatter):
    """`2026-03-02T09:14:07.120Z WARNING junto.kit.work.worker work 17 failed request=5f1c… failed=…`"""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        more = [f"{name}={value}" for name, value in known(record).items()]
        return " ".join([moment(record), record.levelname, record.name, said(record), *more])


class Json(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        head = {"time": moment(record), "level": record.levelname, "logger": record.name, "message": said(record)}
        return json.dumps(head | known(record), ensure_ascii=False)
