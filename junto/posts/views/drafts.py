"""What somebody has begun to write and not sent. Nobody else sees it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from junto.kit.http import answers, method
from junto.posts import drafting
from junto.posts.models import Draft


@answers("GET")
def drafts(request: HttpRequest) -> HttpResponse:
    """All of the person's drafts, with where each of them was going."""
    drafting.draft_of(request, "ask")
    kept = Draft.objects.filter(person=request.user).order_by("-kept_at")[: Draft.MOST]
    return render(request, "posts/drafts.html", {"drafts": drafting.with_places(list(kept), request.user)})


@answers("GET", "POST", "PUT", "DELETE")
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """GET gives what is kept (JSON), POST keeps what came in over it, DELETE gives it up."""
    if method(request) == "DELETE":
        Draft.objects.give_up(request.user, key)
        return HttpResponseRedirect("/drafts/") if _is_form(request) else HttpResponse(status=204)
    if method(request) in ("POST", "PUT"):
        drafting.keep(request, key)
    kept = Draft.objects.filter(person=request.user, key=key).first()
    return JsonResponse({"fields": kept.fields if kept else {}, "kept_at": kept.kept_at.isoformat() if kept else None})


def _is_form(request: HttpRequest) -> bool:
    return request.method == "POST" and not request.htmx
