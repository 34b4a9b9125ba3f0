"""What was chosen, read in Junto; and when it comes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from junto.digest.models import Edition, Rhythm, Thing
from junto.digest.rounds import compose_portion
from junto.digest.week import gather
from junto.kit.clock import now
from junto.people.blocking import block
from junto.posts.models import Thread, Watch
from tests.digest import MONDAY, composed
from tests.queries import queries_of


@pytest.fixture
def page(signed_in):
    """What the page says to somebody."""
    return lambda person: signed_in(person).get("/digest/").content.decode()


def test_it_says_what_who_and_why_week_by_week(question, answer, ada, cleo, page, time_machine):
    composed([cleo])
    assert "The week of 16 November 2026" not in page(ada)
    answer.accept(by=ada)
    time_machine.move_to(now() + timedelta(days=3))
    Thread.objects.open(question.space, by=ada, title="Which grease?", source="It hums.")
    composed([cleo], MONDAY + timedelta(days=7))
    said = page(cleo)
    assert said.index("The week of 23 November 2026") < said.index("Which grease?") < said.index("The week of 16 November 2026")
    assert "Ben Yılmaz answered" in said
    assert "because you belong to Repairs" in said


def test_a_week_without_anything_is_no_heading(eve, page):
    composed([eve])
    assert "The week of" not in page(eve)
    assert "Nothing yet" in page(eve)


@pytest.mark.parametrize("what", ["deleted", "post deleted", "hidden", "left", "muted", "blocked"])
def test_what_was_taken_away_meanwhile_is_not_shown_any_more(what, question, answer, cleo, mina, page):
    composed([mina])
    assert question.title in page(mina)
    {
        "deleted": lambda: question.delete_softly(by=cleo),
        "post deleted": lambda: answer.delete_softly(by=cleo),
        "hidden": lambda: (mina.memberships.get().end(by=mina), question.space.change(by=cleo, visibility="hidden")),
        "left": lambda: (question.space.change(by=cleo, visibility="listed"), mina.memberships.get().end(by=mina)),
        "muted": lambda: Watch.objects.choose(question, mina, "muted"),
        "blocked": lambda: block(mina, answer.author),
    }[what]()
    assert question.title not in page(mina)


def test_more_things_and_weeks_take_no_more_queries(question, repairs, roasting, ada, ben, dana, cleo, signed_in):
    week = gather(MONDAY, now())
    compose_portion([cleo.pk], MONDAY, week)
    reader = signed_in(cleo)
    reader.get("/digest/")
    few = queries_of(lambda: reader.get("/digest/"))
    for number, (space, by) in enumerate([(repairs, ben), (roasting, dana), (repairs, dana), (roasting, ada)]):
        asked = Thread.objects.open(space, by=by, title=f"Another one, {number}", source="It hums.", topics=["pumps"])
        asked.reply(by=ada, source="Look at the valve.")
        monday = MONDAY + timedelta(days=7 * number + 7)
        compose_portion([cleo.pk], monday, gather(monday, now() + timedelta(seconds=1)))
    assert Thing.objects.given_to([cleo.pk]).count() >= 4
    assert queries_of(lambda: reader.get("/digest/")) == few


def test_day_and_hour_are_chosen_and_said(cleo, signed_in, page):
    reader = signed_in(cleo)
    assert reader.post("/digest/rhythm/", {"weekday": "1", "hour": "17"}).status_code == 302
    chosen = Rhythm.objects.of(cleo)
    assert (chosen.weekday, chosen.hour) == (1, 17)
    assert "It comes on Tuesday at 17:00" in page(cleo)
    for where in ("/digest/", reverse("notify:preferences")):
        shown = reader.get(where).content.decode()
        assert "Your weekly letter" in shown
        assert ">Friday’s letter</h" not in shown
    assert '<option value="1" selected>' in reader.get("/digest/rhythm/").content.decode()


@pytest.mark.parametrize("wrong", [{"weekday": "7", "hour": "8"}, {"weekday": "4", "hour": "24"}, {"weekday": "x"}, {}])
def test_a_day_or_hour_that_is_none_changes_nothing_and_says_so(wrong, cleo, signed_in):
    assert signed_in(cleo).post("/digest/rhythm/", wrong).status_code == 422
    assert not Rhythm.objects.filter(person=cleo).exists()


def test_not_this_any_more_is_one_press_and_taken_back_by_one(cleo, signed_in, page):
    reader = signed_in(cleo)
    reader.post("/digest/stop/")
    assert "You stopped it" in page(cleo)
    reader.post("/digest/stop/", {"_method": "DELETE"})
    assert "You stopped it" not in page(cleo)


def test_what_is_kept_goes_into_the_file_and_goes_with_the_person(question, cleo):
    from junto.digest.kept import KeptEditions

    composed([cleo])
    kept = KeptEditions.registry["editions"]
    assert [row.get("thread_id") for row in kept.export(cleo.pk)] == [None, question.pk]
    kept.erase(cleo.pk, keep_texts=True)
    assert not Edition.objects.filter(person=cleo).exists()


def test_the_first_page_leads_there_for_a_week(question, cleo, eve, signed_in, time_machine):
    composed([cleo, eve])
    leads = 'href="/digest/"'
    assert leads in signed_in(cleo).get("/").content.decode()
    assert leads not in signed_in(eve).get("/").content.decode()
    time_machine.move_to(now() + timedelta(days=8))
    assert leads not in signed_in(cleo).get("/").content.decode()


def test_beside_how_one_is_told_stands_when_it_comes(ada, signed_in):
    Rhythm.objects.choose(ada, weekday=2, hour=9)
    page = signed_in(ada).get("/inbox/preferences/").content.decode()
    assert "It comes on Wednesday, at 9:00." in page
    assert 'href="/digest/rhythm/"' in page
    signed_in(ada).post("/digest/stop/")
    assert "You stopped it." in signed_in(ada).get("/inbox/preferences/").content.decode()
