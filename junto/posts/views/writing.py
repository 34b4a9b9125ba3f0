"""Answering, replying and commenting."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from junto.kit.access import allow
from junto.kit.files.refusals import Refused
from junto.kit.http import answers
from junto.kit.troubles import if_possible
from junto.posts import drafting, rules, twice
from junto.posts.addresses import address_of, number_asked
from junto.posts.attached.carried import Carried
from junto.posts.forms import PostForm
from junto.posts.models import Draft, Post, ReadPosition, Thread
from junto.posts.models.thread import ThreadIsClosed
from junto.posts.reader import membership_as
from junto.posts.shown import Showing
from junto.posts.thread_page import CommentsPage, show_one
from junto.posts.typed_names import say_who_was_not_told
from junto.posts.views.fetching import BIGGEST, thread_here


@drafting.words_wait
@answers("GET", "POST")
def posts(request: HttpRequest, thread_id: int) -> HttpResponse:
    """Takes an answer or a reply. Whoever follows a link here reads the thread."""
    thread = thread_here(request, thread_id)[0]
    if request.method != "POST":
        return HttpResponseRedirect(f"{thread.get_absolute_url()}#write")
    return _take(request, thread, None)


@drafting.words_wait
@answers("GET", "POST")
def comments(request: HttpRequest, post_id: int) -> HttpResponse:
    """All comments under a post, and the form for one more. For htmx the form alone (`?write`), or what was folded (`?after`)."""
    post = get_object_or_404(Post.objects.visible_to(request.user).filter(parent=None), pk=min(post_id, BIGGEST))
    post.thread = thread_here(request, post.thread_id)[0]
    if request.method == "POST":
        return _take(request, post.thread, post)
    page = CommentsPage(post.pk, post.thread, request.user, after=number_asked(request, "after"))
    if request.htmx and "after" in request.GET:
        return render(request, "posts/comments/more.html", {"page": page, "post": page.post})
    key = f"post-{post.pk}"
    return _write_page(request, page, _form_for(request, page, key), Carried(request, key))


def _form_for(request: HttpRequest, page: CommentsPage, key: str) -> PostForm:
    draft = drafting.draft_of(request, key) if page.may_write else None
    return PostForm(initial=draft.fields if draft else {})


def _write_page(request: HttpRequest, page: CommentsPage, form: PostForm, files: Carried) -> HttpResponse:
    template = "posts/comments/form.html" if request.htmx else "posts/comments.html"
    return render(request, template, {"page": page, "post": page.post, "form": form, "files": files})


def _take(request: HttpRequest, thread: Thread, parent: Post | None) -> HttpResponse:
    allow(rules.may_open(membership_as(thread, request.user)))
    key = f"post-{parent.pk}" if parent else f"thread-{thread.pk}"
    form, files = PostForm(request.POST), Carried(request, key)
    if not form.is_valid() or files.troubles:
        return _again(request, thread, parent, form, files, status=422)
    try:
        said = form.cleaned_data["text"]
        post = thread.reply(by=request.user, source=said, parent=parent, mark=twice.mark_of(request), files=files.said)
    except Refused as refused:
        return _again(request, thread, parent, form, files.refuse(refused), status=422)
    except ThreadIsClosed:
        drafting.keep(request, key)
        return _again(request, thread_here(request, thread.pk)[0], parent, form, files, status=409)
    if parent or thread.draft:
        Draft.objects.let_go(request.user, key)
    return _answer(request, thread, post)


def _answer(request: HttpRequest, thread: Thread, post: Post) -> HttpResponse:
    say_who_was_not_told(request, post.source, thread.space)
    if twice.from_outbox(request):
        return twice.told(address_of(post), before=post.came_before)
    if not request.htmx:
        return HttpResponseRedirect(address_of(post))
    with if_possible():  # the post is kept: saying that something failed would have it sent twice
        ReadPosition.objects.reach(thread, request.user, post.pk)
    page = Showing(thread, request.user)
    return render(request, "posts/thread/written.html", {"page": page, "post": show_one(page, post.pk)})


def _again(request: HttpRequest, thread: Thread, parent: Post | None, form: PostForm, files: Carried, *, status: int) -> HttpResponse:
    """The words again, with what is in their way."""
    things: dict[str, Any] = {"thread": thread, "parent": parent, "form": form, "files": files, "words": form["text"].value() or ""}
    return render(request, "posts/write_again.html", things, status=status)
