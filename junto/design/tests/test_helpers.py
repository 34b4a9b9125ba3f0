"""What every template may call: dates, numbers, icons, addresses."""

from datetime import UTC, datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation

from junto.design.attributes import attributes
from junto.design.charts import chart
from junto.design.dates import day, when
from junto.design.icons import icon, icon_sheet, state
from junto.design.links import url
from junto.design.numbers import joined, number

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)


def words(element: str) -> str:
    return element.partition(">")[2].removesuffix("</time>")


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=12), "12 minutes ago"),
        (timedelta(hours=2, minutes=50), "2 hours ago"),
        (timedelta(hours=26), "yesterday"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=7), "7 days ago"),
        (timedelta(days=8), "13 November"),
        (timedelta(days=400), "17 October 2025"),
        (timedelta(hours=-3), "in 3 hours"),
        (timedelta(hours=-30), "tomorrow"),
        (timedelta(days=-4), "in 4 days"),
    ],
)
def test_times_are_relative_up_to_a_week_and_dates_after_it(ago, said):
    assert words(when(NOON - ago)) == said


def test_times_at_the_end_of_a_row_are_short():
    assert words(when(NOON - timedelta(minutes=12), short=True)) == "12 mins"
    assert words(when(NOON - timedelta(days=40), short=True)) == "12 Oct"
    assert words(when(NOON - timedelta(days=400), short=True)) == "Oct 2025"


def test_the_exact_time_stands_in_the_title_in_the_zone_and_language_of_the_reader():
    with timezone.override(ZoneInfo("Europe/Lisbon")), translation.override("de"):
        element = when(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert 'title="Mittwoch, 1. Juli 2026, 23:30 (Lisbon)"' in element
    assert 'datetime="2026-07-01T23:30+01:00"' in element


def test_yesterday_is_the_day_before_in_the_zone_of_the_reader():
    moment = NOON - timedelta(hours=26)
    with timezone.override(ZoneInfo("Pacific/Auckland")):
        assert words(when(moment)) == "2 days ago"
    assert words(when(moment)) == "yesterday"


def test_a_date_that_is_no_news_is_always_a_date():
    assert words(day(NOON)) == "21 November 2026"


def test_times_cost_less_than_formatting_them_anew_would():
    moments = [NOON - timedelta(minutes=977 * at) for at in range(500)]

    def seconds(work) -> float:
        begun = process_time()
        for moment in moments:
            work(moment)
        return process_time() - begun

    seconds(when)
    assert seconds(when) < seconds(lambda moment: format_datetime(moment, "full", locale="en_GB"))


def test_numbers_and_lists_are_written_as_the_language_does():
    assert (number(3872), joined(["Ada", "Ben", "Cleo"])) == ("3,872", "Ada, Ben and Cleo")
    with translation.override("de"):
        assert (number(3872), joined(["Ada", "Ben"])) == ("3.872", "Ada und Ben")
    assert joined([]) == ""


def test_what_people_are_called_cannot_become_markup_in_a_list():
    assert joined(["<b>Eve</b>", "{0}"]) == "&lt;b&gt;Eve&lt;/b&gt; and {0}"


def test_an_icon_is_silent_beside_a_word_and_speaks_with_a_label():
    assert 'aria-hidden="true"' in icon("house")
    assert 'role="img" aria-label="&#34;Alive&#34;"' in icon("lamp-lit", '"Alive"')


def test_an_icon_that_repeats_is_drawn_once_in_the_page():
    assert '<use href="#i-heart"/>' in icon("heart")
    assert '<symbol id="i-heart"' in icon_sheet()
    assert "<use" not in icon("house")


def test_each_state_of_a_question_has_a_shape_and_a_word_of_its_own():
    drawn = {state(name) for name in ("solved", "open", "waiting", "closed")}
    assert len(drawn) == 4
    assert 'aria-label="Solved"' in state("solved")


def test_an_icon_that_does_not_exist_is_found_out():
    with pytest.raises(Exception, match="no-such-thing"):
        icon("no-such-thing")


def test_addresses_are_those_of_django(db):
    assert url("design:living") == reverse("design:living")
    assert url("people:person", 7) == reverse("people:person", args=[7])
    with pytest.raises(NoReverseMatch):
        url("design:nowhere")


def test_names_become_attributes():
    given = {"hx_post": '/x?"', "hidden": True, "class_": "quiet", "title": None, "disabled": False}
    assert attributes(given) == ' hx-post="/x?&#34;" hidden class="quiet"'


def test_a_chart_stands_on_zero_and_keeps_its_bars_inside():
    drawn = chart([("a", 0), ("b", 3.2), ("c", 8.4)])
    assert [tick.value for tick in drawn.ticks] == [0, 5, 10]
    assert drawn.bars[0].height == 0
    assert all(bar.x >= 0 and bar.x + drawn.width <= 100 for bar in drawn.bars)
    assert chart([]).bars == []
