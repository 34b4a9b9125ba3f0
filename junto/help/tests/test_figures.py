"""How a space is doing: figures of whole months, the questions behind them, and nothing about few."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from junto.help.figures.figures import FIGURES
from junto.help.figures.gathering import Gathered, Time
from junto.help.hallway.sharing import share
from junto.help.models import Note, Outcome
from junto.help.models.shared_note import Shape, Wish
from junto.posts.models import Acceptance, Thread
from tests.queries import queries_of
from tests.village import person

NOW = datetime(2026, 4, 15, 12, tzinfo=UTC)
MARCH = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOST = 6


@pytest.fixture(autouse=True)
def in_april():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def askers(repairs):
    people = [person(f"Asker{number} Somebody") for number in range(MOST)]
    for somebody in people:
        repairs.add(somebody)
    return people


@pytest.fixture
def asked(repairs, askers, ben):
    """So many questions of so many people, on working days of March; the nth is answered after n + 1 hours, every second one solved."""

    def ask(people: int = MOST, each: int = 2, start: datetime = MARCH) -> list[Thread]:
        threads = []
        for number in range(people * each):
            at = start + timedelta(days=7 * (number % 3))
            asker = askers[number % people]
            thread = Thread.objects.open(repairs, by=asker, title=f"Question {start:%b} {number}", source="Why?", at=at)
            answer = thread.reply(by=ben, source="So.", at=at + min(number + 1, 7) * HOUR)
            if number % 2:
                answer.accept(by=asker, at=at + 7.5 * HOUR)
            threads.append(thread)
        return threads

    return ask


def told(space, reader, name):
    gathered = Gathered(space, reader)
    return next(figure.of(gathered.questions) for figure in FIGURES if figure.name == name)


def value(found):
    return tuple(words.replace("\u00a0", " ") for words in found.value)


def test_the_time_is_three_whole_months() -> None:
    time = Time(NOW)
    assert (time.since, time.until) == (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
    assert Time(datetime(2026, 2, 1, tzinfo=UTC)).since == datetime(2025, 11, 1, tzinfo=UTC)


def test_the_median_until_the_first_answer_is_in_hours_of_work(asked, repairs, cleo) -> None:
    asked()
    assert value(told(repairs, cleo, "first-answer")) == ("6 h", "2 h to 7 h")


def test_a_question_nobody_answered_counts_as_one_that_waits(asked, repairs, askers, cleo) -> None:
    asked()
    for number in range(13):
        Thread.objects.open(repairs, by=askers[number % MOST], title=f"Unanswered {number}", source="?", at=MARCH)
    first = told(repairs, cleo, "first-answer")
    assert (value(first)[0], len(first.counted)) == ("not reached: fewer than half", 25)
    assert value(told(repairs, cleo, "answered"))[0] == "48 %"


def test_shares_within_hours_count_the_same_questions(asked, repairs, cleo) -> None:
    asked()
    found = [told(repairs, cleo, f"within-{limit}") for limit in (1, 4, 8)]
    assert [value(figure)[0] for figure in found] == ["10 %", "35 %", "at least 95 %"]
    assert len({tuple(each.question.thread for each in figure.counted) for figure in found}) == 1


def test_what_an_asker_answers_alone_is_no_answer_of_somebody_else(repairs, askers, asked, cleo) -> None:
    asked()
    thread = Thread.objects.open(repairs, by=askers[0], title="Solved it myself", source="?", at=MARCH)
    thread.reply(by=askers[0], source="Oil.", at=MARCH + HOUR)
    assert [each.counts for each in told(repairs, cleo, "answered").counted if each.question.thread == thread.pk] == [False]


def test_what_helped_others_later_was_used_again(asked, repairs, askers, cleo, ben) -> None:
    threads = asked()
    with time_machine.travel(MARCH + timedelta(days=25), tick=False):
        accepted = list(Acceptance.objects.select_related("post").order_by("pk"))
        accepted[0].post.help(askers[5])
        accepted[1].post.help(accepted[1].thread.author)
    found = told(repairs, cleo, "reused")
    assert [each.question.thread for each in found.counted if each.counts] == [threads[1].pk]


def test_only_what_was_said_counts_as_having_worked(asked, repairs, cleo) -> None:
    threads = asked()
    with time_machine.travel(MARCH + timedelta(days=25), tick=False):
        for number, thread in enumerate(threads[:6]):
            Outcome.objects.say(thread, by=thread.author, says="worked" if number else "partly")
    found = told(repairs, cleo, "worked")
    assert (value(found)[0], len(found.counted)) == ("85 %", 6)


def test_nothing_is_said_about_fewer_than_five_people(asked, repairs, cleo, signed_in) -> None:
    asked(people=4)
    assert Gathered(repairs, cleo).questions == []
    page = signed_in(cleo).get("/help/spaces/repairs/figures/").content.decode()
    assert "Too few to say" in page
    assert "Question Mar" not in signed_in(cleo).get("/help/spaces/repairs/figures/first-answer/").content.decode()


def test_breadth_is_told_only_of_five_who_answer(asked, repairs, askers, cleo) -> None:
    threads = asked()
    assert value(told(repairs, cleo, "breadth")) == ("", "")
    for number, thread in enumerate(threads):
        thread.reply(by=askers[(number + 1) % MOST], source="Mine too.", at=MARCH + 30 * HOUR)
    assert value(told(repairs, cleo, "breadth"))[0] == "3 of 10"


@pytest.fixture
def shared(repairs):
    """Somebody notes in March what helped in the hallway, and shares it as an answer: of their own question, or beneath another's."""

    def noted(somebody, thread: Thread | None = None) -> Note:
        note = Note.objects.take(by=somebody, title=f"Noted by {somebody.name}", text="Warm it first.", topics=[])
        share(note, Wish(Shape.CASE if thread else Shape.QUESTION, repairs, thread))
        note.refresh_from_db()
        return note

    with time_machine.travel(MARCH + timedelta(days=3, hours=2), tick=False):
        yield noted


def test_a_note_of_the_hallway_was_used_again_when_it_helped_or_solved_what_another_asked(
    shared, asked, askers, repairs, cleo, signed_in
) -> None:
    threads = asked()
    of_own = [shared(somebody) for somebody in askers]
    of_own[0].post.help(askers[1])
    case = shared(askers[2], threads[0])
    case.post.accept(by=threads[0].author)
    Note.objects.take(by=askers[3], title="Kept to myself", text="Nobody hears of it.", topics=[])
    with time_machine.travel(NOW, tick=False):
        found = told(repairs, cleo, "noted")
        assert [each.question.thread for each in found.counted if each.counts] == [threads[0].pk, of_own[0].thread.pk]
        assert (value(found)[0], len(found.counted)) == ("30 %", 7)
        assert "Kept to myself" not in signed_in(cleo).get("/help/spaces/repairs/figures/noted/").content.decode()
        of_own[1].post.help(askers[0])
        assert value(told(repairs, cleo, "noted"))[0] == "30 %"


def test_nothing_is_said_of_what_fewer_than_five_people_noted(shared, asked, askers, repairs, cleo, signed_in) -> None:
    threads = asked()
    for number in range(6):
        shared(askers[number % 4], threads[number])
    with time_machine.travel(NOW, tick=False):
        assert value(told(repairs, cleo, "noted")) == ("", "")
        assert "row-title" not in signed_in(cleo).get("/help/spaces/repairs/figures/noted/").content.decode()


def test_a_month_of_few_is_left_out_so_that_no_two_months_can_be_subtracted(asked, repairs, cleo) -> None:
    asked()
    asked(people=4, start=datetime(2026, 2, 2, 9, tzinfo=UTC))
    assert {each.opened.month for each in Gathered(repairs, cleo).questions} == {3}


def test_what_happens_this_month_changes_nothing(asked, repairs, cleo, ben) -> None:
    threads = asked()
    before = [figure.of(Gathered(repairs, cleo).questions).value for figure in FIGURES]
    Acceptance.objects.filter(thread=threads[1]).get().post.help(ben)
    threads[0].reply(by=cleo, source="Late.")
    assert [figure.of(Gathered(repairs, cleo).questions).value for figure in FIGURES] == before


def test_figure_and_list_are_made_of_the_same_rows(asked, repairs, cleo, ben, signed_in) -> None:
    asked()
    for figure in FIGURES:
        found = told(repairs, cleo, figure.name)
        page = signed_in(cleo).get(f"/help/spaces/repairs/figures/{figure.name}/").content.decode()
        listed = page.count('class="row-title"')
        assert listed == (len(found.counted) if found.is_enough else 0), figure.name
        assert "Asker" not in page
        assert ben.name not in page


def test_an_owner_sees_figures_of_open_spaces_only(asked, repairs, bench, olga, signed_in) -> None:
    client = signed_in(olga)
    assert client.get("/help/spaces/repairs/figures/").status_code == 200
    assert client.get("/help/spaces/bench-notes/figures/").status_code == 404


def test_a_figure_that_there_is_not_leads_nowhere(repairs, cleo, signed_in) -> None:
    assert signed_in(cleo).get("/help/spaces/repairs/figures/people/").status_code == 404


def test_more_questions_cost_no_query_more(asked, repairs, cleo, signed_in) -> None:
    client = signed_in(cleo)
    paths = [f"/help/spaces/repairs/figures/{name}" for name in ("", "first-answer/")]
    asked(each=1)
    before = [queries_of(lambda path=path: client.get(path)) for path in paths]
    asked(each=2)
    assert [queries_of(lambda path=path: client.get(path)) for path in paths] == before
