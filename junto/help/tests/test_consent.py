"""The private question, and the pages around it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from time_machine import travel

from junto.help.models import Capacity, Consent, Request
from junto.kit.clock import now
from junto.kit.work import timetable
from junto.notify.models import InboxItem
from junto.posts.models import Thread
from junto.topics.models import Topic
from tests.queries import queries_of
from tests.village import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_night(tuesday, work_done, monkeypatch):
    """So many days pass, and what the timetable has for the night is done."""

    def passes(days=1):
        monkeypatch.setattr(timetable, "_looked", None)
        timetable.catch_up()
        tuesday.shift(timedelta(days=days))
        work_done()

    return passes


@pytest.fixture
def pumps(repairs):
    return Topic.objects.get(slug="pumps")


@pytest.fixture
def put_to_ben(knows, ben, cleo, a_night):
    """Two answers of Ben's on pumps helped somebody, and a night passed."""
    knows(ben, helped=cleo, times=2)
    a_night()
    return Consent.objects.get(person=ben)


def home(browser):
    return browser.get("/").content.decode()


def test_whose_answers_helped_is_asked_in_private_on_the_first_page(put_to_ben, signed_in, ben, cleo):
    assert "May people ask you about “pumps”?" in home(signed_in(ben))
    assert "May people ask" not in home(signed_in(cleo))


def test_with_a_yes_others_see_it_with_answers_to_read_and_no_number(put_to_ben, pumps, signed_in, ben, ada):
    signed_in(ben).post(f"/help/topics/{pumps.pk}/?next=/", {"answer": "yes"})
    page = signed_in(ada).get("/topics/pumps/").content.decode()
    happy = page.partition("Happy to be asked")[2].partition("</section>")[0]
    assert "Ben Yılmaz" in happy
    assert "pumps 0 of Ben Yılmaz" in happy
    assert "Happy to be asked about" in signed_in(ada).get(f"/people/{ben.pk}/").content.decode()
    assert "May people ask" not in home(signed_in(ben))


@pytest.mark.parametrize("answer", ["not_now", "never"])
def test_without_a_yes_nobody_sees_anything(answer, put_to_ben, pumps, signed_in, ben, ada):
    signed_in(ben).post(f"/help/topics/{pumps.pk}/", {"answer": answer})
    assert "Nobody has said yet that they like to be asked" in signed_in(ada).get("/topics/pumps/").content.decode()
    assert Consent.objects.refusing([pumps.pk]) == {ben.pk}


def test_not_now_means_not_for_ninety_days_and_nothing_else_either(put_to_ben, pumps, knows, a_night, ben, cleo):
    Consent.objects.say(ben, pumps, "not_now")
    knows(ben, topics=("gaskets",), helped=cleo, times=2)
    a_night(days=88)
    a_night()
    assert not Consent.objects.filter(person=ben, answer="open").exists()
    knows(ben, helped=cleo, times=2)
    a_night(days=2)
    a_night()
    assert Consent.objects.filter(person=ben, answer="open").count() == 1


def test_never_is_never_put_again(put_to_ben, pumps, knows, a_night, ben, cleo):
    Consent.objects.say(ben, pumps, "never")
    a_night(days=100)
    knows(ben, helped=cleo, times=3)
    a_night()
    assert Consent.objects.get(person=ben).answer == "never"


def test_one_at_a_time_and_what_is_left_alone_rests(put_to_ben, knows, a_night, ben, cleo):
    knows(ben, topics=("gaskets",), helped=cleo, times=2)
    a_night()
    assert Consent.objects.filter(person=ben).count() == 1
    a_night(days=15)
    a_night()
    assert Consent.objects.get(person=ben).answer == "not_now"


def test_what_was_answered_where_not_everybody_reads_is_not_put_to_anybody(bench, knows, a_night, ben, cleo):
    knows(ben, topics=("leads",), helped=cleo, times=3, space=bench)
    a_night()
    assert not Consent.objects.filter(person=ben).exists()


def test_a_yes_from_the_profile_counts_more_than_an_earlier_no(pumps, ben):
    Consent.objects.say(ben, pumps, "never")
    ben.can_be_asked_about(["pumps"])
    assert Consent.objects.refusing([pumps.pk]) == set()


def test_one_says_how_often_one_wants_to_be_asked(signed_in, ben):
    browser = signed_in(ben)
    browser.post("/help/", {"a_week": "1", "paused_until": "2099-12-24"})
    assert (Capacity.objects.of(ben).a_week, str(Capacity.objects.of(ben).paused_until)) == (1, "2099-12-24")
    refused = browser.post("/help/", {"a_week": "11", "paused_until": ""})
    assert refused.status_code == 422
    assert 'value="11"' in refused.content.decode()
    assert Capacity.objects.of(ben).a_week == 1


def test_a_pause_ends_on_a_day_to_come_and_one_that_is_over_is_in_nobodys_way(signed_in, ben):
    browser = signed_in(ben)
    for day, status in ((now(), 422), (now() - timedelta(days=9), 422), (now() + timedelta(days=9), 302)):
        assert browser.post("/help/", {"a_week": "2", "paused_until": f"{day:%Y-%m-%d}"}).status_code == status
    with travel(now() + timedelta(days=30)):
        assert 'name="paused_until" value' not in browser.get("/help/").content.decode()


def test_what_was_declined_says_so_and_can_be_thought_again(ask, work_done, signed_in, pumps, ben, tuesday):
    ben.can_be_asked_about(["pumps"])
    thread = ask()
    work_done()
    browser, to = signed_in(ben), f"/help/asked/{thread.pk}/"
    browser.post(f"{to}declining/")
    assert "You said: not this time." in browser.get(to).content.decode()
    browser.post(f"{to}declining/", {"_method": "DELETE"})
    assert "You said: not this time." not in browser.get(to).content.decode()


def test_not_about_this_topic_takes_the_yes_back_and_declines(ask, work_done, signed_in, pumps, ben, tuesday):
    ben.can_be_asked_about(["pumps", "gaskets"])
    thread = ask()
    work_done()
    page = signed_in(ben).get(f"/help/asked/{thread.pk}/").content.decode()
    assert "You said that people may ask you about pumps." in page
    signed_in(ben).post(f"/help/asked/{thread.pk}/topics/{pumps.pk}/")
    assert list(ben.ask_me_about.values_list("name", flat=True)) == ["gaskets"]
    assert Request.objects.get(thread=thread).declined_at


def test_the_asker_reads_the_same_whether_anybody_was_asked_or_declined(ask, knows, work_done, signed_in, ada, ben, tuesday):
    def beside(thread):
        return (
            signed_in(ada).get(f"/threads/{thread.pk}/").content.decode().partition("Until somebody answers")[2].partition("</section>")[0]
        )

    alone = ask("Nobody knows this", topics=())
    work_done()
    knows(ben)
    work_done()
    thread = ask()
    work_done()
    before = beside(thread)
    Request.objects.get(thread=thread).decline()
    assert beside(alone) == before == beside(thread) != ""


def test_after_fourteen_days_neither_table_nor_inbox_knows(ask, knows, work_done, a_night, ben, tuesday):
    knows(ben)
    work_done()
    thread = ask()
    work_done()
    a_night(days=13)
    assert Request.objects.filter(thread=thread).exists()
    a_night(days=2)
    a_night()
    assert not Request.objects.filter(thread=thread).exists()
    assert not InboxItem.objects.filter(notice="may_know").exists()


def test_what_one_was_asked_stands_in_ones_own_file_and_in_nobody_elses(ask, knows, work_done, signed_in, ada, ben, tuesday):
    from tests.access.secret import text_of

    knows(ben)
    work_done()
    ask("The seal of the lower pump")
    work_done()
    marks = [Request.objects.latest("pk").at.isoformat()[:19], "PersonAsked"]
    mine, hers = (text_of(signed_in(somebody).get("/people/me/file/")) for somebody in (ben, ada))
    assert [mark for mark in marks if mark not in mine] == []
    assert "PersonAsked" not in hers
    assert '"help_requests"' not in hers


def test_topics_nobody_covers_are_shown_to_hosts_once_five_people_asked(repairs, cleo, signed_in, ben):
    for number in range(5):
        somebody = person(f"Asker{number}")
        repairs.add(somebody)
        Thread.objects.open(repairs, by=somebody, title=f"Which valve, {number}?", source="?", topics=["valves", f"rare {number}"])
    page = signed_in(cleo).get("/help/gaps/").content.decode()
    assert "valves" in page
    assert "rare" not in page
    ben.can_be_asked_about(["valves"])
    assert "valves" not in signed_in(cleo).get("/help/gaps/").content.decode()


def test_hosts_learn_of_no_topic_of_a_space_they_do_not_host(bench, roasting, cleo, signed_in):
    for number in range(5):
        somebody = person(f"Roaster{number}")
        roasting.add(somebody)
        Thread.objects.open(roasting, by=somebody, title=f"How dark, {number}?", source="?", topics=["roasts"])
    assert "roasts" not in signed_in(cleo).get("/help/gaps/").content.decode()


def test_the_pages_ask_the_same_number_of_queries_however_much_there_is(repairs, ask, knows, signed_in, pumps, ben, cleo):
    browser, host = signed_in(ben), signed_in(cleo)
    pages = [(browser, "/help/"), (host, "/topics/pumps/"), (host, "/help/gaps/"), (host, f"/people/{ben.pk}/"), (browser, "/")]
    ben.can_be_asked_about(["pumps"])
    knows(ben)
    Request.objects.create(thread=ask("First"), person=ben)
    before = [queries_of(lambda who=who, page=page: who.get(page)) for who, page in pages]
    for number in range(8):
        somebody = person(f"Another{number}")
        repairs.add(somebody)
        somebody.can_be_asked_about(["pumps"])
        knows(somebody)
        Request.objects.create(thread=ask(f"More {number}"), person=ben)
        Consent.objects.say(ben, Topic.objects.called([f"topic {number}"])[0], "never")
    assert [queries_of(lambda who=who, page=page: who.get(page)) for who, page in pages] == before


def test_numbers_no_database_counts_to_lead_nowhere(signed_in, ben):
    browser, far = signed_in(ben), 2**70
    assert browser.get(f"/help/asked/{far}/").status_code == 404
    assert browser.post(f"/help/topics/{far}/", {"answer": "yes"}).status_code == 404


def test_nobody_opens_what_another_was_asked(ask, ben, ada, cleo, signed_in):
    thread = ask()
    Request.objects.create(thread=thread, person=ben, at=now())
    assert [signed_in(somebody).get(f"/help/asked/{thread.pk}/").status_code for somebody in (ben, ada, cleo)] == [200, 404, 404]


def test_what_was_declined_waits_no_longer_and_comes_back_with_undo(ask, knows, work_done, signed_in, ben, cleo, tuesday):
    knows(ben, helped=cleo)
    thread = ask()
    work_done()
    browser, title = signed_in(ben), f"You may know this: “{thread.title}”"
    assert title in browser.get("/").content.decode()
    browser.post(f"/help/asked/{thread.pk}/declining/")
    assert InboxItem.objects.of(ben).filter(notice="may_know").waiting().count() == 0
    assert title not in browser.get("/").content.decode()
    browser.delete(f"/help/asked/{thread.pk}/declining/")
    assert title in browser.get("/").content.decode()


def test_what_somebody_else_answered_waits_no_longer_for_those_who_were_asked(ask, knows, work_done, ben, cleo, mina, tuesday):
    knows(ben, helped=cleo)
    thread = ask()
    work_done()
    assert InboxItem.objects.of(ben).filter(notice="may_know").waiting().exists()
    thread.reply(by=mina, source="The gasket.")
    work_done()
    assert not InboxItem.objects.of(ben).filter(notice="may_know").waiting().exists()


@pytest.mark.parametrize("known", [["pumps", "gaskets"], ["gaskets"]])
def test_undo_of_not_about_a_topic_brings_back_exactly_what_was_before(known, ask, knows, work_done, signed_in, pumps, ben, cleo, tuesday):
    knows(ben, helped=cleo)
    ben.can_be_asked_about(known)
    thread = ask()
    work_done()
    browser = signed_in(ben)
    page = browser.post(f"/help/asked/{thread.pk}/topics/{pumps.pk}/", follow=True).content.decode()
    browser.delete(unescape(re.search(r'[^"]*/topics/\d+/\?undo=[^"]*', page)[0]))
    assert sorted(ben.ask_me_about.values_list("name", flat=True)) == sorted(known)
    assert Request.objects.get(thread=thread).declined_at is None
    assert not Consent.objects.filter(person=ben, topic=pumps).exists()
