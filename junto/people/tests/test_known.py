"""What Junto knows about a person, for them to read and to take along."""

import io
import json
import secrets
from zipfile import ZipFile

from junto.kit.privacy import Kept
from junto.kit.privacy.file import PIECE, person_file
from junto.people.blocking import block
from junto.people.models import Follow, Person
from tests.queries import queries_of

PAGE = "/people/me/known/"


def taken(browser):
    """The files in the archive, by name."""
    answer = browser.get("/people/me/file/")
    assert answer["Content-Type"] == "application/zip"
    archive = ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.testzip() is None
    return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_page_says_of_everything_why_for_whom_and_until_when(signed_in, ada, ben):
    Follow.wishes.begin(ada, ben)
    page = signed_in(ada).get(PAGE).content.decode()
    there, _, not_there = page.partition("Could be kept")
    for words in ("Whom you follow", "so that you hear of what they ask", "only you", "until you follow no longer"):
        assert words in there
    assert "Whom you block" in not_there


def test_who_blocks_or_follows_somebody_is_not_told_to_them(signed_in, ada, ben):
    Follow.wishes.begin(ada, ben)
    block(ada, ben)
    there = signed_in(ben).get(PAGE).content.decode().partition("Could be kept")[0]
    assert "Whom you follow" not in there
    assert "Whom you block" not in there
    files = taken(signed_in(ben))
    assert "Ada" not in "".join(files.values())


def test_facts_are_told_with_their_own_reasons(signed_in, ada):
    ada.change_profile(place="Porto")
    page = signed_in(ada).get(PAGE).content.decode()
    assert "so that search finds people" in page
    assert "30 days, then your number is cut off" in page


def test_the_file_holds_all_that_is_kept_of_oneself(signed_in, ada, ben):
    ada.can_be_asked_about(["Pumps"])
    Follow.wishes.begin(ada, ben)
    files = taken(signed_in(ada))
    assert json.loads(files["profile.json"])[0]["email"] == "ada@example.org"
    assert json.loads(files["ask_me_about.json"]) == [{"topic__name": "Pumps"}]
    assert json.loads(files["follows.json"])[0]["followed__name"] == "Ben Yılmaz"
    assert {"kind", "at", "data"} == set(json.loads(files["facts.json"])[0])
    assert "What Junto knows about Ada Okafor" in files["about.md"]


def test_the_file_is_sent_while_it_is_written(ada):
    read = []

    class Much(Kept):
        name = "test.much"
        model = Person

        def export(self, person):
            for number in range(2000):
                read.append(number)
                yield {"noise": secrets.token_hex(1000)}

    try:
        pieces = iter(person_file(ada.pk, "about"))
        first = next(piece for piece in pieces if len(piece) >= PIECE)
        assert 0 < len(read) < 1000
        assert max(len(first), *(len(piece) for piece in pieces)) < 2 * PIECE
        assert len(read) == 2000
    finally:
        del Kept.registry["test.much"]


def test_nobody_takes_anybody_elses(client, signed_in, ada, ben):
    assert client.get("/people/me/file/").status_code == 302
    assert "Ben" not in taken(signed_in(ada))["profile.json"]


def test_the_page_asks_as_often_for_much_as_for_little(signed_in, ada):
    browser = signed_in(ada)
    few = queries_of(lambda: browser.get(PAGE))
    for number in range(10):
        ada.change_profile(what_i_do=f"Work {number}")
    assert queries_of(lambda: browser.get(PAGE)) == few
