"""Bringing a list of questions into a space: first a look at what it would bring, then all of it at once."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.links import url
from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers
from junto.portability.lists.items import Listed, Unreadable
from junto.portability.lists.reading import packed, read_list, unpacked
from junto.portability.lists.taking_in import fresh, take_in
from junto.spaces.models import Space
from junto.spaces.rules import may_lead

SHOWN = 50


@answers("GET", "POST")
def question_list(request: HttpRequest, slug: str) -> HttpResponse:
    """GET asks for a file, POST shows what it would bring, or with `sure` brings it."""
    space = get_object_or_404(Space.objects.readable_by(request.user), slug=slug)
    allow(may_lead(space.membership_of(request.user)))
    if request.method != "POST":
        return _ask(request, space)
    try:
        name, raw = _given(request)
        listed, carried = read_list(name, raw), packed(raw)
    except Unreadable as trouble:
        return _ask(request, space, str(trouble))
    if "sure" in request.POST:
        return _bring(request, space, listed)
    return _preview(request, space, name, carried, listed)


def _given(request: HttpRequest) -> tuple[str, bytes]:
    """The name of the file and what is in it, from the preview or from the disk."""
    if "packed" in request.POST:
        return request.POST.get("name", "")[:200], unpacked(request.POST["packed"])
    file = request.FILES.get("file")
    if file is None:
        raise Unreadable(_("Choose a file first."))
    return file.name or "", file.read()


def _ask(request: HttpRequest, space: Space, trouble: str = "") -> HttpResponse:
    return render(request, "portability/lists/ask.html", {"space": space, "trouble": trouble}, status=422 if trouble else 200)


def _preview(request: HttpRequest, space: Space, name: str, carried: str, listed: Listed) -> HttpResponse:
    new = fresh(space, listed.items)
    given = {"space": space, "new": new, "shown": new[:SHOWN], "known": len(listed.items) - len(new), "left_out": _by_reason(listed)}
    return render(request, "portability/lists/preview.html", given | {"name": name, "packed": carried})


def _by_reason(listed: Listed) -> list[tuple[str, list[int]]]:
    """Why lines are left out, each reason once with all of its lines."""
    lines: dict[str, list[int]] = defaultdict(list)
    for line, why in listed.left_out:
        lines[why].append(line)
    return list(lines.items())


def _bring(request: HttpRequest, space: Space, listed: Listed) -> HttpResponse:
    number = take_in(space, listed.items, by=request.user)
    toast(request, ngettext("One question was brought in.", "%(n)d questions were brought in.", number) % {"n": number})
    return HttpResponseRedirect(url("posts:space_threads", space.slug))
