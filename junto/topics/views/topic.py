"""A topic's page, suggestions while somebody types, and making two topics one."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, owners_only
from junto.kit.slots import slots_of
from junto.topics.merging import merge
from junto.topics.models import Topic
from junto.topics.models.topic import topic_slug

MOST_SUGGESTED = 8


@answers("GET")
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What a topic is called, and what every room has about it. Another name leads to the topic."""
    found = get_object_or_404(Topic.objects.visible_to(request.user), slug=slug)
    if found.alias_of is not None:
        return redirect(found.alias_of, permanent=False)
    places = {"parts": "topic", "margin": "topic.margin", "missing": "topic.missing", "acts": "topic.acts"}
    parts = {name: slots_of(page, request, topic=found) for name, page in places.items()}
    return render(request, "topics/topic.html", {"topic": found, "aliases": found.aliases.order_by("name"), **parts})


@answers("GET")
def suggestions(request: HttpRequest) -> HttpResponse:
    """Topics whose name begins with `q`, as JSON."""
    words = request.GET.get("q", "")[: Topic.LONGEST]
    found = Topic.objects.visible_to(request.user).beginning(words)[:MOST_SUGGESTED] if topic_slug(words) else []
    named = {(topic.alias_of or topic).slug: (topic.alias_of or topic).name for topic in found}
    return JsonResponse({"topics": [{"slug": slug, "name": name} for slug, name in named.items()]})


@answers("POST")
@owners_only
def merging(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes this topic another name for the one named in `into`."""
    found = get_object_or_404(Topic.objects.visible_to(request.user), slug=slug, alias_of=None)
    into = Topic.objects.visible_to(request.user).filter(slug=topic_slug(request.POST.get("into", ""))).select_related("alias_of").first()
    if into is None:
        toast(request, _("No topic has this name. Look at how it is written."))
        return redirect(found)
    target = into.alias_of or into
    if target == found:
        toast(request, _("This is the topic itself."))
        return redirect(found)
    merge(found, target, by=request.user)
    return redirect(target)
