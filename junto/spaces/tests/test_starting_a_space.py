"""Starting a space, and what its settings mean."""

import pytest
from django.db import IntegrityError, transaction

from junto.kit.models import FactRecord
from junto.spaces.models import Space

ASKED = {"name": "Pumps", "purpose": "So that no pump is opened twice.", "kind": "community", "joining": "open", "visibility": "all"}


def start(browser, **given):
    return browser.post("/spaces/new/", {**ASKED, **given})


def test_anybody_starts_a_space_and_hosts_it(signed_in, eve):
    answer = start(signed_in(eve), topics="pumps, Check valves")
    space = Space.objects.get(name="Pumps")
    assert answer.headers["Location"] == space.get_absolute_url() == "/spaces/pumps/"
    assert space.is_hosted_by(eve)
    assert space.people_count == 1
    assert {topic.name for topic in space.topics.all()} == {"pumps", "Check valves"}


def test_what_cannot_be_started_says_why_and_keeps_what_was_typed(signed_in, eve):
    answer = start(signed_in(eve), name="\u200b ", purpose="So that <b>this</b> stays.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "So that &lt;b&gt;this&lt;/b&gt; stays." in page
    assert not Space.objects.exists()


def test_every_choice_is_explained(signed_in, eve):
    page = signed_in(eve).get("/spaces/new/").content.decode()
    assert "Whoever wants to belong joins, without asking." in page
    assert "It is then joined by invitation, whatever you chose above." in page


def test_a_hidden_space_is_joined_by_invitation_whatever_was_chosen(signed_in, eve, db):
    start(signed_in(eve), joining="open", visibility="hidden")
    assert Space.objects.get(name="Pumps").joining == "invitation"


def test_the_database_keeps_no_hidden_space_with_an_open_door(attic):
    with pytest.raises(IntegrityError), transaction.atomic():
        Space.objects.filter(pk=attic.pk).update(joining="open")


def test_two_spaces_of_one_name_have_two_addresses(eve):
    slugs = [Space.objects.start(by=eve, name=name, purpose="x").slug for name in ("Grüße", "Grüße", "new", "!!!", "日本")]
    assert slugs == ["grüße", "grüße-2", "new-2", "space", "日本"]


def test_hosts_change_what_it_is_and_who_comes_in(signed_in, cleo, repairs):
    new = {**ASKED, "name": "Mending", "topics": "welding", "joining": "request", "visibility": "listed"}
    answer = signed_in(cleo).post("/spaces/repairs/settings/", new)
    repairs.refresh_from_db()
    assert answer.headers["Location"] == "/spaces/repairs/"
    assert (repairs.name, repairs.joining, repairs.visibility) == ("Mending", "request", "listed")
    assert [topic.name for topic in repairs.topics.all()] == ["welding"]
    assert repairs in Space.objects.with_words("MENDING")


def test_changing_says_beforehand_whom_it_affects(signed_in, cleo, repairs, attic):
    browser = signed_in(cleo)
    open_space, hidden = (browser.get(f"/spaces/{slug}/settings/").content.decode() for slug in ("repairs", "attic"))
    assert "Whoever does not belong can no longer read it, from that moment." in open_space
    assert "3 people belong here." in open_space
    assert "Everybody with an account can then read along, also what was written until now." in hidden


def test_what_changed_is_announced_and_whether_more_people_see_it(attic, cleo):
    attic.change(by=cleo, visibility="all", topics=["leading"])
    attic.change(by=cleo, visibility="listed")
    opened, closed = (record.data for record in FactRecord.objects.filter(kind="SpaceChanged").order_by("pk"))
    assert opened["changes"] == ["visibility", "topics"]
    assert opened["opened"]
    assert closed["changes"] == ["visibility"]
    assert not closed["opened"]


def test_changing_nothing_tells_nobody(repairs, cleo):
    repairs.change(by=cleo, name="Repairs", topics=["pumps"])
    assert not FactRecord.objects.filter(kind="SpaceChanged").exists()


def test_only_hosts_reach_the_settings(signed_in, ada, mina, dana, olga, repairs):
    assert [signed_in(each).get("/spaces/repairs/settings/").status_code for each in (ada, mina, dana, olga)] == [403] * 4


def test_closing_the_sight_counts_at_once(signed_in, cleo, dana, repairs, question):
    browser = signed_in(dana)
    assert browser.get("/spaces/repairs/people/").status_code == 200
    repairs.change(by=cleo, visibility="listed")
    assert browser.get("/spaces/repairs/people/").status_code == 403
    assert "What is written here is for members." in browser.get("/spaces/repairs/").content.decode()
    repairs.change(by=cleo, visibility="hidden")
    assert browser.get("/spaces/repairs/").status_code == 404
    assert "Repairs" not in browser.get("/spaces/").content.decode()
