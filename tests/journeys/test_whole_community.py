"""A whole real community comes in as it stood: every text with its author and date, every accepted answer, and nobody is told."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.db import connection

from junto.config.status import status
from junto.notify.models import InboxItem
from junto.people.models.person import tidy_name
from junto.posts.models import Acceptance, Post, Thread
from tests.journeys.community import DUMP, SITE, first_questions, lines_of, take_in
from tests.shared import needs_shared

pytestmark = [needs_shared, pytest.mark.django_db(transaction=True)]
KINDS = {"1": ("opening", "q"), "2": ("answer", "a")}
WHOLE = {"opening": 453, "answer": 971, "comment": 2448}


@pytest.fixture
def folder(tmp_path):
    """The whole dump; on PostgreSQL, where its rows take the same way, a part."""
    return DUMP if connection.vendor == "sqlite" else first_questions(25, tmp_path)


@pytest.mark.dear
def test_everything_stands_as_in_the_source(folder):
    take_in(folder)
    here = Post.objects.values_list("origin__url", "kind", "written_at", "author__name")
    expected = as_written_there(folder)
    assert {url: tuple(rest) for url, *rest in here} == expected
    assert titles_here() == titles_there(folder)
    assert accepted_here() == accepted_there(folder)
    assert not InboxItem.objects.exists()
    kinds = Counter(kind for kind, _, _ in expected.values())
    assert kinds == WHOLE or folder != DUMP
    counted = status()
    assert (counted["threads"], counted["posts"]) == (kinds["opening"], kinds.total())
    assert (counted["work_waiting"], counted["work_dead"]) == (0, 0)


def as_written_there(folder):
    """By its address there: the kind of each text, when and by whom it was written."""
    names = {row["Id"]: tidy_name(row["DisplayName"]) for row, _ in lines_of("Users", folder) if row["Id"] != "-1"}
    posts = {row["Id"]: row for row, _ in lines_of("Posts", folder) if row["PostTypeId"] in KINDS}
    found = {}
    for number, row in posts.items():
        kind, path = KINDS[row["PostTypeId"]]
        found[f"https://{SITE}/{path}/{number}"] = (kind, at(row), names.get(row.get("OwnerUserId")))
    for row, _ in lines_of("Comments", folder):
        if row["PostId"] in posts:
            found[f"https://{SITE}/posts/comments/{row['Id']}"] = ("comment", at(row), names.get(row.get("UserId")))
    return found


def at(row):
    return datetime.fromisoformat(row["CreationDate"]).replace(tzinfo=UTC)


def titles_there(folder):
    questions = [row for row, _ in lines_of("Posts", folder) if row["PostTypeId"] == "1"]
    return {f"https://{SITE}/q/{row['Id']}": " ".join(row["Title"].split()) for row in questions}


def titles_here():
    return dict(Thread.objects.filter(posts__kind="opening").values_list("posts__origin__url", "title"))


def accepted_there(folder):
    rows = [row for row, _ in lines_of("Posts", folder) if row.get("AcceptedAnswerId")]
    return {f"https://{SITE}/q/{row['Id']}": f"https://{SITE}/a/{row['AcceptedAnswerId']}" for row in rows}


def accepted_here():
    accepted = dict(Acceptance.objects.values_list("thread", "post__origin__url"))
    openings = Post.objects.filter(kind="opening", thread__in=accepted).values_list("thread", "origin__url")
    return {url: accepted[thread] for thread, url in openings}
