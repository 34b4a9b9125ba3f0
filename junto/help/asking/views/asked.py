"""What somebody was asked: the question, why them, and the three things they can do. It exists for nobody else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast, too_late
from junto.help.models import Consent, Request
from junto.kit.http import answers, method
from junto.kit.undo import undo_path, undone
from junto.posts.models import Post
from junto.topics.models import Topic


@answers("GET")
def asked(request: HttpRequest, thread_id: int) -> HttpResponse:
    """One question one was asked."""
    found = _own(request, thread_id)
    topics = list(found.thread.topics.order_by("name", "id"))
    opening = Post.objects.visible_to(request.user).select_related("author").get(thread=found.thread, kind=Post.Kind.OPENING)
    said = {topic.pk for topic in request.user.ask_me_about.filter(pk__in=[topic.pk for topic in topics])}
    because = _because(request, found)
    declared = [topic for topic in topics if topic.pk in said]
    shown = {"asked": found, "opening": opening, "topics": topics, "because": because, "declared": declared}
    return render(request, "help/asking/asked.html", shown)


@answers("POST", "DELETE")
def declining(request: HttpRequest, thread_id: int) -> HttpResponse:
    """Not this time; or after all."""
    found = _own(request, thread_id)
    if method(request) == "DELETE":
        found.stand_again()
        return HttpResponseRedirect(reverse("help:asked", args=[thread_id]))
    found.decline()
    toast(request, _("That is fine. Nobody learns of it."), undo=reverse("help:declining", args=[thread_id]), method="DELETE")
    return HttpResponseRedirect(reverse("notify:inbox"))


@answers("POST", "DELETE")
def not_about(request: HttpRequest, thread_id: int, topic_id: int) -> HttpResponse:
    """Not about this topic, now and later. DELETE takes both back, and the yes that stood before stands again."""
    found = _own(request, thread_id)
    topic = get_object_or_404(found.thread.topics.all(), pk=topic_id)
    if method(request) == "DELETE":
        return _about_after_all(request, found, topic)
    undo = undo_path(request.path, yes=request.user.ask_me_about.filter(pk=topic.pk).exists())
    found.decline()
    Consent.objects.say(request.user, topic, Consent.Answer.NEVER)
    said = _("You are not asked about “%(topic)s” any more. Nobody learns of it.") % {"topic": topic.name}
    toast(request, said, undo=undo, method="DELETE")
    return HttpResponseRedirect(reverse("help:mine"))


def _about_after_all(request: HttpRequest, found: Request, topic: Topic) -> HttpResponse:
    before = undone(request)
    if before is None:
        toast(request, too_late())
        return HttpResponseRedirect(reverse("help:mine"))
    found.stand_again()
    Consent.objects.take_back(request.user, topic)
    if before["yes"]:
        Consent.objects.say(request.user, topic, Consent.Answer.YES)
    return HttpResponseRedirect(reverse("help:asked", args=[found.thread_id]))


def _own(request: HttpRequest, thread_id: int) -> Request:
    return get_object_or_404(Request.objects.of(request.user), thread__pk=thread_id)


def _because(request: HttpRequest, found: Request) -> Post | None:
    """The answer that spoke for them, if it still stands and they may still read it."""
    return Post.objects.visible_to(request.user).select_related("thread").filter(pk=found.because_id).first() if found.because_id else None
