"""Files that go along with what somebody writes: taken in while they write, and drawn anew as soon as they are ready."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from junto.kit.files.refusals import Refused
from junto.kit.http import answers, part_or_redirect
from junto.kit.text.line import one_line
from junto.posts import drafting
from junto.posts.addresses import address_of
from junto.posts.attached.receiving import receive_upload
from junto.posts.attached.said import LONGEST_ALT
from junto.posts.models import Attachment
from junto.posts.thread_page import show_one
from junto.posts.views.fetching import BIGGEST, post_here


@answers("POST")
def attachments(request: HttpRequest) -> HttpResponse:
    """For a script that has sent a file in pieces (`upload`): it waits with the draft from now on. Answers with its row in the form."""
    draft, upload, name = (request.POST.get(field, "") for field in ("draft_key", "upload", "name"))
    try:
        if not drafting.KEY.fullmatch(draft):
            raise Refused("not_there")
        each = receive_upload(upload[:32], name, by=request.user, draft=draft)
    except Refused as refused:
        return JsonResponse({"trouble": str(refused)}, status=422)
    return render(request, "posts/attached/row.html", {"each": each})


@answers("GET", "POST")
def attachment(request: HttpRequest, number: int) -> HttpResponse:
    """Its row in the form as it stands now, for whoever sent it and has not posted it yet. POST keeps what is said to be seen on it."""
    each = get_object_or_404(Attachment.objects.filter(by=request.user, post=None), pk=min(number, BIGGEST))
    if request.method == "POST":
        each.describe(one_line(request.POST.get("alt", ""), LONGEST_ALT))
    return render(request, "posts/attached/row.html", {"each": each})


@answers("GET")
def of_post(request: HttpRequest, post_id: int) -> HttpResponse:
    """The files of a post as they stand now, for an open page; without script the page of the post."""
    post, reader = post_here(request, post_id)
    return part_or_redirect(request, "posts/thread/files.html", {"post": show_one(reader, post.pk)}, to=address_of(post))
