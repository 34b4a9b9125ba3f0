"""Rows come in by the batch: what is asked of the database does not grow with every row, and what comes out is what the verbs give."""

import pytest

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.kit.work.worker import work_off
from junto.people.models import Person
from junto.portability import importing
from junto.portability.models import BrokenRow, ImportRun
from junto.portability.stackexchange import STAGES
from junto.portability.stackexchange.landing import Landing
from junto.portability.tests.dumps import DAY, SITE, lively, write
from junto.posts.models import Post, Thread
from junto.search.indexing import rebuild
from junto.search.models import Document
from junto.spaces.models import Space
from tests.queries import queries_of

COUNTS = ("post_count", "answer_count", "helped_count", "last_post_id", "last_activity_at")
ROWS_OF_EACH = 7
"""A lively dump holds for each person a question with an answer, a comment, a vote, a version and a link."""
MOST_FOR_A_HUNDRED = 55
"""Of a hundred rows, from the file to the index; asking for every row by itself took a thousand."""


@pytest.fixture
def space(cleo):
    return Space.objects.start(by=cleo, name="Tea", purpose="So that no leaf is wasted.")


def take_in(folder, space, site=SITE, meanwhile=lambda progress: None):
    landing = Landing(site, space)
    run, _ = ImportRun.objects.get_or_create(source=landing.source, defaults={"space": space})
    importing.take_in(run, STAGES, folder, landing, meanwhile)
    while work_off():
        continue
    return run


def asked_for(number, folder, space):
    """How many queries a lively dump of that size takes, from the files to the index."""
    folder.mkdir()
    site = f"tea-{number}.stackexchange.com"
    return queries_of(lambda: take_in(lively(folder, number, site), space, site))


def test_a_hundred_rows_more_are_a_few_queries_more(space, tmp_path):
    asked_for(10, tmp_path / "first", space)
    few, many = asked_for(40, tmp_path / "few", space), asked_for(240, tmp_path / "many", space)
    assert Document.objects.filter(subject="post", number__in=Post.objects.filter(kind="comment").values("pk")).count() == 290
    assert (many - few) / (2 * ROWS_OF_EACH) <= MOST_FOR_A_HUNDRED


def test_broken_rows_are_left_out_without_asking_row_by_row(space, tmp_path):
    sound = [{"Id": key, "DisplayName": "Ling", "CreationDate": DAY} for key in range(100)]
    broken = [{**person, "CreationDate": "never"} for person in sound[:50]]
    folder = write(tmp_path, Users=[*broken, *sound[50:]])
    assert queries_of(lambda: take_in(folder, space)) < 200
    assert BrokenRow.objects.count() == 50
    assert Person.objects.filter(name="Ling").count() == 50


def test_stored_counts_are_those_of_the_posts(space, tmp_path):
    take_in(lively(tmp_path, 30), space)
    before = list(Thread.objects.order_by("pk").values(*COUNTS))
    for thread in Thread.objects.all():
        thread.recount()
    assert list(Thread.objects.order_by("pk").values(*COUNTS)) == before
    assert {(row["post_count"], row["answer_count"], row["helped_count"]) for row in before} == {(3, 1, 1)}
    space.refresh_from_db()
    assert (space.thread_count, space.people_count) == (30, 31)


def weights():
    return list(Document.objects.order_by("subject", "number").values_list("subject", "number", "weight"))


def test_a_worker_that_keeps_up_with_the_import_weighs_what_helped_like_one_that_comes_after(space, tmp_path):
    folder, kept = lively(tmp_path, 5), []
    (folder / "PostHistory.xml").unlink()
    take_in(folder, space, meanwhile=lambda progress: (work_off(), kept.append(weights())))
    assert list(rebuild())
    assert kept[-1] == weights()


def test_many_posts_at_once_are_what_the_same_posts_are_one_by_one(question, discussion, ada, ben, work_done):
    words, writers = f"@[Ada](person:{ada.pk}) rinse it.", (ada, ben, None)
    posts = [Post(thread=question, kind="answer", author=author, written_at=now()) for author in writers]
    for post in posts:
        post.write(words)
    Post.objects.add_all(posts, is_history=False)
    for author in writers:
        discussion.reply(by=author, source=words)
    assert seen_of(question) == seen_of(discussion)
    assert [post.html for post in question.posts.order_by("pk")[1:]] == [post.html for post in discussion.posts.order_by("pk")[1:]]


def seen_of(thread):
    """What stands about the last three posts of a thread, apart from numbers and moments."""
    thread.refresh_from_db()
    posts = list(thread.posts.order_by("pk"))[1:]
    facts = FactRecord.objects.filter(data__thread_id=thread.pk).exclude(kind="ThreadOpened").order_by("kind", "pk")
    return (
        [(post.author, post.source, list(post.mentions.values_list("person", flat=True))) for post in posts],
        sorted(thread.watches.exclude(person__name__startswith="Cleo").values_list("person", flat=True)),
        [(fact.kind, fact.by_id, fact.data.get("person_id")) for fact in facts],
        (thread.post_count, thread.last_post_id == posts[-1].pk, thread.last_activity_at == posts[-1].written_at),
    )
