"""The places of the house in their order, for every page. Asks the database one thing: how much waits in the inbox."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from junto.design.frame import Doors, Frame, Place
from junto.design.links import url
from junto.interop.personal.pages import feed_of_page
from junto.notify.inbox import how_much_waits

PLACES = (
    (_("Home"), "pages:home", "house", "h"),
    (_("Ask"), "posts:ask", "message-circle-question-mark", "a"),
    (_("Spaces"), "spaces:browse", "orbit", "s"),
    (_("People"), "people:directory", "users", "p"),
    (_("Inbox"), "notify:inbox", "inbox", "i"),
)
BEHIND_MORE = {"people:directory"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context every template gets: `frame`."""
    return {"frame": Frame(request, places, doors, feed)}


def places(frame: Frame) -> tuple[Place, ...]:
    """The rail as this reader sees it now."""
    path = frame.request.path if frame.request else ""
    waiting = how_much_waits(frame.person) if frame.person else 0
    return _rail(_here(path), waiting, frame.language)


def doors() -> Doors:
    """Where the page's own links lead."""
    return Doors(
        home=url("pages:home"),
        search=url("search:results"),
        command=url("pages:command"),
        sign_in=url("account_login"),
        sign_out=url("account_logout"),
        manifest=url("push:manifest"),
        worker=url("push:worker") if settings.BROWSER_WORKER else "",
        outbox=url("push:outbox"),
        phone=url("push:phone"),
        note=url("help:new_note"),
        language=url("people:me") + "#id_language",
        languages=url("people:language"),
    )


def feed(frame: Frame) -> str:
    """Where the reader's own programs find this page as a feed, if they made an address for it."""
    return feed_of_page(frame.request, frame.person) if frame.request and frame.person else ""


def _here(path: str) -> str:
    """The place on or under which this address lies."""
    known = ((name, url(name)) for _, name, _, _ in PLACES)
    return next((name for name, to in known if path == to or (to != "/" and path.startswith(to))), "")


@lru_cache(maxsize=512)
def _rail(here: str, waiting: int, language: str) -> tuple[Place, ...]:
    return tuple(_place(*entry, here, waiting) for entry in PLACES)


def _place(label: Any, name: str, icon: str, key: str, here: str, waiting: int) -> Place:
    is_inbox = name == "notify:inbox"
    count, count_url = (waiting, url("notify:waiting")) if is_inbox else (0, "")
    return Place(str(label), url(name), icon, name == here, count, name in BEHIND_MORE, key, count_url)
