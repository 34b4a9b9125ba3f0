"""Words on their way: drafts on the server, and what was posted by somebody whose session had ended."""

import re
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from junto.design.links import url
from junto.kit.http import View
from junto.people.models import Person
from junto.posts.models import Draft, Post, Thread

KEY = re.compile(r"ask|(?:thread|post|edit)-[0-9]{1,18}")
FIELDS = ("text", "title", "topics", "space", "kind")
LONGEST = 60_000
ASIDE = "set_aside"


def words_of(request: HttpRequest) -> dict[str, str]:
    """What of a draft came in with this request, each piece cut where no post could be longer. No database takes the letter zero."""
    return {name: request.POST[name][:LONGEST].replace("\0", "") for name in FIELDS if name in request.POST}


def keep(request: HttpRequest, key: str) -> None:
    """Keeps what came in as a draft, so that it is still there however this ends."""
    Draft.objects.keep(request.user, key, words_of(request))


def draft_of(request: HttpRequest, key: str) -> Draft | None:
    """What the person has begun to write here."""
    take_back(request)
    return Draft.objects.filter(person=request.user, key=key).first()


def take_back(request: HttpRequest) -> None:
    """Words that the person sent while signed out become a draft."""
    aside = request.session.get(ASIDE)
    if aside and aside["writer"] == str(request.user.pk):
        Draft.objects.keep(request.user, aside["key"], aside["fields"])
        del request.session[ASIDE]


@dataclass(frozen=True)
class Kept:
    """A draft with the title of the thread it was going to, and where one goes on writing; both empty when that cannot be read any more."""

    draft: Draft
    title: str
    to: str


def with_places(drafts: list[Draft], person: Person) -> list[Kept]:
    """Each draft with its place, in two queries for all of them."""
    posts = {
        post.pk: post.thread
        for post in Post.objects.visible_to(person).filter(pk__in=_numbers(drafts, "post", "edit")).select_related("thread")
    }
    threads = {thread.pk: thread for thread in Thread.objects.visible_to(person).filter(pk__in=_numbers(drafts, "thread"))}
    return [_kept(draft, posts, threads) for draft in drafts]


def _numbers(drafts: list[Draft], *kinds: str) -> list[int]:
    return [int(draft.key.partition("-")[2]) for draft in drafts if draft.key.partition("-")[0] in kinds]


def _kept(draft: Draft, posts: dict[int, Thread], threads: dict[int, Thread]) -> Kept:
    kind, _, number = draft.key.partition("-")
    if kind == "ask":
        return Kept(draft, str(draft.fields.get("title", "")), url("posts:ask"))
    thread = (threads if kind == "thread" else posts).get(int(number))
    to = {"thread": "posts:posts", "post": "posts:comments", "edit": "posts:edit"}[kind]
    return Kept(draft, thread.title, url(to, int(number))) if thread else Kept(draft, "", "")


def words_wait(view: View) -> View:
    """Marks a view that takes words. Posted while signed out they wait in the session until their writer signs in again.

    That they are shown, so that nothing is lost even then, is the rule of the house (`junto.design.middleware`).
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not request.user.is_authenticated:
            _set_aside(request)
        return view(request, *args, **kwargs)

    return checked


def _set_aside(request: HttpRequest) -> None:
    """The form says who wrote; only that person gets the words back, because somebody else may sign in at this machine next."""
    key, writer = request.POST.get("draft_key", ""), request.POST.get("writer", "")
    if KEY.fullmatch(key) and writer.isdecimal() and len(writer) < 19:
        request.session[ASIDE] = {"key": key, "writer": writer, "fields": words_of(request)}
