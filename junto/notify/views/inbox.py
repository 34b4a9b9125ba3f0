from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method, part_or_redirect
from junto.kit.paging import page
from junto.notify.inbox import how_much_waits
from junto.notify.means import Means
from junto.notify.models import InboxItem
from junto.notify.reading import lines
from junto.notify.switch_address import switch_path


@answers("GET")
def inbox(request: HttpRequest) -> HttpResponse:
    """What concerned me, newest first; what waits is bold."""
    rows = InboxItem.objects.of(request.user).with_waiting()
    found = page(rows, order=("-at", "-id"), after=request.GET.get("after"), size=30)
    part = "notify/_lines.html" if request.htmx else "notify/inbox.html"
    return render(request, part, {"page": found, "lines": lines(found.rows, request.user)})


@answers("GET")
def waiting(request: HttpRequest) -> HttpResponse:
    """How much waits, for the rail of an open page."""
    return render(request, "notify/_waiting.html", {"waiting": how_much_waits(request.user)})


@answers("GET")
def why(request: HttpRequest, number: int) -> HttpResponse:
    """Leads to the page on which exactly what this line tells can be turned down."""
    item = get_object_or_404(InboxItem.objects.of(request.user), pk=number)
    means = next((each.name for each in Means.every() if each.is_there()), "")
    by = item.actors.order_by("-pk").values_list("person_id", flat=True).first()
    return HttpResponseRedirect(switch_path(item, means, by))


@answers("POST", "DELETE")
def seen(request: HttpRequest, number: int) -> HttpResponse:
    """Settles one line, or has it wait again. With `go` the person is on their way to what it is about."""
    item = get_object_or_404(InboxItem.objects.of(request.user), pk=number)
    if method(request) == "DELETE":
        item.wait_again()
    else:
        item.settle()
    row = InboxItem.objects.with_waiting().get(pk=number)
    line = next(iter(lines([row], request.user)), None)
    return part_or_redirect(request, "notify/_line.html", {"line": line}, to=reverse("notify:inbox"))


@answers("POST", "DELETE")
def all_seen(request: HttpRequest) -> HttpResponse:
    """Settles everything that waits; undone by naming the moment it was done."""
    if method(request) == "DELETE":
        InboxItem.objects.unsettle(request.user, _moment(request.GET.get("at", "")))
    else:
        moment = InboxItem.objects.settle_all(request.user)
        toast(request, _("Nothing waits now."), undo=f"{reverse('notify:all_seen')}?at={moment:%Y-%m-%dT%H:%M:%S.%f}", method="DELETE")
    return HttpResponseRedirect(reverse("notify:inbox"))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
