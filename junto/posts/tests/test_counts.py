"""Whatever people do, and in whichever order: the stored counts are what counting anew would give."""

from typing import Any

import pytest
from django.db.models import Max, Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

DEEDS = ["open", "answer", "comment", "delete", "restore", "delete thread", "restore thread", "help", "help not", "accept", "edit"]
HISTORIES = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 30), st.integers(0, 2)), max_size=25)


def pick(rows: Any, number: int) -> Any:
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


class History:
    """Does one deed after another with whichever thread or post the number points at."""

    def __init__(self, space: Space, people: list[Person]) -> None:
        self.space, self.people, self.said = space, people, 0

    def do(self, deed: str, number: int, who: int) -> None:
        self.said += 1
        act = getattr(self, deed.replace(" ", "_"))
        act(number, self.people[who])

    def words(self) -> str:
        return f"The words of deed {self.said}."

    def open(self, number: int, by: Person) -> None:
        Thread.objects.open(self.space, by=by, title=self.words(), source=self.words(), kind=["question", "discussion"][number % 2])

    def answer(self, number: int, by: Person) -> None:
        thread = pick(Thread.objects.filter(deletion=None), number)
        if thread:
            thread.reply(by=by, source=self.words())

    def comment(self, number: int, by: Person) -> None:
        post = self._post(number, parent=None)
        if post:
            post.thread.reply(by=by, source=self.words(), parent=post)

    def delete(self, number: int, by: Person) -> None:
        post = pick(self._standing().exclude(kind="opening"), number)
        if post:
            post.delete_softly(by=by)

    def restore(self, number: int, by: Person) -> None:
        post = pick(Post.objects.filter(deletion__isnull=False), number)
        if post:
            post.restore(by=by)

    def delete_thread(self, number: int, by: Person) -> None:
        thread = pick(Thread.objects.filter(deletion=None), number)
        if thread:
            thread.delete_softly(by=by)

    def restore_thread(self, number: int, by: Person) -> None:
        thread = pick(Thread.objects.filter(deletion__isnull=False), number)
        if thread:
            thread.restore(by=by)

    def help(self, number: int, by: Person) -> None:
        post = self._post(number)
        if post:
            post.help(by)

    def help_not(self, number: int, by: Person) -> None:
        post = self._post(number)
        if post:
            post.help_not(by)

    def accept(self, number: int, by: Person) -> None:
        post = self._post(number, kind="answer")
        if post:
            post.accept(by=by)

    def edit(self, number: int, by: Person) -> None:
        post = self._post(number)
        if post:
            post.edit(by=by, source=self.words())

    def _standing(self) -> Any:
        return Post.objects.standing().filter(thread__deletion=None)

    def _post(self, number: int, **which: Any) -> Post | None:
        return pick(self._standing().filter(**which), number)


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES)
def test_stored_counts_are_what_counting_anew_gives(
    repairs: Space, ada: Person, ben: Person, cleo: Person, history: list[tuple[str, int, int]]
) -> None:
    Thread.objects.all().delete()
    Space.objects.filter(pk=repairs.pk).update(thread_count=0, last_activity_at=repairs.started_at)
    doing = History(repairs, [ada, ben, cleo])
    for deed in history:
        doing.do(*deed)
    for thread in Thread.objects.all():
        assert stored(thread) == counted(thread)
    space = Space.objects.get(pk=repairs.pk)
    standing = Thread.objects.filter(space=space, deletion=None)
    assert space.thread_count == standing.count()
    assert space.last_activity_at == max(filter(None, [repairs.started_at, standing.aggregate(at=Max("last_activity_at"))["at"]]))


def stored(thread: Thread) -> dict[str, Any]:
    names = ("post_count", "answer_count", "helped_count", "last_post_id", "last_activity_at")
    return {name: getattr(thread, name) for name in names}


def counted(thread: Thread) -> dict[str, Any]:
    posts = Post.objects.standing().filter(thread=thread)
    found = posts.aggregate(helped=Sum("helped_count"), last=Max("pk"), at=Max("written_at"))
    answers = posts.filter(kind="answer").count()
    return {
        "post_count": posts.count(),
        "answer_count": answers,
        "helped_count": found["helped"],
        "last_post_id": found["last"],
        "last_activity_at": found["at"],
    }


@pytest.mark.django_db
def test_history_brought_in_late_does_not_make_a_space_look_asleep(repairs: Space, ada: Person) -> None:
    before = Space.objects.get(pk=repairs.pk).last_activity_at
    Thread.objects.open(repairs, by=ada, title="Long ago", source="In another house.", at=repairs.started_at.replace(year=2012))
    assert Space.objects.get(pk=repairs.pk).last_activity_at == before
