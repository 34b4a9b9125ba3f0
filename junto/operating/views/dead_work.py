"""What owners do with work that was given up: all of it, or one piece."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.numbers import number as said_number
from junto.design.toasts import toast
from junto.kit.clock import now
from junto.kit.http import answers, method, owners_only
from junto.kit.models import Work
from junto.kit.models.work import WorkRows
from junto.kit.undo import undo_path, undone
from junto.operating import dead_work
from junto.operating.models import SetAside


@answers("POST")
@owners_only
def trying(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Has it tried again."""
    pieces = _one(number) if number is not None else dead_work.given_up()
    count = dead_work.retry(pieces, by=request.user)
    toast(request, ngettext("It is being tried again.", "%(n)s pieces are being tried again.", count) % {"n": said_number(count)})
    return redirect("operating:how_it_is")


@answers("POST", "DELETE")
@owners_only
def setting_aside(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Sets it aside, or takes it up again."""
    if method(request) == "DELETE":
        return _take_up(request, number)
    pieces, at = _one(number) if number is not None else dead_work.given_up(), now()
    count = dead_work.set_aside(pieces, by=request.user, at=at)
    undo = request.path if number is not None else undo_path(request.path, at=at.isoformat())
    said = ngettext("Set aside for thirty days, then deleted.", "%(n)s pieces set aside for thirty days, then deleted.", count)
    toast(request, said % {"n": said_number(count)}, undo=undo, method="DELETE")
    return redirect("operating:how_it_is")


def _take_up(request: HttpRequest, number: int | None) -> HttpResponse:
    if number is not None:
        _one(number)
        aside = SetAside.objects.filter(work=number)
    else:
        what = undone(request)
        if what is None:
            raise Http404
        aside = SetAside.objects.filter(by=request.user, at=datetime.fromisoformat(what["at"]))
    dead_work.take_up(aside, by=request.user)
    toast(request, _("Taken up again."))
    return redirect("operating:how_it_is")


def _one(number: int) -> WorkRows:
    """The piece with that number; somebody else may have decided about it already."""
    piece = Work.objects.dead().filter(pk=number)
    if not piece.exists():
        raise Http404
    return piece
