"""A dump of a Stack Exchange community comes in whole, once, with its dates and names, and tells nobody."""

import contextlib
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command

from junto.kit.clock import now
from junto.kit.models import FactRecord, Work
from junto.notify.models import InboxItem
from junto.people.models import Person
from junto.portability import importing
from junto.portability.models import BrokenRow, Brought, ImportRun
from junto.portability.stackexchange import STAGES
from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import read
from junto.portability.stackexchange.site import site_of
from junto.posts.models import Acceptance, HelpedBefore, Post, Revision, Thread, ThreadLink
from junto.search.models import Document
from junto.spaces.models import Space

SITE = "tea.stackexchange.com"
TEA = Path(__file__).parent / "tea"
"""A dump of our own, small and with every trouble a dump can have."""


@pytest.fixture
def land(cleo):
    space = Space.objects.start(by=cleo, name="Tea", purpose="So that no leaf is wasted.")

    def take(stop_after: int | None = None) -> ImportRun:
        landing = Landing(SITE, space)
        run, _ = ImportRun.objects.get_or_create(source=landing.source, defaults={"space": space})
        told: list[importing.Progress] = []

        def tell(progress: importing.Progress) -> None:
            told.append(progress)
            if stop_after is not None and len(told) > stop_after:
                raise KeyboardInterrupt

        importing.take_in(run, STAGES, TEA, landing, tell)
        return run

    return take


POST = ("source", "kind", "written_at", "edited_at", "helped_count", "origin__url")
REVISION = ("post__source", "title", "source", "at", "by__name")


def without_numbers(row: tuple) -> tuple:
    """The row, with addresses in its text that do not say which number they got."""
    return re.sub(r"/\d+/", "/N/", row[0]), *row[1:]


def everything() -> dict[str, list]:
    """What an import leaves behind, to compare two ways of getting there."""
    return {
        "people": list(Person.objects.filter(email=None).order_by("pk").values_list("name", "joined_at")),
        "threads": list(Thread.objects.order_by("pk").values_list("title", "opened_at", "answer_count", "post_count", "helped_count")),
        "posts": [without_numbers(row) for row in Post.objects.order_by("pk").values_list(*POST)],
        "revisions": [without_numbers(row) for row in Revision.objects.order_by("pk").values_list(*REVISION)],
        "days": list(HelpedBefore.objects.order_by("pk").values_list("day", "people")),
        "links": list(ThreadLink.objects.order_by("pk").values_list("thread__title", "other__title", "kind")),
        "broken": list(BrokenRow.objects.order_by("file", "line").values_list("file", "line", "reason")),
    }


def test_questions_answers_and_comments_keep_their_authors_and_dates(land):
    land()
    thread = Thread.objects.get(title="Why does green tea turn bitter?")
    assert (thread.author.name, thread.opened_at) == ("Ling", datetime(2012, 2, 1, 10, tzinfo=UTC))
    assert sorted(topic.name for topic in thread.topics.all()) == ["green-tea", "water"]
    answers = list(thread.posts.filter(kind="answer").order_by("pk"))
    assert [(post.author and post.author.name, post.written_at.hour) for post in answers] == [(None, 11), ("Øyvind", 9)]
    comment = Post.objects.get(kind="comment")
    assert (comment.parent, comment.author.name) == (answers[1], "Ling")
    assert "<em>gyokuro</em>" in comment.html
    assert (thread.answer_count, thread.post_count) == (2, 4)


def test_people_come_without_an_account(land):
    land()
    ling = Person.objects.get(name="Ling")
    assert (ling.email, ling.place, ling.has_usable_password()) == (None, "Hangzhou", False)
    assert Space.objects.get(name="Tea").membership_of(ling).since.year == 2012
    assert not Person.objects.filter(name="Community").exists()


def test_every_post_says_where_it_comes_from_and_under_which_licence(land):
    land()
    opening = Post.objects.get(kind="opening", thread__title="Why does green tea turn bitter?")
    assert (opening.origin.url, opening.origin.licence) == (f"https://{SITE}/q/1", "CC BY-SA 3.0")
    assert Post.objects.get(origin__url=f"https://{SITE}/a/2").origin.author_name == "gone"
    assert Post.objects.filter(origin=None).count() == 0


def test_the_accepted_answer_the_days_it_helped_and_the_closure_stand_as_in_the_source(land):
    land()
    acceptance = Acceptance.objects.get()
    assert (acceptance.post.origin.url, acceptance.by.name, acceptance.at.day) == (f"https://{SITE}/a/3", "Ling", 5)
    assert list(HelpedBefore.objects.order_by("day").values_list("day__day", "people")) == [(3, 2), (4, 1)]
    assert (acceptance.post.helped_count, acceptance.thread.helped_count) == (3, 3)
    closed = Thread.objects.get(title="Is tap water fine?").closure
    assert (closed.by.name, closed.because, closed.at.day) == ("Øyvind", "off topic", 3)


def test_former_texts_and_titles_are_revisions(land):
    land()
    answer = Post.objects.get(origin__url=f"https://{SITE}/a/3")
    assert [(r.source, r.by.name) for r in answer.revisions.all()] == [("Use cold water.", "Øyvind")]
    assert answer.edited_at == datetime(2012, 2, 2, 9, 45, tzinfo=UTC)
    opening = Post.objects.get(origin__url=f"https://{SITE}/q/1")
    assert [r.title for r in opening.revisions.all()] == ["Bitter tea"]


def test_links_lead_home_and_hostile_html_is_gone(land):
    land()
    bitter, water = Thread.objects.get(title__startswith="Why"), Thread.objects.get(title__startswith="Is tap")
    linked = water.posts.get(kind="answer")
    opening = bitter.posts.get(kind="opening")
    assert linked.get_absolute_url() in opening.html
    assert "<script" not in opening.html
    assert bitter.get_absolute_url() in water.posts.get(kind="opening").html
    assert list(ThreadLink.objects.values_list("thread", "other", "kind")) == [(water.pk, bitter.pk, "related")]


def test_broken_rows_are_told_with_line_and_reason_and_harm_no_other(land):
    land()
    broken = {(row.file, row.line): row.reason for row in BrokenRow.objects.all()}
    assert "not in the dump" in broken["Posts.xml", 9]
    assert "no time" in broken["Posts.xml", 10]
    assert "not readable as XML" in broken["Posts.xml", 11]
    assert "not in the dump" in broken["PostLinks.xml", 4]
    assert Thread.objects.count() == 2


def test_killed_anywhere_and_run_again_it_comes_to_the_same(land, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    kills = 0
    while not ImportRun.objects.filter(finished_at__isnull=False).exists():
        with contextlib.suppress(KeyboardInterrupt):
            land(stop_after=1)
        kills += 1
    assert kills > 10
    resumed = everything()
    for model in (Brought, BrokenRow, ImportRun, Thread):
        model.objects.all().delete()
    Person.objects.filter(email=None).delete()
    land()
    assert everything() == resumed


def test_old_answers_are_worth_a_look_as_soon_as_it_ends(land, cleo, signed_in, work_done):
    run = land()
    work_done()
    page = signed_in(cleo).get(f"/help/spaces/{run.space.slug}/still-true/").content.decode()
    [accepted] = Acceptance.objects.all()
    assert accepted.thread.title in page


def test_nobody_is_told(land, ada, work_done):
    land()
    work_done()
    assert not InboxItem.objects.exists()
    assert not Work.objects.filter(listener__startswith="notify").exists()


def test_killed_while_it_made_things_findable_it_does_so_when_run_again(cleo, db):
    said = io.StringIO()
    call_command("import", "stackexchange", str(TEA), space="Tea", stdout=said)
    Document.objects.filter(subject="thread").delete()
    later = FactRecord.objects.filter(kind="ThreadOpened")
    Work.objects.bulk_create(Work(listener="search.indexing.refresh", fact=fact, run_at=now()) for fact in later)
    call_command("import", "stackexchange", str(TEA), space="Tea", stdout=said)
    assert "Nothing to do" in said.getvalue()
    assert Document.objects.filter(subject="thread").count() == Thread.objects.count() == 2


def test_nobody_hosts_the_space_made_for_it_unasked_and_owners_find_it_among_those_without_a_host(olga, signed_in):
    call_command("import", "stackexchange", str(TEA), space="Tea", stdout=io.StringIO())
    assert not Space.objects.get(name="Tea").memberships.filter(person=olga).exists()
    assert "Find a host for Tea" in signed_in(olga).get("/unhosted-spaces/").content.decode()


def test_the_site_is_found_out_from_the_texts():
    assert site_of(TEA) == SITE


def test_a_bomb_in_a_row_is_a_broken_row(tmp_path):
    bomb = tmp_path / "Posts.xml"
    bomb.write_text('<row Id="1" Body="&lol9;" />\n<row Id="2" PostTypeId="1" />\n')
    first, second = read(bomb)
    assert first.broken
    assert second.get("Id") == "2"
