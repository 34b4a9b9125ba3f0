"""Hosts set up whom their space tells; members see where things go."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.conf import settings as house
from django.http import QueryDict

from junto.config.wiring import TIMETABLE
from junto.interop.chat.forgetting import forget_unfinished
from junto.interop.models import ChatAddress, ChatDoor, ChatLink, Delivery, Webhook
from junto.interop.webhooks.forms import WebhookForm
from junto.interop.webhooks.kinds import KINDS
from junto.interop.webhooks.sending import forget_deliveries
from junto.kit.clock import now
from junto.kit.models import FactRecord
from tests.queries import queries_of
from tests.shared import DATA, needs_shared

NEW = "/spaces/repairs/webhooks/new/junto/"
CHOSEN = {"name": "The board", "kinds": ["question.asked"]}
OUTSIDE = "https://tools.example.com/hooks/9"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def host(signed_in, cleo, repairs, open_door):
    return signed_in(cleo)


def test_the_secret_is_shown_once_and_kept_sealed_like_the_address(host):
    shown = words(host.post(NEW, {**CHOSEN, "address": OUTSIDE}))
    [webhook] = Webhook.objects.all()
    assert webhook.secret in shown
    assert "no-store" in host.get(NEW).headers["Cache-Control"]
    pages = [host.get(f"/spaces/repairs/webhooks/{webhook.pk}/{page}") for page in ("", "change/")]
    assert not [page for page in pages if webhook.secret in words(page) or "/hooks/9" in words(page)]
    assert "/hooks/9" not in str(Webhook.objects.values())
    renewed = words(host.post(f"/spaces/repairs/webhooks/{webhook.pk}/secret/"))
    assert Webhook.objects.get().secret in renewed != shown


@pytest.mark.parametrize("form", ["mattermost", "slack", "teams"])
def test_a_chat_is_set_up_with_an_address_and_a_choice(host, form):
    answer = host.post(f"/spaces/repairs/webhooks/new/{form}/", {**CHOSEN, "address": OUTSIDE, "language": "de"})
    [webhook] = Webhook.objects.all()
    assert (answer.url, webhook.form, webhook.language) == (f"/spaces/repairs/webhooks/{webhook.pk}/", form, "de")
    assert "post.deleted" not in words(host.get(f"/spaces/repairs/webhooks/new/{form}/"))


def test_zulip_wants_to_know_more(host):
    answer = host.post("/spaces/repairs/webhooks/new/zulip/", {**CHOSEN, "address": OUTSIDE, "language": "en"})
    assert answer.status_code == 422
    more = {"key": "bot@example.com:k", "to": "junto", "topic": "Repairs"}
    host.post("/spaces/repairs/webhooks/new/zulip/", {**CHOSEN, "address": OUTSIDE, "language": "en", **more})
    assert Webhook.objects.get().to.topic == "Repairs"


@needs_shared
def test_no_address_that_leads_inside_is_taken(repairs, open_door):
    lines = (DATA / "hostile" / "ssrf.txt").read_text().splitlines() if DATA.exists() else []
    lines += ["http://tools.example.com/", "https://10.0.0.8:8065/hooks/1", "ftp://example.com/", ""]
    filled = {line: QueryDict(urlencode({**CHOSEN, "address": line}, doseq=True)) for line in lines}
    taken = [line for line, given in filled.items() if WebhookForm(given, space=repairs, form="junto").is_valid()]
    assert [line for line in taken if not re.fullmatch(r"https://[a-z0-9.-]+(:443)?(/\S*)?", line)] == []
    assert len(taken) < 20, "only names that are judged anew when something is brought there"


def test_a_host_of_the_house_is_taken_when_the_operator_named_it(host, open_door):
    inside = {**CHOSEN, "address": "http://chat.internal:8065/hooks/1"}
    assert host.post(NEW, inside).status_code == 422
    open_door.WEBHOOKS_INSIDE = ["chat.internal:8065"]
    assert host.post(NEW, inside).status_code == 200


def test_what_only_members_read_leaves_only_when_a_host_says_so(signed_in, cleo, ada, attic, open_door):
    host, member = signed_in(cleo), signed_in(ada)
    here = "/spaces/attic/webhooks/new/slack/"
    given = {**CHOSEN, "address": OUTSIDE, "language": "en"}
    assert "Without this nothing is sent" in words(host.post(here, given))
    host.post(here, {**given, "leaves_closed_space": "on"})
    assert "What is said here is also sent to The board (tools.example.com)." in words(member.get("/spaces/attic/"))


def test_nobody_outside_a_space_reads_where_its_words_go(signed_in, eve, bench, cleo, hook):
    hook(space=bench)
    assert "also sent" not in words(signed_in(eve).get("/spaces/bench-notes/"))


def test_a_space_that_tells_nobody_says_nothing_about_it(host):
    assert "also sent" not in words(host.get("/spaces/repairs/"))
    assert "/spaces/repairs/webhooks/" in words(host.get("/spaces/repairs/settings/"))


def test_a_host_sees_nothing_of_another_space_by_its_number(signed_in, cleo, roasting, hook):
    other = hook(space=roasting)
    assert signed_in(cleo).get(f"/spaces/repairs/webhooks/{other.pk}/").status_code == 404


def test_the_history_tells_how_it_went_without_names_and_words(host, hook, receiver, question, ben, work_done):
    webhook = hook()
    receiver.answers = [(500, {}, b"cannot take Ben Y\xc4\xb1lmaz"), (200, {}, b"")]
    question.reply(by=ben, source="Rinse the xylograph.")
    work_done()
    [delivery] = Delivery.objects.all()
    here = f"/spaces/repairs/webhooks/{webhook.pk}/"
    assert "answer 500" in words(host.get(here))
    shown = words(host.get(f"{here}deliveries/{delivery.pk}/"))
    assert delivery.key in shown
    assert not re.search("xylograph|Yılmaz|Pump loses", shown)
    host.post(f"{here}deliveries/{delivery.pk}/")
    work_done()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.status) == ("taken", 200)
    assert b"xylograph" in receiver.came[-1].body


def test_changing_one_keeps_its_address_unless_another_is_given(host, hook):
    webhook = hook()
    before = webhook.to
    here = f"/spaces/repairs/webhooks/{webhook.pk}/change/"
    host.post(here, {"name": "New name", "kinds": ["question.solved"], "address": ""})
    webhook.refresh_from_db()
    assert (webhook.name, webhook.kinds, webhook.to) == ("New name", ["question.solved"], before)
    host.post(here, {"name": "New name", "kinds": ["question.solved"], "address": OUTSIDE})
    webhook.refresh_from_db()
    assert (webhook.to.address, webhook.host) == (OUTSIDE, "tools.example.com")


def test_one_that_is_ended_is_gone_with_its_history_and_it_stands_who_did_it(host, hook, cleo, question, work_done):
    webhook = hook()
    host.post(f"/spaces/repairs/webhooks/{webhook.pk}/", {"_method": "DELETE"})
    assert not Webhook.objects.exists()
    assert FactRecord.objects.get(kind="WebhookEnded").by_id == cleo.pk


def test_where_the_house_tells_nothing_the_page_says_why(host, open_door):
    open_door.JUNTO_URL = ""
    assert "JUNTO_URL" in words(host.get("/spaces/repairs/webhooks/"))
    assert host.get(NEW).status_code == 404


def test_pages_ask_the_same_few_questions_however_much_there_is(host, hook, question, cleo):
    webhook = hook()
    pages = ["/spaces/repairs/", "/spaces/repairs/webhooks/", f"/spaces/repairs/webhooks/{webhook.pk}/"]
    for page in pages:
        host.get(page)
    before = [queries_of(lambda page=page: host.get(page)) for page in pages]
    for _ in range(10):
        hook()
    Delivery.objects.plan([webhook] * 10, "thread.closed")
    assert [queries_of(lambda page=page: host.get(page)) for page in pages] == before


def test_every_type_stands_in_the_list_with_an_example(host):
    shown = words(host.get("/webhooks/"))
    assert [name for name in KINDS if name not in shown] == []
    assert house.JUNTO_URL in shown


def test_the_history_and_what_was_never_finished_are_forgotten(hook, ada, repairs, cleo, time_machine, work_done):
    webhook = hook()
    Delivery.objects.plan([webhook], "thread.closed")
    ChatLink.objects.begin(ChatDoor.objects.open(repairs, by=cleo, product="slack"), "T1", "U1", person=ada)
    ChatAddress.objects.set_up(ada, form="slack", to=webhook.to)
    began = now()
    for days, left in ((1.1, (1, 0, 0)), (13.9, (1, 0, 0)), (14.1, (0, 0, 0))):
        time_machine.move_to(began + timedelta(days=days))
        forget_deliveries()
        forget_unfinished()
        assert tuple(model.objects.count() for model in (Delivery, ChatLink, ChatAddress)) == left
    assert {forget_deliveries, forget_unfinished} <= set(TIMETABLE)
