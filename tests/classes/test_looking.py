"""Looking: it changes nothing, is remembered by no machine in between, and tells nothing of what one may not see."""

import re
from dataclasses import dataclass

import pytest

from tests.access.rows import every_row
from tests.classes.walking import ACTING, LOOKING, ROWS, Answer

READING = {"/threads/{thread}/": {"read_position"}, "/spaces/{space}/": {"membership"}}
"""How far somebody has read, and when they last looked in: only they see it."""
COUNTING = {"django_session", "tries", "look", "looked_at"}
"""What one browser remembers of itself, how often a door was tried, and that somebody looked at somebody's data."""
READ_BY_PROGRAMS = {"/feeds/{feed}.atom", "/calendars/{calendar}.ics"}
"""Secret addresses that programs ask many times a day: which day somebody last read there is written, so that whose it is can end
what nobody reads; and the program keeps what it got, to ask only whether it changed. It is nobody's page in a browser."""
READING |= dict.fromkeys(READ_BY_PROGRAMS, {"personal_address"})
PASSING = ("Content-Length", "Set-Cookie", "X-Request-ID")
IN_DISGUISE = {"X-HTTP-Method-Override": "DELETE", "X-HTTP-Method": "DELETE", "X-Method-Override": "DELETE"}
NOTHING = {"space": "no-such-space", "thread": 987654, "alone": 987654, "post": 987654, "request": 987654, "standing": 987654}
NOTHING |= {"deleted_post": 987654, "deleted_thread": 987654, "line": 987654, "passkey": 987654, "session": 987654, "to_dana": 987654}
NOTHING |= {"face": "0" * 32, "face_of_dora": "0" * 32, "space_face": "0" * 32, "upload": "0" * 32, "dora": 987654}


@dataclass
class Looks:
    """What came back from every door when somebody only looked. Walked once for all tests here."""

    welcome: list[Answer]
    refused: list[Answer]
    as_stylesheet: list[Answer]
    other_methods: list[Answer]


@pytest.fixture(scope="module")
def remembered() -> list[Looks]:
    return []


@pytest.fixture
def looks(request, remembered) -> Looks:
    """Whom a thing is meant for asks as if looking were deleting."""
    if not remembered:
        walker = request.getfixturevalue("walker")
        refused = [(row, person) for row in LOOKING for person in ("stranger", "other") if row.cells[person] not in "+>"]
        doors = {row.address: row for row in ROWS}.values()
        looks = Looks(
            [walker.go(row, row.welcome or "host", asked={"_method": "DELETE"}, **IN_DISGUISE) for row in LOOKING],
            [walker.go(row, person) for row, person in refused],
            [walker.go(row, "host", suffix=suffix) for row in LOOKING for suffix in ("x.css", ";x.css")],
            [walker.go(row, row.welcome or "host", method="HEAD" if row.method != "GET" else "TRACE") for row in doors],
        )
        remembered.append(looks)
    return remembered[0]


def test_looking_changes_nothing_even_when_the_request_says_it_is_something_else(looks):
    assert [f"{answer} wrote {tables}" for answer in looks.welcome if (tables := wrote(answer))] == []


def test_other_ways_to_ask_change_nothing_and_fail_nowhere(looks):
    assert [f"{answer} wrote {tables}" for answer in looks.other_methods if (tables := wrote(answer))] == []
    assert {answer.response.status_code for answer in looks.other_methods} <= {200, 302, 401, 403, 404, 405}


def wrote(answer: Answer) -> set[str]:
    return answer.written - COUNTING - READING.get(answer.row.address, set())


def test_no_machine_in_between_keeps_what_a_person_was_shown(looks):
    assert [str(answer) for answer in looks.welcome if not is_for_one_person(answer)] == []


def test_what_refuses_somebody_is_kept_by_nobody_either(looks):
    assert [str(answer) for answer in looks.refused if "no-store" not in answer.headers.get("Cache-Control", "")] == []


def test_an_address_made_to_look_like_a_stylesheet_shows_nothing_that_may_be_kept(looks):
    shown = [answer for answer in looks.as_stylesheet if answer.response.status_code != 301]
    assert [str(answer) for answer in shown if "no-store" not in answer.headers.get("Cache-Control", "")] == []


def is_for_one_person(answer: Answer) -> bool:
    """Kept by nobody; a picture, whose name belongs to one content for ever, by that one browser."""
    said = answer.headers.get("Cache-Control", "")
    picture = answer.path.startswith("/files/") and not answer.path.startswith("/files/uploads/")
    if answer.row.address in READ_BY_PROGRAMS:
        return said == "private, no-cache" and "ETag" in answer.headers and "Set-Cookie" not in answer.headers
    return "private" in said and ("no-store" in said or (picture and "Cookie" in answer.headers["Vary"]))


def test_what_one_may_not_see_answers_to_the_letter_like_what_is_not_there(walker):
    """Status, headers and page: nobody finds out by trying numbers what there is."""
    hidden = {(row.method, row.address): (row, person) for row in every_row() for person in hidden_from(row)}
    assert len(hidden) > 60
    differ = [
        f"{row} as {person}" for row, person in hidden.values() if told(walker, row, person) != told(walker, row, person, nothing=True)
    ]
    assert differ == []


def hidden_from(row) -> list[str]:
    """For whom the thing does not exist, while it does for others."""
    places = set(re.findall(r"{(\w+)}", row.address))
    named = places <= {*NOTHING, "ben"} and bool(places & set(NOTHING))
    return [person for person, cell in row.cells.items() if cell == "-" and named and row.welcome]


def told(walker, row, person, nothing: bool = False) -> tuple[object, ...]:
    """All of an answer, but for what is in the address anyway."""
    before = walker.sender.scene[row.place]
    walker.sender.scene[row.place] = before | NOTHING if nothing else before
    try:
        answer = walker.go(row, person)
    finally:
        walker.sender.scene[row.place] = before
    headers = {name: value for name, value in answer.headers.items() if name not in PASSING}
    things = sorted({str(before[place]) for place in NOTHING if place in before} | set(map(str, NOTHING.values())), key=len, reverse=True)
    return answer.response.status_code, sorted(headers.items()), re.sub("|".join(rf"\b{thing}\b" for thing in things), "N", answer.text)


def test_no_door_leads_anybody_out_of_the_house(walker):
    """Whatever the address, the form or the page one comes from says about where to go on."""
    out = []
    for row in LOOKING + ACTING:
        elsewhere = "/\\evil.example/x" if row.method == "GET" else "//evil.example/x"
        said = dict.fromkeys(("next", "to", "from", "url"), elsewhere)
        for person in {row.welcome or "host", "stranger" if "account" in row.address else row.welcome or "host"}:
            answer = walker.go(row, person, asked=said, Referer=f"https:{elsewhere}")
            out += [f"{answer} to {to}" for to in ways_out(answer) if "evil.example" in to]
    assert out == []


def ways_out(answer: Answer) -> list[str]:
    """Where an answer leads by itself or by a press."""
    by_itself = [answer.headers.get(name, "").partition("?")[0] for name in ("Location", "HX-Redirect", "HX-Location", "Refresh", "Link")]
    return by_itself + [place.partition("?")[0] for place in re.findall(r'(?:href|action|formaction|src)="([^"]*)"', answer.text)]
