"""An owner lets the sample company in and takes it out again, from the page."""

import pytest

from junto.people.models import Person
from junto.portability.sample import texts
from junto.posts.models import Thread


@pytest.fixture
def few(monkeypatch):
    """The oldest threads of the sample: the page is the same, and that all of it moves in stands in test_sample.py."""
    oldest = texts.threads()[:25]
    kept, told = {each["key"] for each in oldest}, texts.helping()
    helping = {**told, "outcome": [each for each in told["outcome"] if each["thread"] in kept]}
    monkeypatch.setattr(texts, "threads", lambda: oldest)
    monkeypatch.setattr(texts, "helping", lambda: helping)
    return len(oldest)


def test_an_owner_lets_it_in_looks_around_and_takes_it_out(few, signed_in, olga, work_done):
    client = signed_in(olga)
    assert client.post("/sample/").url == "/sample/"
    assert "moved in" in client.get("/sample/").content.decode()
    work_done()
    assert Thread.objects.count() == few
    assert "The sample company lives here" in client.get("/").content.decode()
    client.post("/sample/", {"_method": "DELETE"})
    work_done()
    assert not Thread.objects.exists()
    assert Person.objects.count() == 1


def test_nobody_else_may(signed_in, ada):
    client = signed_in(ada)
    assert client.post("/sample/").status_code == 403
    assert client.get("/sample/").status_code == 403
