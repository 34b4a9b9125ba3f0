"""The calendar of what has a date for somebody, as calendars read it (icalendar), and single entries as files."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from junto.interop.calendars.entries import Entry
from junto.interop.calendars.writing import write
from junto.kit.dated import Dated, DatedThing
from junto.spaces.models import Invitation
from tests.queries import queries_of

MADE = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def calendar(address, program):
    """What the calendar of somebody holds now."""

    def of(somebody):
        answer = program.get(address(somebody, "dates", "calendar"))
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        return read(answer.content)

    return of


def read(body: bytes) -> list:
    """The events, once nothing is wrong with how they are written."""
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in body.split(b"\r\n"))
    found = Calendar.from_ical(body)
    assert (found["VERSION"], str(found["PRODID"])) == ("2.0", "-//Junto//Junto//EN")
    assert not found.errors
    assert found.subcomponents
    events = found.walk("VEVENT")
    assert all(not event.errors and {"UID", "DTSTAMP", "DTSTART", "SEQUENCE"} <= set(event) for event in events)
    return events


def thing(**what) -> DatedThing:
    given = {"number": 7, "title": "Clinic", "says": "Bring a pump.", "url": "/occasions/7/", "at": MADE, "made": MADE}
    return DatedThing(**{**given, **what})


def one(**what):
    """The event that is made of such a thing."""
    [event] = read(write([Entry("occasion-7", "calendar", thing(**what))], "https://junto.example.org"))
    return event


def test_an_invitation_stands_in_the_calendar_until_it_is_decided(calendar, eve, cleo, repairs):
    invitation = Invitation.objects.to_person(eve, space=repairs, by=cleo)
    [event] = calendar(eve)
    assert str(event["SUMMARY"]) == "The invitation to Repairs runs out"
    assert str(event["URL"]) == "http://testserver/spaces/repairs/"
    assert str(event["UID"]) == f"invitation-{invitation.pk}@testserver"
    assert event["DTSTART"].dt == invitation.expires_at.replace(microsecond=0)
    invitation.use(eve)
    assert calendar(eve) == []


def test_nobody_finds_what_concerns_another(calendar, ada, eve, cleo, attic):
    Invitation.objects.to_person(eve, space=attic, by=cleo)
    assert calendar(ada) == []


def test_a_version_that_changed_is_later_than_the_one_before_and_keeps_its_name():
    first, changed = one(), one(changed=MADE.replace(hour=9), at=MADE.replace(day=2))
    assert first["UID"] == changed["UID"] == "occasion-7@junto.example.org"
    assert (first["SEQUENCE"], changed["SEQUENCE"]) == (0, 3600)
    assert first["DTSTAMP"].dt < changed["DTSTAMP"].dt


def test_moments_keep_their_moment_and_days_their_day():
    from zoneinfo import ZoneInfo

    summer = datetime(2026, 7, 1, 10, tzinfo=ZoneInfo("Europe/Lisbon"))
    event = one(at=summer, until=datetime(2026, 7, 1, 11, tzinfo=ZoneInfo("Europe/Lisbon")))
    assert event["DTSTART"].to_ical() == b"20260701T090000Z"
    assert event["DTEND"].dt == datetime(2026, 7, 1, 10, tzinfo=UTC)
    whole = one(at=date(2026, 7, 1))
    assert (whole["DTSTART"].to_ical(), whole["DTSTART"].params["VALUE"]) == (b"20260701", "DATE")


def test_hostile_and_long_words_come_back_as_they_were():
    title = 'A; B, C \\ "D" BEGIN:VEVENT \U0001f600' + "ü" * 100
    event = one(title=title + "\r\nATTENDEE:mailto:x@example.org", says="one\ntwo\x0b\x00")
    assert str(event["SUMMARY"]).startswith(title)
    assert "ATTENDEE" not in event
    assert str(event["DESCRIPTION"]) == "one\ntwo"


def test_an_hour_that_is_taken_is_marked_and_a_deadline_is_not():
    assert [str(one(is_busy=busy)["TRANSP"]) for busy in (True, False)] == ["OPAQUE", "TRANSPARENT"]


def test_the_page_shows_the_same_and_gives_each_as_a_file(signed_in, eve, ada, cleo, repairs):
    browser = signed_in(eve)
    assert "Nothing has a date" in browser.get("/dates/").content.decode()
    name = f"invitation-{Invitation.objects.to_person(eve, space=repairs, by=cleo).pk}"
    assert f"/dates/{name}.ics" in browser.get("/dates/").content.decode()
    answer = browser.get(f"/dates/{name}.ics")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}.ics"'
    assert [str(event["SUMMARY"]) for event in read(answer.content)] == ["The invitation to Repairs runs out"]
    assert signed_in(ada).get(f"/dates/{name}.ics").status_code == 404


def test_a_calendar_that_did_not_change_is_not_sent_again(address, program, eve, cleo, repairs):
    path = address(eve, "dates", "calendar")
    etag = program.get(path).headers["ETag"]
    assert program.get(path, headers={"If-None-Match": etag}).status_code == 304
    Invitation.objects.to_person(eve, space=repairs, by=cleo)
    assert program.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_ten_entries_more_take_no_query_more(address, program, eve, cleo):
    from junto.spaces.models import Space

    def invite(number):
        space = Space.objects.start(by=cleo, name=f"Room {number}", purpose="For one.")
        Invitation.objects.to_person(eve, space=space, by=cleo)

    path = address(eve, "dates", "calendar")
    invite(0)
    program.get(path)
    once = queries_of(lambda: program.get(path))
    for number in range(1, 11):
        invite(number)
    assert queries_of(lambda: program.get(path)) == once


def test_every_kind_of_dated_thing_makes_names_that_lead_back_to_it():
    assert all(dated.name.replace("_", "").isalnum() for dated in Dated.every())


def test_somebody_away_finds_the_day_of_their_return_and_no_hour(calendar, signed_in, ada):
    from junto.notify.models import Preferences

    Preferences.objects.of(ada).choose(back_on=date(2126, 12, 1))
    [event] = calendar(ada)
    assert (str(event["SUMMARY"]), event["DTSTART"].dt) == ("Junto calls you again", date(2126, 12, 1))
    assert '<time datetime="2126-12-01">1 December 2126</time>' in signed_in(ada).get("/dates/").content.decode()
    Preferences.objects.of(ada).choose(back_on=date(2026, 1, 1))
    assert calendar(ada) == []


def test_a_calendar_without_dates_holds_the_zone_alone_and_reads_the_same_each_time():
    body = write([], "https://junto.example.org", "Junto")
    assert read(body) == []
    assert [component.name for component in Calendar.from_ical(body).subcomponents] == ["VTIMEZONE"]
    assert write([], "https://junto.example.org", "Junto") == body
