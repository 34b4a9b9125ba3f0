"""People ask from a chat: in their own name, by the rules of the page, and the answer comes back to where they asked."""

import json
import re
import time
from datetime import timedelta

import jsonschema
import pytest

from junto.interop.models import ChatDoor, ChatLink, ChatQuestion
from junto.interop.tests.schemas import MATTERMOST, SLACK, TEAMS, adaptive_card, closed
from junto.interop.tests.speaking import FORM, Chat
from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.posts.models import Thread

EVERY = ["slack", "mattermost", "teams", "zulip"]
SHAPES = {
    "slack": SLACK,
    "mattermost": MATTERMOST,
    "teams": TEAMS,
    "zulip": closed({"content": {"type": "string", "minLength": 1}}, ["content"]),
}
ASKED = "Why does the pump hum at night?"


@pytest.fixture
def chat(receiver, repairs, cleo):
    """A chat in front of a door of Repairs, or of another space."""

    def make(product="slack", space=repairs, **more):
        door = ChatDoor.objects.open(space, by=cleo, product=product)
        return Chat(door, reply_to=receiver.address if product in ("slack", "mattermost") else "", **more)

    return make


def told(answer, product):
    """What the chat was answered, once it is known to be in its shape."""
    assert answer.status_code == 200, answer.status_code
    body = json.loads(answer.content)
    jsonschema.validate(body, SHAPES[product])
    if product == "teams":
        jsonschema.validate(body["attachments"][0]["content"], adaptive_card())
    return json.dumps(body, ensure_ascii=False)


@pytest.mark.parametrize("product", EVERY)
def test_a_question_is_asked_in_the_name_of_whoever_linked_the_account(chat, product, ada, repairs, receiver):
    there = chat(product)
    there.link(ada)
    shown = told(there.says(ASKED), product)
    work_off()
    [thread] = Thread.objects.all()
    assert (thread.author, thread.space, thread.title, thread.kind) == (ada, repairs, ASKED, "question")
    shown = receiver.came[0].body.decode() if receiver.came else shown
    jsonschema.validate(json.loads(shown), SHAPES[product])
    assert f"https://junto.example.org/threads/{thread.pk}/" in shown


@pytest.mark.parametrize("product", EVERY)
def test_an_account_is_linked_once_by_both_of_them(chat, product, ada, signed_in, receiver):
    there = chat(product)
    shown = told(there.says(ASKED), product)
    work_off()
    assert (Thread.objects.count(), receiver.came) == (0, [])
    path = re.search(r"https://junto\.example\.org(/people/me/chat/link/[^/]+/)", shown)[1]
    browser = signed_in(ada)
    assert "Link my account" in browser.get(path).content.decode()
    told(there.says("123456"), product)
    code = re.search(r'value="(\d{6})"', browser.post(path).content.decode())[1]
    assert "Linked" in told(there.says(code), product)
    told(there.says(ASKED), product)
    work_off()
    assert Thread.objects.get().author == ada


def test_a_link_that_was_handed_on_gives_nobody_the_other_account(chat, ada, ben, signed_in):
    """Mallory sends Ada their link; Ada even presses the button. The code stands on Ada's page, and only Mallory's account could say it."""
    there = chat()
    path = re.search(r"/people/me/chat/link/[^/|]+/", told(there.says("x"), "slack"))[0]
    signed_in(ada).post(path)
    there.says(ASKED)
    work_off()
    assert not ChatLink.objects.confirmed().exists()
    assert not Thread.objects.exists()


def test_codes_are_not_guessed(chat, ada):
    there = chat()
    code = ChatLink.objects.begin(there.door, there.team, there.user, person=ada)
    for number in range(5):
        there.says(f"{(int(code) + number + 1) % 1_000_000:06}")
    assert "Linked" not in told(there.says(code), "slack")


@pytest.mark.parametrize("product", EVERY)
def test_nobody_is_believed_without_the_secret(chat, product, ada, caplog):
    there = chat(product)
    there.link(ada)
    there.secret = "bm90IHRoaXM="
    assert there.says(ASKED).status_code == 404
    for body in (b"", b"{}", b"[]", b"\xff", b"payload=x", b'{"message": 7, "token": true}', b"[" * 50_000):
        assert there.send(body, FORM).status_code == 404
        assert there.send(body, "application/json").status_code == 404
    assert not Thread.objects.exists()


def test_a_door_without_a_secret_or_with_another_number_is_none(chat, ada):
    there = chat()
    ChatDoor.objects.update(sealed_secret="")
    assert there.says(ASKED).status_code == 404
    there.door.token = "made-up"
    assert there.says(ASKED).status_code == 404


@pytest.mark.parametrize("product", EVERY)
def test_what_was_said_once_is_not_heard_twice(chat, product, ada, monkeypatch):
    there, sent = chat(product), []
    there.link(ada)
    true = there.send
    monkeypatch.setattr(there, "send", lambda *given, **headers: sent.append((given, headers)) or true(*given, **headers))
    there.says(f"{ASKED} One")
    given, headers = sent[0]
    assert true(*given, **headers).content == b""
    work_off()
    assert Thread.objects.count() == 1


def test_what_was_said_long_ago_is_not_believed(chat, ada):
    there = chat()
    body = there._form(team_id="T1", user_id=there.user, text="x")
    assert there._signed(body, time.time() - 600).status_code == 404
    assert there._signed(body, time.time()).status_code == 200


def test_whoever_may_not_ask_there_asks_nothing_and_learns_nothing(chat, eve, attic, ada):
    there = chat(space=attic)
    there.link(eve)
    there.says("Is anybody here?")
    work_off()
    assert not Thread.objects.exists()


def test_whoever_asks_in_an_open_space_joins_it_as_on_the_page(chat, eve, repairs):
    there = chat("zulip")
    there.link(eve)
    assert "Eve Lindholm asked in Repairs" in told(there.says(ASKED), "zulip")
    assert repairs.membership_of(eve)


def test_an_account_that_ended_asks_no_more(chat, ada, olga):
    there = chat("zulip")
    there.link(ada)
    ada.deactivate(by=olga)
    assert "does not know who you are" in told(there.says(ASKED), "zulip")


@pytest.mark.parametrize("product", ["slack", "mattermost"])
def test_what_was_answered_before_is_shown_first_and_a_button_asks_anyway(chat, product, ada, question, answer, receiver):
    answer.accept(by=ada)
    work_off()
    there = chat(product)
    there.link(ada)
    there.says("Pump loses pressure")
    work_off()
    offered = receiver.came[0].body.decode()
    body = json.loads(offered)
    jsonschema.validate(body, SHAPES[product])
    assert f"/threads/{question.pk}/" in offered or f"/posts/{answer.pk}/" in offered
    assert Thread.objects.count() == 1
    held = (
        body["blocks"][-1]["elements"][0]["value"]
        if product == "slack"
        else body["attachments"][0]["actions"][0]["integration"]["context"]["words"]
    )
    assert Chat(there.door, user="U9").presses(held).status_code == 404, "it was made for another account"
    there.presses(held)
    work_off()
    assert Thread.objects.filter(title="Pump loses pressure").count() == 1


def test_where_a_channel_reads_along_nothing_of_closed_spaces_is_shown(chat, ada, attic, secret, ben, cleo):
    secret.reply(by=cleo, source="Say it plainly.").accept(by=ada)
    work_off()
    there = chat("zulip")
    there.link(ada)
    shown = told(there.says("How do I say no to my former team?"), "zulip")
    assert "asked in Repairs" in shown
    assert f"/threads/{secret.pk}/" not in shown


def test_a_shortcut_asks_what_a_message_says_in_plain_words(chat, ada):
    there = chat()
    there.link(ada)
    said = "<@U1|ben> look at <https://example.org/p|this page> &amp; tell <!channel>"
    there.slack_payload({"type": "message_action", "callback_id": "ask", "message": {"text": said}})
    work_off()
    assert Thread.objects.get().title == "ben look at this page (https://example.org/p) & tell channel"


def test_the_first_answer_and_the_one_that_solved_it_come_back(chat, ada, ben, cleo, receiver):
    there = chat()
    there.link(ada)
    there.says(ASKED)
    work_off()
    [thread] = Thread.objects.all()
    thread.reply(by=ben, source="Is it loose?")
    thread.reply(by=cleo, source="Turn the screw.").accept(by=ada)
    work_off()
    said = [json.loads(came.body) for came in receiver.came]
    assert [one["response_type"] for one in said] == ["in_channel"] * 3
    assert "Is it loose?" in str(said)
    assert "Solved by what Cleo Marchetti wrote" in str(said)
    for one in said:
        jsonschema.validate(one, SLACK)


def test_a_late_answer_goes_through_the_webhook_that_was_chosen(chat, hook, ada, ben, receiver, time_machine):
    there = chat()
    via = hook(form="slack", kinds=["question.asked"])
    there.door.change(secret="", via=via)
    there.link(ada)
    there.says(ASKED)
    work_off()
    before = len(receiver.came)
    time_machine.move_to(now() + timedelta(hours=2))
    Thread.objects.get().reply(by=ben, source="Is it loose?")
    work_off()
    assert len(receiver.came) == before + 1
    assert b"response_type" not in receiver.came[-1].body


def test_from_a_closed_space_nothing_comes_back_unless_its_host_said_so(chat, ada, ben, cleo, bench, receiver):
    there = chat(space=bench)
    there.link(ada)
    there.says(ASKED)
    work_off()
    [asked] = receiver.came
    assert json.loads(asked.body)["response_type"] == "ephemeral"
    thread = Thread.objects.get()
    thread.reply(by=ben, source="Between us.").accept(by=cleo)
    work_off()
    assert len(receiver.came) == 1
    there.door.change(secret="", leaves_closed_space=True)
    ChatQuestion.objects.update(answer_told=False)
    thread.reply(by=cleo, source="For all.")
    work_off()
    assert b"For all." in receiver.came[-1].body


def test_too_much_is_answered_with_not_now(chat, ada):
    there = chat("zulip")
    there.link(ada)
    said = [told(there.says(f"anyway Number {number} of many"), "zulip") for number in range(21)]
    assert Thread.objects.count() == 20
    assert "you asked a lot" in said[-1]


def test_hosts_open_doors_and_people_end_their_links(chat, cleo, ada, signed_in, repairs):
    host = signed_in(cleo)
    here = host.post("/spaces/repairs/chat/", {"product": "slack"}).url
    [door] = ChatDoor.objects.all()
    assert f"https://junto.example.org/chat/{door.token}/" in host.get(here).content.decode()
    assert host.post(here, {"secret": ""}).status_code == 422
    host.post(here, {"secret": "the signing secret"})
    door.refresh_from_db()
    assert door.secret == "the signing secret"
    assert "the signing secret" not in host.get(here).content.decode() + str(ChatDoor.objects.values())
    there = Chat(door)
    there.link(ada)
    browser = signed_in(ada)
    assert "Repairs" in browser.get("/people/me/chat/").content.decode()
    browser.post(f"/people/me/chat/links/{ChatLink.objects.get().pk}/", {"_method": "DELETE"})
    assert not ChatLink.objects.exists()
    host.post(here, {"_method": "DELETE"})
    assert not ChatDoor.objects.exists()
