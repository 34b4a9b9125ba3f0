"""What was done is said once, and the browser learns which words the server has taken in."""

import json

from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from junto.design.middleware import TAKEN, taken_drafts, toasts_with_parts, words_survive
from junto.design.toasts import Toast, read, toast


def asked(path: str = "/", *, htmx: bool = False, **fields: str):
    request = RequestFactory().post(path, fields)
    request.htmx, request.session = htmx, {}
    request._messages = FallbackStorage(request)
    return request


def test_what_was_done_can_be_taken_back():
    request = asked()
    toast(request, "Deleted.", undo="/posts/7/deletion/", method="DELETE")
    assert list(read(request._messages)) == [Toast("Deleted.", "/posts/7/deletion/", "DELETE")]


def test_a_part_carries_along_what_was_said():
    def view(request):
        toast(request, "Gelöscht.", undo="/undo/")
        return HttpResponse("part")

    answer = toasts_with_parts(view)(asked(htmx=True))
    said = json.loads(answer.headers["HX-Trigger-After-Settle"])
    assert said == {"toasts": [{"text": "Gelöscht.", "undo": "/undo/", "method": "POST"}]}


def test_a_redirect_leaves_it_for_the_next_page():
    def view(request):
        toast(request, "Done.")
        return HttpResponseRedirect("/")

    request = asked(htmx=True)
    assert "HX-Trigger-After-Settle" not in toasts_with_parts(view)(request).headers
    assert [said.text for said in read(request._messages)] == ["Done."]


def test_a_form_that_went_through_lets_the_browser_forget_its_copy():
    answer = taken_drafts(lambda request: HttpResponseRedirect("/threads/7/"))(asked(draft_key="thread-7"))
    assert answer.cookies[TAKEN].value == "thread-7"


def test_a_form_that_came_back_with_a_remark_does_not():
    assert TAKEN not in taken_drafts(lambda request: HttpResponse("try again"))(asked(draft_key="thread-7")).cookies


def test_a_form_that_ended_at_the_sign_in_page_does_not(settings):
    settings.LOGIN_URL = "/account/login/"
    view = words_survive(lambda request: HttpResponseRedirect("/account/login/?next=/"))
    answer = taken_drafts(view)(asked(draft_key="thread-7"))
    assert TAKEN not in answer.cookies
