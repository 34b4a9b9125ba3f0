"""An owner lets the sample company in and takes it out again, from the page."""

from junto.people.models import Person
from junto.posts.models import Thread


def test_an_owner_lets_it_in_looks_around_and_takes_it_out(signed_in, olga, work_done):
    client = signed_in(olga)
    assert client.post("/sample/").url == "/sample/"
    assert "moved in" in client.get("/sample/").content.decode()
    work_done()
    assert Thread.objects.count() >= 150
    assert "The sample company lives here" in client.get("/").content.decode()
    client.post("/sample/", {"_method": "DELETE"})
    work_done()
    assert not Thread.objects.exists()
    assert Person.objects.count() == 1


def test_nobody_else_may(signed_in, ada):
    client = signed_in(ada)
    assert client.post("/sample/").status_code == 403
    assert client.get("/sample/").status_code == 403
