"""Who looks at what is another's in a way that is not everyday leaves a line, and whoever is concerned reads it."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from junto.kit.clock import now
from junto.people.emergency import emergency_path
from junto.people.looks import forget_looks
from junto.people.models import Look, LookedAt, LookKind
from junto.people.tests.test_known import taken
from junto.posts.models import Draft
from tests.queries import queries_of
from tests.village import person

MINE, ALL = "/people/me/looks/", "/people/oversight/looks/"


def read(browser, address=MINE):
    return browser.get(address).content.decode()


def kinds_about(somebody):
    return [look.kind for look in Look.objects.concerning(somebody).order_by("pk")]


def act(browser, somebody, what, method="POST", **given):
    return browser.post(f"/people/{somebody.pk}/{what}/", {"_method": method, **given})


def test_an_owner_who_opens_an_account_stands_in_the_log(signed_in, olga, ada, ben):
    signed_in(olga).get(f"/people/{ada.pk}/account/")
    assert "The page of the account was opened" in read(signed_in(ada))
    assert "Olga Petrova" in read(signed_in(ada))
    assert "was opened" not in read(signed_in(ben))
    assert "The page of the account was opened" in read(signed_in(ada), "/people/me/known/")


def test_what_everybody_may_read_is_no_look(signed_in, olga, ada, cleo, repairs, question, answer):
    for reader in (olga, cleo):
        browser = signed_in(reader)
        for page in (ada.get_absolute_url(), question.get_absolute_url(), "/people/", "/spaces/repairs/people/", "/search/?words=pump"):
            assert browser.get(page).status_code == 200
    assert not Look.objects.exists()


def test_the_same_look_within_the_hour_is_one_look(signed_in, olga, ada, ben, time_machine):
    browser = signed_in(olga)
    for _ in range(3):
        browser.get(f"/people/{ada.pk}/account/")
        browser.get("/people/all/")
    browser.get(f"/people/{ben.pk}/account/")
    assert Look.objects.count() == 3
    time_machine.move_to(now() + timedelta(minutes=61))
    Look.objects.note(LookKind.ACCOUNT, by=olga, people=[ada.pk])
    assert kinds_about(ada).count("account") == 2


def test_every_act_counts_with_its_reason(signed_in, olga, ada):
    browser = signed_in(olga)
    act(browser, ada, "sign-in-link", why="She lost her phone")
    act(browser, ada, "sign-in-link")
    act(browser, ada, "second-step", "DELETE")
    act(browser, ada, "deactivation")
    act(browser, ada, "deactivation", "DELETE")
    act(browser, ada, "ownership")
    act(browser, ada, "auditing")
    assert kinds_about(ada) == ["link", "link", "second_step", "ended", "reopened", "rights", "rights"]
    assert "She lost her phone" in read(signed_in(ada))


def test_what_is_done_on_the_machine_itself_stands_there_too(signed_in, ada):
    emergency_path(ada)
    assert "whoever runs the machine" in read(signed_in(ada))


def test_ones_own_account_is_nobody_elses(signed_in, olga):
    signed_in(olga).get(f"/people/{olga.pk}/account/")
    assert not Look.objects.exists()


def test_a_look_that_is_refused_leaves_no_line(signed_in, ada, ben, client):
    assert signed_in(ada).get(f"/people/{ben.pk}/account/").status_code == 403
    assert client.get(f"/people/{ben.pk}/account/").status_code == 302
    assert signed_in(ada).get(ALL).status_code == 403
    assert not Look.objects.exists()


def test_hosts_who_read_deleted_texts_leave_a_line_for_each_author(signed_in, cleo, ada, ben, question, answer):
    answer.delete_softly(by=ben)
    question.reply(by=cleo, source="Mine").delete_softly(by=cleo)
    host = signed_in(cleo)
    host.get("/spaces/repairs/deleted/")
    host.get("/spaces/repairs/deleted/")
    assert kinds_about(ben) == ["deleted"]
    assert kinds_about(ada) == kinds_about(cleo) == []


def test_the_log_as_a_whole_is_for_owners_and_auditors_and_reading_it_is_a_look(signed_in, olga, ada, ben):
    ben.make_auditor(by=olga)
    act(signed_in(olga), ada, "sign-in-link", why="Asked me at lunch")
    for _ in range(2):
        page = read(signed_in(ben), ALL)
    for words in ("A link was made", "Olga Petrova", "Ada Okafor", "Asked me at lunch", "The whole access log was read", "of everybody"):
        assert words in page
    assert Look.objects.filter(kind=LookKind.LOG, by=ben).count() == 1
    assert "The whole access log was read" in read(signed_in(ada))


def test_looks_at_everybody_from_before_somebody_came_are_not_theirs(signed_in, olga):
    signed_in(olga).get("/people/all/")
    assert kinds_about(person("Nora Quist", at=now() + timedelta(seconds=1))) == []


def test_looks_go_into_the_file(signed_in, olga, ada):
    act(signed_in(olga), ada, "sign-in-link", why="Lost phone")
    [look] = json.loads(taken(signed_in(ada))["looks.json"])
    assert (look["look__kind"], look["look__by__name"], look["look__why"]) == ("link", "Olga Petrova", "Lost phone")
    assert json.loads(taken(signed_in(olga))["looks_of_mine.json"])[0]["kind"] == "link"


def test_after_a_year_nobody_remembers(olga, ada, time_machine):
    Look.objects.note(LookKind.ACCOUNT, by=olga, people=[ada.pk])
    time_machine.move_to(now() + Look.KEPT - timedelta(hours=1))
    forget_looks()
    assert Look.objects.exists()
    time_machine.move_to(now() + timedelta(hours=2))
    forget_looks()
    assert not Look.objects.exists()
    assert not LookedAt.objects.exists()


def test_when_whoever_looked_has_left_the_line_stays_without_the_name(signed_in, work_done, olga, ada, ben):
    ben.make_owner(by=olga)
    act(signed_in(ben), ada, "sign-in-link", why="Because Ben says so")
    signed_in(ben).post("/people/me/erasure/", {"texts": "everything"})
    work_done()
    page = read(signed_in(ada))
    assert "A link was made" in page
    assert "somebody who has left" in page
    assert "Ben" not in page


def test_when_whoever_was_looked_at_has_left_the_log_still_says_what_was_done(signed_in, work_done, olga, ada):
    act(signed_in(olga), ada, "sign-in-link", why="Ada asked")
    act(signed_in(olga), ada, "erasure", texts="everything")
    work_done()
    page = read(signed_in(olga), ALL)
    assert "Somebody was taken out for good" in page
    assert "of somebody who has left" in page
    assert "Ada" not in page


def test_the_list_goes_on_page_by_page_and_asks_as_often_for_much_as_for_little(signed_in, olga, ada, ben, cleo):
    people = [ada.pk, ben.pk, cleo.pk]
    Look.objects.note(LookKind.LINK, by=olga, people=people)
    browser, overseer = signed_in(ada), signed_in(olga)
    read(overseer, ALL)
    few = [queries_of(lambda: read(browser)), queries_of(lambda: read(overseer, ALL))]
    for number in range(45):
        Look.objects.note(LookKind.LINK, by=olga, people=people, why=f"Reason {number}.")
    assert [queries_of(lambda: read(browser)), queries_of(lambda: read(overseer, ALL))] == few
    first = browser.get(MINE)
    assert "Reason 44." in first.content.decode()
    assert "Reason 4." not in first.content.decode()
    assert "Reason 4." in browser.get(f"{MINE}?after={after_in(first)}").content.decode()


def after_in(page):
    return page.content.decode().partition("?after=")[2].partition('"')[0]


@pytest.mark.django_db(transaction=True)
def test_looking_twice_in_the_same_moment_is_one_look(olga, ada):
    def look(_):
        try:
            Look.objects.note(LookKind.ACCOUNT, by=olga, people=[ada.pk])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as at_once:
        list(at_once.map(look, range(4)))
    assert Look.objects.count() == 1


def test_nothing_that_was_seen_stands_in_the_log(signed_in, olga, cleo, ada, question):
    Draft.objects.keep(ada, "ask", {"text": "The zebra sentence"})
    question.delete_softly(by=ada)
    signed_in(cleo).get("/spaces/repairs/deleted/")
    page = read(signed_in(olga), ALL)
    assert "Deleted texts were read" in page
    assert "Pump loses pressure" not in page
    assert "zebra" not in page
