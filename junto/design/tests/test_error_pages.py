"""An error says what happened, what was kept, and what to do; without a database and without an account."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory

from junto.design.views import errors


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.signed_out, 401),
        (errors.permission_denied, 403),
        (errors.page_not_found, 404),
        (errors.too_large, 413),
        (errors.server_error, 500),
        (errors.unavailable, 503),
        (errors.csrf_failed, 403),
    ],
)
def test_every_error_has_a_page_that_says_what_to_do(view, status):
    answer = view(RequestFactory().get("/threads/7/"))
    assert answer.status_code == status
    assert b"<h1>" in answer.content
    assert b"Go home" in answer.content


def test_a_form_that_came_too_late_shows_what_was_written():
    written = {"text": "Look at the <check> valve.", "password1": "secret words", "csrfmiddlewaretoken": "t0ken"}
    request = RequestFactory().post("/threads/7/answers/", written)
    page = errors.csrf_failed(request).content.decode()
    assert "Look at the &lt;check&gt; valve." in page
    assert "secret words" not in page
    assert "t0ken" not in page


def test_one_tries_again_from_the_page_that_held_the_form():
    request = RequestFactory(headers={"referer": "http://testserver/threads/7/?after=x", "host": "testserver"}).post("/threads/7/posts/")
    assert b'href="/threads/7/">Try again' in errors.csrf_failed(request).content
    elsewhere = RequestFactory(headers={"referer": "http://evil.example//x/", "host": "testserver"}).post("/threads/7/posts/")
    assert b'href="/">Try again' in errors.csrf_failed(elsewhere).content


def test_a_form_that_is_too_large_is_told_so():
    answer = errors.bad_request(RequestFactory().post("/ask/"), RequestDataTooBig())
    assert answer.status_code == 413


def test_an_error_page_that_fails_itself_still_says_something(monkeypatch):
    monkeypatch.setattr(errors, "render_to_string", lambda *_: 1 / 0)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"That did not work" in answer.content


def test_a_form_without_its_token_is_answered_with_what_was_written(db):
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "ada@example.org"})
    assert answer.status_code == 403
    assert b"ada@example.org" in answer.content
