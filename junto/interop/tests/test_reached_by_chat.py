"""Somebody is reached in a chat: at a place of their own, which they have shown to read, and for as long as they want."""

import json
import re
from datetime import timedelta

import pytest

from junto.interop.chat.destination import Destination
from junto.interop.models import ChatAddress
from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.notify.means import Means, Message, Unreachable


@pytest.fixture
def browser(signed_in, ada, receiver):
    return signed_in(ada)


@pytest.fixture
def reached(ada, receiver):
    """Ada, reached in Slack."""
    place = ChatAddress.objects.set_up(ada, form="slack", to=Destination(receiver.address))
    assert place.confirm(place.new_code())
    return ada


def chat():
    return Means.named("chat")


def told(number=1, **more):
    given = {"item_id": number, "notice": "answer", "says": f"Ben answered {number}", "because": "You asked it.", "at": now()}
    return Message(**given, url="/threads/7/", switch="/inbox/", **more)


def set_up(browser, receiver):
    browser.post("/people/me/chat/new/slack/", {"address": receiver.address})
    work_off()


def test_a_code_is_read_there_and_entered_here(browser, receiver, ada):
    set_up(browser, receiver)
    assert not chat().reaches(ada)
    code = re.search(r"\d{6}", receiver.came[0].body.decode())[0]
    assert browser.post("/people/me/chat/code/", {"code": "12345x"}).status_code == 422
    browser.post("/people/me/chat/code/", {"code": code})
    assert chat().reaches(ada)
    assert receiver.address not in str(ChatAddress.objects.values())


def test_a_code_is_good_for_an_hour(browser, receiver, ada, time_machine):
    set_up(browser, receiver)
    code = re.search(r"\d{6}", receiver.came[0].body.decode())[0]
    time_machine.move_to(now() + timedelta(minutes=61))
    assert not ChatAddress.objects.get().confirm(code)


def test_nobody_guesses_a_code_or_has_others_written_to_again_and_again(browser, receiver):
    set_up(browser, receiver)
    tried = [browser.post("/people/me/chat/code/", {"code": f"{number:06}"}).status_code for number in range(7)]
    assert tried[-1] == 429
    sent = [browser.post("/people/me/chat/again/").status_code for _ in range(7)]
    assert sent[-1] == 429


def test_one_thing_comes_with_its_words_and_why(reached, receiver):
    chat().send(reached, [told(plain="Look at the valve.")], "call:1")
    shown = json.dumps(json.loads(receiver.came[0].body))
    assert all(
        word in shown for word in ("Ben answered 1", "Look at the valve.", "You asked it.", "https://junto.example.org/inbox/|Change this")
    )


def test_several_come_together_and_the_same_sending_only_once(reached, receiver):
    for _ in range(2):
        chat().send(reached, [told(1), told(2)], "call:2")
    [came] = receiver.came
    assert "2 things for you" in came.body.decode()


@pytest.mark.parametrize("status", [404, 410])
def test_when_the_place_is_gone_the_person_is_not_reached_there_and_reads_why(reached, receiver, status, signed_in):
    receiver.answers = [(status, {}, b"")]
    with pytest.raises(Unreachable):
        chat().send(reached, [told()], "call:3")
    assert not chat().reaches(reached)
    assert f"answered {status}" in signed_in(reached).get("/people/me/chat/").content.decode()


def test_what_is_not_taken_today_is_tried_again(reached, receiver):
    receiver.answers = [(503, {}, b""), (200, {}, b"")]
    with pytest.raises(Exception, match="slack"):
        chat().send(reached, [told()], "call:4")
    chat().send(reached, [told()], "call:4")
    assert (len(receiver.came), chat().reaches(reached)) == (2, True)


def test_whoever_ends_it_is_reached_no_more(reached, signed_in, receiver):
    browser = signed_in(reached)
    browser.post("/people/me/chat/again/")
    work_off()
    assert len(receiver.came) == 1
    browser.post("/people/me/chat/", {"_method": "DELETE"})
    with pytest.raises(Unreachable):
        chat().send(reached, [told()], "call:5")
    assert not ChatAddress.objects.exists()


def test_where_the_house_writes_to_nobody_there_is_no_such_means(reached, open_door):
    assert chat().is_there()
    open_door.WEBHOOKS = False
    assert not chat().is_there()
