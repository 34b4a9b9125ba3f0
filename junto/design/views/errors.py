"""When something does not work: what happened, what was kept (always: your text), what to do. Asks no database, needs nobody signed in."""

import logging
import sys
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from junto.design.frame import Frame
from junto.kit.request_number import request_number
from junto.kit.troubles import Trouble, let_go_of_the_dead, trouble_of

log = logging.getLogger(__name__)
NOT_WORDS = ("csrfmiddlewaretoken", "_method", "draft_key", "next", "writer", "version", "space", "kind")
LONGEST_SHOWN = 50_000


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood; 413 when it was too large."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    said = _("The address or the form that came in was incomplete or had been changed on the way.")
    return _page(request, 400, _("We did not understand that"), said)


def signed_out(request: HttpRequest) -> HttpResponse:
    """401: a form came in after its session ended. Shows what was written, so that it can be taken along, and leads back to the form."""
    said = _("Your session ended while this page was open. Sign in, then send it again.")
    return _page(request, 401, _("You are signed out"), said, "sign_in")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the thing may be seen, but this may not be done with it."""
    said = _("You can read here, but this needs a role you do not have, or it was changed a moment ago.")
    return _page(request, 403, _("That is not open to you"), said)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: it does not exist, or it is not visible to this person; which of the two is nobody's business."""
    return _page(request, 404, _("Nothing here"), _("The address leads nowhere, or to something that is not shared with you."))


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """413: more came in than is taken at once."""
    said = _("What you sent is larger than we can take at once. Go back: your text is still in the form. Shorten it, or send it in parts.")
    return _page(request, 413, _("Too large to take in"), said, keeps=False)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: something failed on our side; 503 and 507 when it will pass."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble:
        return in_trouble(request, trouble)
    said = _("Something failed on our side, and was written down for whoever looks after this Junto. Try again in a moment.")
    return _page(request, 500, _("That did not work"), said, "again")


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """503: not now, soon again."""
    said = _("Junto is being looked after, or has too much to do at once. It will be back in a moment.")
    response = _page(request, 503, _("Not just now"), said, "again")
    response.headers["Retry-After"] = "30"
    return response


def in_trouble(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """503: the database is away or busy; 507: there is no room left. All of it passes, and what was written is shown."""
    if trouble is Trouble.FULL:
        said = _("The disk of this Junto is full, so nothing new can be saved. Reading goes on. Please tell whoever looks after it.")
        return _page(request, 507, _("There is no room left"), said, "again")
    if trouble is Trouble.AWAY:
        let_go_of_the_dead()
    said = _("The database does not answer just now. Junto tries again by itself, and nothing that was saved is lost.")
    response = _page(request, 503, _("Not just now"), said, "again")
    response.headers["Retry-After"] = "10" if trouble is Trouble.BUSY else "30"
    return response


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 by Django's protection against forged forms: mostly a page that was open since before somebody signed in or out."""
    said = _("You signed in or out in another tab, or this page was open for long, so the form could not be trusted. Nothing was changed.")
    return _page(request, 403, _("Please send that once more"), said, "again")


def _page(request: HttpRequest, status: int, title: str, said: str, next_step: str = "home", keeps: bool = True) -> HttpResponse:
    kept = _kept(request) if keeps else []
    number = request_number() if status == 500 else ""
    context = {"frame": Frame(request), "title": title, "said": said, "next_step": next_step, "kept": kept, "again": _again(request)}
    try:
        return HttpResponse(render_to_string("design/error.html", {**context, "number": number}), status=status)
    except Exception:
        log.exception("the error page itself failed")
        return HttpResponse(f"{title}\n\n{said}\n", status=status, content_type="text/plain; charset=utf-8")


def _again(request: HttpRequest) -> str:
    """The page to try again from: this one, or the one whose form was sent."""
    if request.method == "GET":
        return request.get_full_path()
    try:
        came_from = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # no address at all
        return "/"
    # One slash: two would lead to another house.
    return "/" + came_from.path.lstrip("/\\") if came_from.netloc == request.headers.get("Host") else "/"


def _kept(request: HttpRequest) -> list[str]:
    """What the person had written into the form, so that nothing is lost; secrets are not shown."""
    try:
        posted = list(request.POST.lists())
    except Exception:  # the body was cut off or too large: there is nothing whole to show
        return []
    written = (value for name, values in posted if name not in NOT_WORDS and "password" not in name for value in values)
    return [value[:LONGEST_SHOWN] for value in written if value.strip()]
