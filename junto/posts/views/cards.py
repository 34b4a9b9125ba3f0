"""The cards of a post's links, and whether this house has any at all."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method, owners_only, part_or_redirect
from junto.posts.addresses import address_of
from junto.posts.models import Card, CardsPaused, Post
from junto.posts.shown import Showing
from junto.posts.thread_page import show_one
from junto.posts.views.fetching import BIGGEST, done, post_here


@answers("GET")
def cards(request: HttpRequest, post_id: int) -> HttpResponse:
    """The cards as they stand now, for an open page; without script the page of the post."""
    post, reader = post_here(request, post_id)
    return _part(request, post, reader)


@answers("POST", "DELETE")
def card(request: HttpRequest, post_id: int, card_id: int) -> HttpResponse:
    """DELETE takes a card off, POST brings it back."""
    post, reader = post_here(request, post_id)
    allow(reader.may_edit(post))
    found = get_object_or_404(Card.objects.filter(post=post), pk=min(card_id, BIGGEST))
    found.post = post
    if method(request) == "POST":
        found.put_back(by=request.user)
        return done(request, address_of(post))
    found.take_off(by=request.user)
    toast(request, _("The card is off; the link stays."), undo=request.path)
    return _part(request, post, reader)


@answers("GET", "POST", "DELETE")
@owners_only
def in_this_house(request: HttpRequest) -> HttpResponse:
    """For owners: POST switches cards off, DELETE on again."""
    if request.method in ("GET", "HEAD"):
        return render(request, "posts/link_cards.html", {"is_paused": CardsPaused.objects.exists(), "fetches": settings.FETCH})
    if method(request) == "POST":
        CardsPaused.objects.pause(by=request.user)
    else:
        CardsPaused.objects.resume(by=request.user)
    return redirect("posts:link_cards")


def _part(request: HttpRequest, post: Post, reader: Showing) -> HttpResponse:
    return part_or_redirect(request, "posts/thread/cards.html", {"page": reader, "post": show_one(reader, post.pk)}, to=address_of(post))
