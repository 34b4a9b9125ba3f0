"""What people say about a post or a thread with one press: this solved it, this helped me, tell me of more."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method, part_or_redirect
from junto.posts.addresses import address_of
from junto.posts.models import Reuse, Watch
from junto.posts.thread_page import show_one
from junto.posts.views.fetching import done, post_here, thread_here


@answers("POST", "DELETE")
def acceptance(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST: this answer solved it. DELETE: not after all. Others of the thread may have solved it too."""
    post, reader = post_here(request, post_id)
    allow(reader.may_accept(post))
    if method(request) == "POST":
        post.accept(by=request.user)
        toast(request, _("Marked as what solved it."), undo=request.path, method="DELETE")
    elif post.solved_it:
        post.acceptance.withdraw(by=request.user)
    return done(request, address_of(post))


@answers("POST", "DELETE")
def helped(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST: this helped me. DELETE takes that back."""
    post, reader = post_here(request, post_id)
    allow(reader.may_be_helped(post))
    post.help(request.user) if method(request) == "POST" else post.help_not(request.user)
    return part_or_redirect(
        request, "posts/thread/post_acts.html", {"page": reader, "post": show_one(reader, post.pk)}, to=address_of(post)
    )


@answers("POST", "DELETE")
def reuse(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST: this answer solved what I was about to ask, and I read it where it stands. DELETE: it did not, and I go on asking.

    What was typed waits as a draft in any case.
    """
    post, reader = post_here(request, post_id)
    allow(reader.may_be_helped(post))
    if method(request) == "POST":
        Reuse.objects.say(post, by=request.user)
        toast(
            request, _("Good. Whoever wrote it hears that it helped; what you had typed still waits."), undo=request.path, method="DELETE"
        )
        return HttpResponseRedirect(address_of(post))
    Reuse.objects.take_back(post, by=request.user)
    asking = url("posts:ask")
    return HttpResponse(status=204, headers={"HX-Redirect": asking}) if request.htmx else HttpResponseRedirect(asking)


@answers("POST", "DELETE")
def watch(request: HttpRequest, thread_id: int) -> HttpResponse:
    """POST: tell me what is written here. DELETE: do not, even when I take part."""
    thread, reader = thread_here(request, thread_id)
    level = Watch.Level.WATCHING if method(request) == "POST" else Watch.Level.MUTED
    Watch.objects.choose(thread, request.user, level)
    thread.watch_level = level
    return part_or_redirect(request, "posts/thread/acts.html", {"page": reader}, to=thread)
