"""A space tells another program what happens in it, as Standard Webhooks says."""

import json
from datetime import timedelta

import pytest
from standardwebhooks import Webhook as Standard
from standardwebhooks import WebhookVerificationError

from junto.interop import telling
from junto.interop.chat.destination import Destination
from junto.interop.models import ChatDoor, Delivery, Webhook
from junto.interop.tests.receiver import receiving
from junto.interop.webhooks import bringing, sending
from junto.interop.webhooks.bringing import PAUSES
from junto.kit.clock import now
from junto.kit.models import Work
from junto.kit.work.worker import work_off
from junto.notify.models import InboxItem
from junto.people.sealing_anew import seal_anew, sealed_before
from junto.posts.models import Thread


def told(receiver):
    return [json.loads(came.body) for came in receiver.came]


def test_what_happens_is_told_with_a_signature_that_any_library_knows(hook, receiver, repairs, ada, ben, work_done):
    webhook = hook()
    thread = Thread.objects.open(repairs, by=ada, title="Pump loses pressure", source="It stands at **2 bar**.")
    thread.reply(by=ben, source="Look at the valve.").accept(by=ada)
    work_done()
    told = [Standard(webhook.secret).verify(came.body, came.headers) for came in receiver.came]
    assert sorted(one["type"] for one in told) == ["answer.given", "question.asked", "question.solved"]
    asked = next(one for one in told if one["type"] == "question.asked")
    assert asked["data"]["space"] == {"id": repairs.pk, "name": "Repairs", "url": "https://junto.example.org/spaces/repairs/"}
    assert asked["data"]["thread"]["url"] == f"https://junto.example.org/threads/{thread.pk}/"
    assert asked["data"]["post"] | {"id": 0, "url": ""} == {
        "id": 0,
        "kind": "opening",
        "url": "",
        "excerpt": "It stands at 2 bar.",
        "by": "Ada Okafor",
    }
    with pytest.raises(WebhookVerificationError):
        Standard(webhook.secret).verify(receiver.came[0].body + b" ", receiver.came[0].headers)
    assert b"@example.org" not in b"".join(came.body for came in receiver.came)


def test_what_is_sealed_outlives_a_new_secret_key_of_the_house(hook, repairs, cleo, another_key, settings):
    webhook, door = hook(), ChatDoor.objects.open(repairs, by=cleo, product="slack")
    door.change(secret="what the chat signs with")
    webhook.renew_secret(by=cleo)
    to, secrets = webhook.to, webhook.good_secrets()
    another_key()
    assert sealed_before() == 2
    seal_anew()
    settings.SECRET_KEY_FALLBACKS = []
    assert sealed_before() == 0
    webhook.refresh_from_db()
    door.refresh_from_db()
    assert (webhook.to, webhook.good_secrets(), door.secret) == (to, secrets, "what the chat signs with")


def test_after_a_new_secret_both_sign_for_a_day(hook, receiver, question, cleo, work_done, time_machine):
    webhook = hook()
    former = webhook.secret
    webhook.renew_secret(by=cleo)
    question.close(by=cleo)
    work_done()
    for secret in (former, webhook.secret):
        Standard(secret).verify(receiver.came[0].body, receiver.came[0].headers)
    webhook.refresh_from_db()
    time_machine.move_to(now() + timedelta(days=1, minutes=1))
    assert webhook.good_secrets() == [webhook.secret] != [former]


def test_only_what_was_chosen_is_told_and_nothing_of_other_spaces(hook, receiver, roasting, repairs, ada, ben, cleo, work_done):
    hook(kinds=["answer.given"])
    hook(space=roasting, kinds=["answer.given"])
    thread = Thread.objects.open(repairs, by=ada, title="One", source="It.")
    thread.reply(by=ben, source="So.")
    work_done()
    assert [one["type"] for one in told(receiver)] == ["answer.given"]


def test_what_was_deleted_is_told_by_its_number_only_and_what_waited_is_not_sent(hook, receiver, question, answer, cleo, ben, work_done):
    hook()
    mine = question.reply(by=ben, source="A secret slip.")
    mine.delete_softly(by=ben)
    question.delete_softly(by=cleo)
    work_done()
    assert sorted((one["type"], sorted(one["data"])) for one in told(receiver)) == [
        ("post.deleted", ["post", "space", "thread"]),
        ("thread.deleted", ["space", "thread"]),
    ]
    assert b"slip" not in b"".join(came.body for came in receiver.came)
    assert Delivery.objects.get(kind="answer.given").state == Delivery.State.GONE


def test_nobody_is_named_who_is_no_longer_here(hook, receiver, question, ada, olga, work_done):
    hook()
    ada.deactivate(by=olga)
    question.reopen(by=olga)
    question.close(by=olga)
    Thread.objects.open(question.space, by=ada, title="Before I go", source="Bye.")
    work_done()
    assert next(one for one in told(receiver) if "post" in one["data"])["data"]["post"]["by"] is None
    assert b"Okafor" not in b"".join(came.body for came in receiver.came)


# ---- What goes wrong ----
def test_a_receiver_that_fails_is_tried_again_with_the_same_key_for_about_three_days(hook, receiver, question, cleo, time_machine):
    webhook = hook()
    receiver.answers = [(500, {}, b"not today")]
    began = now()
    time_machine.move_to(began, tick=False)
    question.close(by=cleo)
    work_off()
    while due := Work.objects.filter(listener=sending.deliver.name).order_by("run_at").first():
        time_machine.move_to(due.run_at, tick=False)
        work_off()
    delivery = Delivery.objects.get()
    assert len(receiver.came) == delivery.tries == len(PAUSES) + 1
    assert len({came.headers["webhook-id"] for came in receiver.came}) == 1
    assert timedelta(days=2.7) < now() - began < timedelta(days=3.6)
    assert (delivery.state, delivery.status, delivery.said) == (Delivery.State.GIVEN_UP, 500, "not today")
    webhook.refresh_from_db()
    assert webhook.paused_because == "failed"


def test_hosts_are_told_once_that_it_stopped(hook, receiver, question, cleo, ada, work_done):
    hook()
    receiver.answers = [(410, {}, b"")]
    question.close(by=cleo)
    question.reopen(by=cleo)
    work_done()
    [webhook] = Webhook.objects.all()
    assert (webhook.paused_because, len(receiver.came)) == ("gone", 1)
    assert [line.person for line in InboxItem.objects.filter(notice="webhook_stopped")] == [cleo]
    question.close(by=cleo)
    work_done()
    assert len(receiver.came) == 1


def test_once_it_takes_something_again_all_is_well_and_what_waited_comes(hook, receiver, question, cleo, work_done, time_machine):
    webhook = hook()
    receiver.answers = [(503, {"Retry-After": "120"}, b""), (204, {}, b"")]
    question.close(by=cleo)
    work_done()
    question.reopen(by=cleo)
    time_machine.move_to(now() + timedelta(seconds=100))
    work_done()
    assert len(receiver.came) == 1, "it asked to be left alone for two minutes"
    time_machine.move_to(now() + timedelta(seconds=60))
    work_done()
    webhook.refresh_from_db()
    assert (len(receiver.came), webhook.failures, webhook.paused_at) == (3, 0, None)
    assert set(Delivery.objects.values_list("state", flat=True)) == {Delivery.State.TAKEN}


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nothing_follows_to_where_it_leads(hook, receiver, question, cleo, work_done, status):
    with receiving() as inside:
        receiver.answers = [(status, {"Location": inside.address}, b"")]
        hook()
        question.close(by=cleo)
        work_done()
        assert inside.came == []
    assert "leads elsewhere" in Delivery.objects.get().said


def test_whoever_is_slow_holds_up_nobody_else(hook, receiver, question, cleo, work_done, monkeypatch, open_door):
    true = telling.send
    monkeypatch.setattr(telling, "send", lambda *given, **options: true(*given, **options, seconds=0.15))
    with receiving() as quick:
        receiver.answers = [receiver.slow]
        hook(kinds=["thread.closed", "thread.reopened"])
        open_door.WEBHOOKS_INSIDE = [receiver.host, quick.host]
        hook(to=Destination(quick.address))
        question.close(by=cleo)
        question.reopen(by=cleo)
        work_done()
        assert (len(receiver.came), len(quick.came)) == (1, 2), "the slow one is not asked again at once"
    assert Delivery.objects.waiting().count() == 2


def test_a_worker_that_is_stopped_after_sending_sends_the_same_key_once_more(hook, receiver, question, cleo, monkeypatch, time_machine):
    hook()
    question.close(by=cleo)

    class Killed(BaseException):
        pass

    with monkeypatch.context() as stopped:
        stopped.setattr(bringing, "_taken", lambda *given: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            work_off()
    work_off()
    assert len(receiver.came) == 1, "whoever was stopped holds the turn for a while"
    time_machine.move_to(now() + timedelta(minutes=11))
    work_off()
    keys = [came.headers["webhook-id"] for came in receiver.came]
    assert (len(keys), len(set(keys))) == (2, 1)
    assert Delivery.objects.get().state == Delivery.State.TAKEN


def test_nothing_is_sent_where_the_operator_said_no_or_named_nobody(hook, receiver, question, cleo, open_door, work_done):
    open_door.WEBHOOKS_INSIDE = []
    hook()
    question.close(by=cleo)
    work_done()
    assert receiver.came == []
    assert "public web" in Delivery.objects.get().said


# ---- Who decides what leaves ----
def test_when_a_space_is_closed_its_host_is_asked_before_anything_more_goes_out(hook, receiver, repairs, question, cleo, work_done):
    webhook = hook()
    repairs.change(by=cleo, visibility="listed")
    question.close(by=cleo)
    work_done()
    webhook.refresh_from_db()
    assert (receiver.came, webhook.paused_because) == ([], "closed")
    webhook.change(by=cleo, leaves_closed_space=True)
    work_done()
    assert [one["type"] for one in told(receiver)] == ["thread.closed"]


def test_a_webhook_that_rests_is_told_nothing_but_a_test(hook, receiver, question, cleo, signed_in, work_done):
    webhook = hook()
    browser = signed_in(cleo)
    browser.post(f"/spaces/repairs/webhooks/{webhook.pk}/pause/")
    question.close(by=cleo)
    browser.post(f"/spaces/repairs/webhooks/{webhook.pk}/test/")
    work_done()
    assert [one["type"] for one in told(receiver)] == ["webhook.test"]
    browser.post(f"/spaces/repairs/webhooks/{webhook.pk}/pause/", {"_method": "DELETE"})
    question.reopen(by=cleo)
    work_done()
    assert told(receiver)[-1]["type"] == "thread.reopened"


def test_a_test_that_fails_is_not_tried_again_and_troubles_nothing_else(hook, receiver, question, cleo, signed_in, work_done, time_machine):
    webhook = hook()
    receiver.answers = [(500, {}, b"not today"), (204, {}, b"")]
    browser = signed_in(cleo)
    browser.post(f"/spaces/repairs/webhooks/{webhook.pk}/test/")
    work_done()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries, delivery.said) == (Delivery.State.GIVEN_UP, 1, "not today")
    webhook.refresh_from_db()
    assert (webhook.failures, webhook.failing_since, webhook.rests_until, webhook.paused_at) == (0, None, None, None)
    time_machine.move_to(now() + timedelta(days=5))
    work_done()
    assert len(receiver.came) == 1
    question.close(by=cleo)
    work_done()
    assert told(receiver)[-1]["type"] == "thread.closed"


def test_what_is_tried_again_within_the_minute_comes_in_a_moment(hook, receiver, question, cleo, signed_in, work_done, time_machine):
    webhook = hook()
    receiver.answers = [(500, {}, b"")]
    question.close(by=cleo)
    work_done()
    path = f"/spaces/repairs/webhooks/{webhook.pk}/"
    assert "<span>again in a moment</span>" in signed_in(cleo).get(path).content.decode()
    Delivery.objects.update(next_at=now() + timedelta(hours=2, seconds=30))
    page = signed_in(cleo).get(path).content.decode()
    assert "<span>again in a moment</span>" not in page
    assert "in 2 hours" in page
