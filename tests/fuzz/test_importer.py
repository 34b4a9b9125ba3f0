"""The importer: no dump stops it, each row that cannot come in is named, and what it says came in is there."""

import contextlib
import itertools

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from junto.kit.work.worker import work_off
from junto.portability import importing
from junto.portability.models import BrokenRow, Brought, ImportRun
from junto.portability.stackexchange import STAGES
from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import read
from junto.portability.stackexchange.site import site_of
from junto.portability.tests.dumps import DAY, SITE, row, write
from junto.portability.tests.test_hostile_dumps import LONG
from junto.posts.models import Acceptance, Closure, HelpedBefore, Post, Revision, Thread, ThreadLink
from junto.spaces.models import Space
from tests.fuzz.letters import writing

KINDS = {"questions": "opening", "answers": "answer", "comments": "comment"}
KEPT = (Thread, Post, Revision, ThreadLink, Acceptance, Closure, Brought, HelpedBefore)
MARKUP = [*"\"'<>&\n\r\x00\xff", "<row", "/>", "&#0;", "&lol;", "&#x41;", "<!--", "]]>", "<!DOCTYPE a [", "<?xml?>", "Id="]
NUMBERS = st.sampled_from(["1", "2", "3", "4", "5", "-1", "0", "", "01", "9" * 30, LONG, "1e5", "١", "x"])
TIMES = st.sampled_from([DAY, DAY, "", "0001-01-01", "9999-12-31T23:59:59-14:00", "2012-W05-3"])
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(["@[a](person:1)", f"https://{SITE}/q/1 https://{SITE}/users/2/x", "<b>" * 300, "a" * 41_000, '{"Voters":[{"Id":2}]}']),
)
WHAT = {
    "Users": "Id DisplayName CreationDate Location",
    "Posts": "Id PostTypeId ParentId AcceptedAnswerId CreationDate ClosedDate OwnerUserId Title Tags Body",
    "Comments": "Id PostId UserId CreationDate Text",
    "Votes": "Id PostId VoteTypeId CreationDate",
    "PostHistory": "Id PostId PostHistoryTypeId RevisionGUID UserId CreationDate Text Comment",
    "PostLinks": "Id PostId RelatedPostId LinkTypeId CreationDate",
}
broken_line = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=5)), max_size=12).map("".join)


def expected(name: str) -> st.SearchStrategy[str]:
    """What a dump has there, or nearly."""
    if name.endswith("TypeId"):
        return st.sampled_from(["1", "2", "3", "5", "10", ""])
    return TIMES if name.endswith("Date") else NUMBERS if name.endswith("Id") else TEXTS


def value(name: str) -> st.SearchStrategy[str]:
    """What stands in a field: mostly what may, sometimes anything."""
    free = writing.map(lambda text: text.encode("utf-8", "replace").decode()).map(lambda text: "".join(filter(str.isprintable, text)))
    return st.one_of(expected(name), expected(name), free)


def line(names: str) -> st.SearchStrategy[str]:
    whole = st.fixed_dictionaries({name: value(name) for name in names.split()})
    part = st.fixed_dictionaries({}, optional={name: value(name) for name in names.split()})
    return st.one_of(st.one_of(whole, whole, part).map(lambda given: row(**given)), broken_line)


dumps = st.fixed_dictionaries({name: st.lists(line(names), max_size=8) for name, names in WHAT.items()})
WORTH_IT = {
    "Users": [row(Id=1, DisplayName="Ling", CreationDate=DAY)],
    "Posts": [
        row(Id=1, PostTypeId=1, Title="Why bitter?", Body="<p>Mine is.</p>", OwnerUserId=1, CreationDate=DAY, AcceptedAnswerId=2),
        row(Id=2, PostTypeId=2, ParentId=1, Body="<p>Cool it.</p>", OwnerUserId=1, CreationDate=DAY),
    ],
}
"""So that what is invented has something to hang on."""


@pytest.fixture
def landing(db):
    return Landing(SITE, Space.objects.start(by=None, name="Tea", purpose="So that no leaf is wasted."))


@contextlib.contextmanager
def taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def found() -> dict[str, int]:
    return {kept.__name__: kept.objects.count() for kept in KEPT}


def assert_it_adds_up(run: ImportRun, folder) -> None:
    """What is said to have come in is there, and every broken row is named with a reason."""
    assert run.finished_at
    assert all(number >= 0 for number in run.counts.values())
    for what, kind in KINDS.items():
        assert run.counts.get(what, 0) == Post.objects.filter(kind=kind).count(), what
    assert Thread.objects.count() == run.counts.get("questions", 0)
    assert Acceptance.objects.count() == run.counts.get("accepted answers", 0)
    for broken in BrokenRow.objects.all():
        assert broken.reason.strip()
        assert broken.line in {each.line for each in read(folder / broken.file)}
    named = set(BrokenRow.objects.values_list("file", "line"))
    for name in WHAT:
        unreadable = {(f"{name}.xml", each.line) for each in read(folder / f"{name}.xml") if each.broken}
        assert unreadable <= named


def test_no_dump_stops_the_import_and_all_of_it_adds_up(rounds, landing, tmp_path_factory):
    folders = (tmp_path_factory.mktemp("dump") for _ in itertools.count())

    @given(dumps)
    def holds(files: dict[str, list[str]]) -> None:
        lines = {name: "\n".join(["<rows>", *WORTH_IT.get(name, []), *rows, "</rows>"]) for name, rows in files.items()}
        folder = write(next(folders), **{name: text.encode("utf-8", "replace") for name, text in lines.items()})
        with taken_back():
            site_of(folder)
            run = ImportRun.objects.create(source=landing.source, space=landing.space)
            importing.take_in(run, STAGES, folder, landing, lambda progress: None)
            work_off()
            assert_it_adds_up(run, folder)
            before = found()
            importing.take_in(run, STAGES, folder, landing, lambda progress: None)
            assert found() == before

    rounds(holds, 6)
