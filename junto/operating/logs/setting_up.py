"""How Python's logging is set up."""

import logging
import threading
from typing import Any

log = logging.getLogger(__name__)
LEVELS = ["debug", "info", "warning", "error"]
FORMATS = {"line": "junto.operating.logs.formats.Line", "json": "junto.operating.logs.formats.Json"}


def configuration(level: str, form: str) -> dict[str, Any]:
    """`level` is for what Junto says. Libraries are heard from `warning` on only: what they say below is about their innards and our data.

    That a page was not found is no matter for a log; `django.request` would write its address.
    """
    heard = (level or "warning").upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"chosen": {"()": FORMATS[form or "line"]}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "chosen"}},
        "root": {"handlers": ["console"], "level": "ERROR" if heard == "ERROR" else "WARNING"},
        "loggers": {"junto": {"level": heard}, "django.request": {"level": "ERROR"}},
    }


def catch_threads() -> None:
    """A thread that ends by an error would print it with everything in it."""

    def ended(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            name = found.thread.name if found.thread else "?"
            log.error("a thread ended: %s", name, exc_info=found.exc_value)

    threading.excepthook = ended
