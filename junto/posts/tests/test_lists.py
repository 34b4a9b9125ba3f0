"""Threads in lists: of a space, of a person, about a topic; what is new is bold, what one may not see is not there."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]


def titles(html: str) -> list[str]:
    return re.findall(r'class="row-title"[^>]*><bdi[^>]*>([^<]+)</bdi>', html)


@pytest.fixture
def five(repairs: Space, ada: Person, ben: Person, cleo: Person) -> dict[str, Thread]:
    """One thread of each state; each title says which."""
    made = {}
    for name in ("waiting", "answered", "solved", "closed", "talk"):
        made[name] = Thread.objects.open(
            repairs, by=ada, title=f"This is {name}", source="So it is.", kind="discussion" if name == "talk" else "question"
        )
    for name in ("answered", "solved", "closed"):
        made[name].reply(by=ben, source="An answer.")
    made["solved"].posts.get(kind="answer").accept(by=ada)
    made["closed"].close(by=cleo)
    return made


@pytest.mark.parametrize(
    ("show", "named"),
    [
        ("all", {"waiting", "answered", "solved", "closed", "talk"}),
        ("unanswered", {"waiting"}),
        ("unsolved", {"answered"}),
        ("solved", {"solved"}),
        ("closed", {"closed"}),
        ("nonsense", {"waiting", "answered", "solved", "closed", "talk"}),
    ],
)
def test_the_threads_of_a_space_are_shown_by_how_they_stand(
    five: dict[str, Thread], eve: Person, signed_in: SignedIn, show: str, named: set[str]
) -> None:
    html = signed_in(eve).get(f"/spaces/repairs/threads/?show={show}").content.decode()
    assert set(titles(html)) == {f"This is {name}" for name in named}


def test_the_list_goes_on_and_nothing_is_left_out(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    for number in range(45):
        Thread.objects.open(repairs, by=ada, title=f"Number {number}", source="One of many.")
    client, seen, to = signed_in(ada), [], "/spaces/repairs/threads/"
    while to:
        html = client.get(to).content.decode()
        seen += titles(html)
        following = re.search(r'href="([^"]+)" rel="next"', html)
        to = following[1].replace("&amp;", "&") if following else ""
    assert seen == [f"Number {number}" for number in reversed(range(45))]


def test_what_moved_since_one_read_it_is_bold_until_one_reads_it_again(
    question: Thread, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    client.get(f"/threads/{question.pk}/")
    assert "row-new" not in client.get("/spaces/repairs/threads/").content.decode()
    question.reply(by=ben, source="News.")
    assert "row-new" in client.get("/spaces/repairs/threads/").content.decode()
    client.get(f"/threads/{question.pk}/")
    assert "row-new" not in client.get("/spaces/repairs/threads/").content.decode()


def test_the_list_of_a_space_one_may_not_read_is_not_there(
    bench: Space, secret: Thread, eve: Person, olga: Person, signed_in: SignedIn
) -> None:
    for person in (eve, olga):
        for slug in ("bench-notes", "attic"):
            assert signed_in(person).get(f"/spaces/{slug}/threads/").status_code == 404


def test_a_space_shows_what_is_alive_and_its_deleted_threads_not(
    question: Thread, discussion: Thread, cleo: Person, ben: Person, signed_in: SignedIn
) -> None:
    discussion.delete_softly(by=cleo)
    html = signed_in(ben).get("/spaces/repairs/").content.decode()
    assert "Alive now" in html
    assert titles(html) == ["Pump loses pressure overnight"]


def test_a_person_shows_what_they_asked_and_answered_where_the_reader_may_see_it(
    question: Thread, answer: Post, secret: Thread, ada: Person, ben: Person, cleo: Person, signed_in: SignedIn
) -> None:
    secret.reply(by=ada, source="My own zebra answer.")
    answer.accept(by=ada)
    of_ben = signed_in(cleo).get(f"/people/{ben.pk}/").content.decode()
    assert f'href="/posts/{answer.pk}/"' in of_ben
    assert "solved it" in of_ben
    assert "How do I say no" in signed_in(cleo).get(f"/people/{ada.pk}/").content.decode()
    of_ada = signed_in(ben).get(f"/people/{ada.pk}/").content.decode()
    assert "Pump loses pressure" in of_ada
    assert "How do I say no" not in of_ada
    assert "zebra" not in of_ada


def test_a_topic_shows_its_threads_where_the_reader_may_see_them(
    question: Thread, attic: Space, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    Thread.objects.open(attic, by=ada, title="Secret pumps", source="Hush.", topics=["pumps"])
    assert titles(signed_in(ben).get("/topics/pumps/").content.decode()) == ["Pump loses pressure overnight"]
    assert "Secret pumps" in signed_in(ada).get("/topics/pumps/").content.decode()
