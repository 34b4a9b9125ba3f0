"""Whatever stands in a dump: what can be read comes in, what cannot is named with its line, and the import comes to its end."""

import pytest

from junto.portability import importing
from junto.portability.models import BrokenRow, ImportRun
from junto.portability.stackexchange import STAGES
from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import Broken, Row, read
from junto.portability.tests.dumps import DAY, SITE, row, write
from junto.posts.models import Acceptance, Post, Thread
from junto.spaces.models import Space

PERSON = {"Id": 2, "DisplayName": "Ling", "CreationDate": DAY}
QUESTION = {"Id": 1, "PostTypeId": 1, "Title": "Why bitter?", "Body": "<p>Mine is.</p>", "OwnerUserId": 2, "CreationDate": DAY}
ANSWER = {"Id": 3, "PostTypeId": 2, "ParentId": 1, "Body": "<p>Cool it.</p>", "CreationDate": DAY}
LONG = "9" * 500


@pytest.fixture
def take_in(db, tmp_path):
    def take(**files):
        space = Space.objects.start(by=None, name="Tea", purpose="So that no leaf is wasted.")
        landing = Landing(SITE, space)
        run = ImportRun.objects.create(source=landing.source, space=space)
        importing.take_in(run, STAGES, write(tmp_path, **files), landing, lambda progress: None)
        return {(row.file, row.line): row.reason for row in BrokenRow.objects.order_by("file", "line")}

    return take


@pytest.mark.parametrize(
    "moment",
    [
        "never",
        "0001-01-01",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.999999-14:00",
        "2999-01-01",
        "1969-12-31",
        "2012-02-30",
        "٢٠١٢",
    ],
)
def test_a_time_at_which_nobody_can_have_written_is_broken(moment):
    with pytest.raises(Broken, match="no time"):
        Row(1, 0, {"CreationDate": moment}).time("CreationDate")


def test_a_time_with_a_zone_is_brought_to_utc():
    assert Row(1, 0, {"CreationDate": "2012-02-01T10:00:00+05:30"}).time("CreationDate").isoformat() == "2012-02-01T04:30:00+00:00"


def test_numbers_longer_than_any_are_broken_and_harm_no_other(take_in):
    broken = take_in(Users=[PERSON, {**PERSON, "Id": LONG}], Posts=[QUESTION, {**QUESTION, "Id": LONG}, {**ANSWER, "ParentId": LONG}])
    assert {place for place in broken} == {("Users.xml", 3), ("Posts.xml", 3), ("Posts.xml", 4)}
    assert Thread.objects.get().author.name == "Ling"


def test_a_row_that_comes_twice_comes_in_once(take_in):
    assert take_in(Users=[PERSON] * 3, Posts=[QUESTION, QUESTION, ANSWER, ANSWER]) == {}
    assert Post.objects.count() == 2


def test_an_answer_accepted_elsewhere_is_accepted_nowhere(take_in):
    other = {**QUESTION, "Id": 4, "Title": "Why sweet?", "AcceptedAnswerId": 3}
    take_in(Posts=[QUESTION, ANSWER, other, {**other, "Id": 5, "AcceptedAnswerId": 4}])
    assert not Acceptance.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_file_in_another_encoding_is_told_and_not_taken_for_an_empty_one(take_in, encoding):
    broken = take_in(Users=f"<users>\n{row(**PERSON)}\n</users>".encode(encoding))
    assert "UTF-8" in broken["Users.xml", 1]


def test_bytes_of_another_encoding_and_files_cut_off_are_broken_rows(take_in):
    lines = [row(**PERSON), row(**{**PERSON, "DisplayName": "Zoë"}), row(**PERSON)[:30]]
    assert {line for _, line in take_in(Users="\n".join(["<users>", *lines]).encode("latin-1"))} == {3, 4}


@pytest.mark.parametrize("inside", ["&#0;", "&#xD800;", "&nbsp;", "&lol;", "\x00", "\x0b", "&#xFFFE;", '" Id="2'])
def test_what_xml_does_not_allow_is_a_broken_row(tmp_path, inside):
    (tmp_path / "Users.xml").write_text(f'<row Id="1" DisplayName="{inside}" />\n<row Id="2" />\n')
    first, second = read(tmp_path / "Users.xml")
    assert first.broken
    assert second.get("Id") == "2"
