"""What people would like to learn is found while it stands on the board, and a need shows what may help already."""

import pytest

from junto.help.models import Need
from junto.people.leaving import take_out
from junto.posts.models import Thread
from junto.search.models import Document
from junto.spaces.models import Membership
from junto.topics.models import Topic
from tests.queries import queries_of
from tests.village import person

TITLE = "to set a clutch by ear"


@pytest.fixture
def say(ada, work_done):
    """Ada says what she would like to learn, and the index has heard of it."""

    def said(title=TITLE, *, by=ada, space=None, topics=("gearboxes",)):
        need = Need.objects.say(by=by, title=title, text="For the old press.", space=space, topics=list(topics))
        work_done()
        return need

    return said


def found(browser, words="clutch"):
    return browser.get("/search/", {"words": words}).content.decode()


@pytest.mark.parametrize("words", ["clutch", "clutch type:need", "art:wunsch kupplung clutch", "type:need topic:gearboxes"])
def test_a_need_is_found_by_its_words_and_by_its_kind(say, signed_in, eve, words):
    need = say()
    page = found(signed_in(eve), words)
    assert f'href="{need.get_absolute_url()}"' in page
    assert "Ada" in page


def test_it_is_found_where_it_is_said_and_nowhere_else(say, attic, signed_in, ben, cleo):
    hidden = say(space=attic)
    for words in ("clutch", "type:need"):
        assert f'href="{hidden.get_absolute_url()}"' in found(signed_in(cleo), words)
        assert TITLE not in found(signed_in(ben), words)
    Membership.objects.filter(space=attic, person=cleo).delete()
    assert TITLE not in found(signed_in(cleo), "type:need")


@pytest.mark.parametrize("how", ["fulfilled", "withdrawn"])
def test_what_ended_leaves_the_index_and_comes_back_with_the_need(say, signed_in, ada, eve, work_done, how):
    need = say()
    signed_in(ada).post(f"/help/needs/{need.pk}/end/", {"how": how})
    assert TITLE not in found(signed_in(eve), "type:need")  # at once, before the index follows
    work_done()
    assert not Document.objects.filter(subject="need").exists()
    signed_in(ada).delete(f"/help/needs/{need.pk}/end/")
    work_done()
    assert TITLE in found(signed_in(eve), "type:need")


def test_it_goes_with_whoever_is_not_here_any_more_and_returns_with_them(say, signed_in, ada, eve, olga, work_done):
    say()
    ada.deactivate(by=olga)
    work_done()
    assert not Document.objects.filter(subject="need").exists()
    ada.reactivate(by=olga)
    work_done()
    assert TITLE in found(signed_in(eve), "type:need")


@pytest.mark.parametrize("keep_texts", [True, False])
def test_whoever_leaves_for_good_leaves_no_word_of_it_in_the_index(say, ada, work_done, keep_texts):
    say()
    take_out(person_id=ada.pk, keep_texts=keep_texts)
    work_done()
    assert not Document.objects.filter(subject="need").exists()


def test_a_need_shows_what_was_answered_about_it_as_far_as_its_reader_may_see_it(say, repairs, attic, ben, cleo, signed_in, monkeypatch):
    for space, by in ((repairs, ben), (attic, cleo)):
        thread = Thread.objects.open(space, by=by, title=f"How do I set the clutch by ear in {space.name}?", source="It grinds.")
        thread.reply(by=cleo, source="Listen for the click of the clutch.").accept(by=by)
    need = say()
    page = signed_in(ben).get(need.get_absolute_url()).content.decode()
    assert f"in {repairs.name}?" in page.replace("<mark>", "").replace("</mark>", "")
    assert attic.name not in page
    monkeypatch.setattr("junto.help.needs.around.LIKE_ENOUGH", 2.0)  # more alike than anything can be
    assert "Answered before" not in signed_in(ben).get(need.get_absolute_url()).content.decode()


def test_a_need_shows_by_name_who_likes_to_be_asked_about_it(say, ada, ben, cleo, eve, signed_in):
    [topic] = Topic.objects.called(["gearboxes"])
    for somebody in (ada, cleo, ben):
        somebody.ask_me_about.add(topic)
    need = say()
    page = signed_in(eve).get(need.get_absolute_url()).content.decode()
    happy = page[page.index("Happy to be asked") :]
    assert happy.index("Ben Yılmaz") < happy.index("Cleo Marchetti")
    assert "2 people" not in page
    own = signed_in(ben).get(need.get_absolute_url()).content.decode()
    assert "Ben Yılmaz" not in own[own.index("Happy to be asked") :].split("</section>")[0]
    need.offer(by=ben, kind="show", words="At the bench.")
    offered = signed_in(eve).get(need.get_absolute_url()).content.decode()
    assert "Ben Yılmaz" not in offered[offered.index("Happy to be asked") :].split("</section>")[0]
    need.finish("fulfilled", by=ada)
    assert "Happy to be asked" not in signed_in(eve).get(need.get_absolute_url()).content.decode()


def test_more_needs_and_more_people_cost_no_query_more(say, signed_in, eve):
    need, browser = say(), signed_in(eve)
    [topic] = Topic.objects.called(["gearboxes"])
    paths = ["/search/?words=clutch", "/search/?words=type:need", need.get_absolute_url()]

    def cost(numbers):
        for number in numbers:
            somebody = person(f"Other{number} Somebody")
            somebody.ask_me_about.add(topic)
            say(f"to hear a clutch {number}", by=somebody)
        for path in paths:
            browser.get(path)
        return [queries_of(lambda path=path: browser.get(path)) for path in paths]

    assert cost(range(4)) == cost(range(4, 8))
