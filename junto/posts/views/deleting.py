"""Taking out and bringing back. Deleting asks nothing, because undo is one press away."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.people.models import Look, LookKind
from junto.posts import rules
from junto.posts.addresses import address_of
from junto.posts.deleted_things import authors_of, deleted_in
from junto.posts.models import Post, Thread
from junto.posts.thread_page import CommentsPage
from junto.posts.views.fetching import done, post_here, space_here, thread_here


@answers("POST", "DELETE")
def deletion(request: HttpRequest, post_id: int) -> HttpResponse:
    """POST takes the post out, DELETE brings it back."""
    return _restore_post(request, post_id) if method(request) == "DELETE" else _delete_post(request, post_id)


def _delete_post(request: HttpRequest, post_id: int) -> HttpResponse:
    post, reader = post_here(request, post_id)
    allow(reader.may_delete(post))
    was_accepted = post.solved_it
    post.delete_softly(by=request.user)
    if request.htmx and not was_accepted:
        return render(request, "posts/thread/gone.html", {"post": post})
    toast(request, _("Deleted."), undo=request.path, method="DELETE")
    return HttpResponseRedirect(address_of(post.parent) if post.parent else post.thread.get_absolute_url())


def _restore_post(request: HttpRequest, post_id: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.restorable_by(request.user), pk=post_id)
    post.restore(by=request.user)
    if request.htmx and request.htmx.target == f"post-{post.pk}":
        post, reader = post_here(request, post_id)
        page = CommentsPage(post.pk, reader.thread, request.user)
        return render(request, "posts/thread/back.html", {"page": page, "post": page.post})
    return done(request, address_of(post))


@answers("POST", "DELETE")
def thread_deletion(request: HttpRequest, thread_id: int) -> HttpResponse:
    """POST takes the whole thread out, DELETE brings it back."""
    if method(request) == "DELETE":
        thread = get_object_or_404(Thread.objects.restorable_by(request.user), pk=thread_id)
        thread.restore(by=request.user)
        return done(request, thread.get_absolute_url())
    thread, reader = thread_here(request, thread_id)
    allow(reader.may_delete_thread)
    thread.delete_softly(by=request.user)
    toast(request, _("The thread was deleted."), undo=request.path, method="DELETE")
    return HttpResponseRedirect(thread.space.get_absolute_url())


@answers("GET")
def deleted(request: HttpRequest, slug: str) -> HttpResponse:
    """What was deleted in a space and can still be brought back, for its hosts."""
    space = space_here(request, slug)
    allow(rules.may_see_deleted(space.membership_of(request.user)))
    page = deleted_in(space, after=request.GET.get("after"))
    Look.objects.note(LookKind.DELETED, by=request.user, people=authors_of(page))
    return render(request, "posts/deleted.html", {"space": space, "page": page})
