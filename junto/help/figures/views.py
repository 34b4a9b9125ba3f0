"""How a space is doing, and the questions behind each figure."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from junto.design.charts import chart
from junto.help.figures.figures import FIGURES, curve
from junto.help.figures.gathering import Gathered
from junto.help.figures.rules import may_see_figures
from junto.kit.access import allow
from junto.kit.http import answers
from junto.posts.views.fetching import space_here
from junto.spaces.models import Space


@answers("GET")
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Every figure of the last three whole months."""
    space = _space(request, slug)
    gathered = Gathered(space, request.user)
    told = [figure.of(gathered.questions) for figure in FIGURES]
    drawn = chart(curve(gathered.questions)) if told[0].is_enough else None
    return render(request, "help/figures/overview.html", {"space": space, "told": told, "time": gathered.time, "drawn": drawn})


@answers("GET")
def behind(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The questions that one figure was made of: the same rows, and never who asked or answered."""
    space = _space(request, slug)
    figure = next((figure for figure in FIGURES if figure.name == name), None)
    if figure is None:
        raise Http404
    gathered = Gathered(space, request.user)
    told = figure.of(gathered.questions)
    rows = sorted(told.counted, key=lambda each: (each.counts, -(each.hours or 0))) if told.is_enough else []
    return render(request, "help/figures/behind.html", {"space": space, "told": told, "time": gathered.time, "rows": rows})


def _space(request: HttpRequest, slug: str) -> Space:
    space = space_here(request, slug)
    allow(may_see_figures(request.user, space, space.membership_of(request.user)))
    return space
