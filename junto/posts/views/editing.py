"""Changing what was written, and seeing what stood there before."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from junto.kit.access import allow
from junto.kit.files.refusals import Refused
from junto.kit.http import answers
from junto.posts import drafting
from junto.posts.addresses import address_of
from junto.posts.attached.carried import Carried
from junto.posts.forms import EditForm, EditOpeningForm
from junto.posts.history import versions_of
from junto.posts.models import Draft, Post
from junto.posts.models.post import EditedMeanwhile
from junto.posts.typed_names import say_who_was_not_told
from junto.posts.views.fetching import post_here


@drafting.words_wait
@answers("GET", "POST")
def edit(request: HttpRequest, post_id: int) -> HttpResponse:
    """The text to change. Whoever saves second sees both texts, and nothing is lost."""
    post, reader = post_here(request, post_id)
    allow(reader.may_edit(post))
    if request.method == "POST":
        return _take(request, post)
    draft = drafting.draft_of(request, f"edit-{post.pk}")
    form = _form_of(post)(initial=_as_it_stands(post) | (draft.fields if draft else {}))
    return _page(request, post, form, _files_of(request, post))


@answers("GET")
def history(request: HttpRequest, post_id: int) -> HttpResponse:
    """How the text became what it is: every version, who wrote it when, and what changed."""
    post, reader = post_here(request, post_id)
    return render(request, "posts/history.html", {"thread": reader.thread, "post": post, "versions": versions_of(post)})


def _take(request: HttpRequest, post: Post) -> HttpResponse:
    form, files = _form_of(post)(request.POST), _files_of(request, post)
    if not form.is_valid() or files.troubles:
        return _page(request, post, form, files, status=422)
    given = form.cleaned_data
    opening = {"title": given.get("title"), "topics": given.get("topics")}
    try:
        post.edit(by=request.user, source=given["text"], version=given["version"] or None, files=files.said, **opening)
    except Refused as refused:
        return _page(request, post, form, files.refuse(refused), status=422)
    except EditedMeanwhile:
        drafting.keep(request, f"edit-{post.pk}")
        return _both_texts(request, post, form, files)
    Draft.objects.let_go(request.user, f"edit-{post.pk}")
    say_who_was_not_told(request, given["text"], post.thread.space)
    return HttpResponseRedirect(address_of(post))


def _both_texts(request: HttpRequest, post: Post, form: EditForm, files: Carried) -> HttpResponse:
    """The person's own words stay in the form, the other's stand above; sending again says that both were seen."""
    post.refresh_from_db()
    again = _form_of(post)(dict(form.data.items()) | {"version": post.version})
    return _page(request, post, again, files, meanwhile=post.source, status=409)


def _files_of(request: HttpRequest, post: Post) -> Carried:
    return Carried(request, f"edit-{post.pk}", post=post)


def _page(request: HttpRequest, post: Post, form: EditForm, files: Carried, *, meanwhile: str = "", status: int = 200) -> HttpResponse:
    things = {"post": post, "thread": post.thread, "form": form, "files": files, "meanwhile": meanwhile}
    return render(request, "posts/edit.html", things, status=status)


def _form_of(post: Post) -> type[EditForm]:
    return EditOpeningForm if post.kind == Post.Kind.OPENING else EditForm


def _as_it_stands(post: Post) -> dict[str, Any]:
    opening = {"title": post.thread.title, "topics": list(post.thread.topics.all())} if post.kind == Post.Kind.OPENING else {}
    return opening | {"text": post.source, "version": post.version}
