"""The way in for whoever runs the machine."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.people.emergency import emergency_path
from junto.people.models import HouseRules
from junto.people.models.house_rules import Way
from junto.people.tests.apps import gets_app


def inside(browser):
    return browser.get("/people/me/").status_code == 200


def made_for(email):
    said = StringIO()
    call_command("person", "link", email, stdout=said)
    return said.getvalue().split()[0].removeprefix("http://127.0.0.1:8000")


@pytest.mark.parametrize("way", [Way.INVITATION, Way.PROVIDER])
def test_the_command_makes_a_link_that_opens_past_every_other_door_once(client, ada, olga, way):
    HouseRules.change(by=olga, way=way, domains=[])
    gets_app(ada)
    link = made_for("ADA@example.org")
    for method in ("get", "head"):
        assert getattr(Client(), method)(link).status_code == 200
    assert client.post(link).status_code == 302
    assert inside(client)
    assert Client().post(link).status_code == 404


def test_that_it_was_made_is_written_down(ada):
    made_for(ada.email)
    assert FactRecord.objects.get(kind="EmergencyLinkMade").data["person_id"] == ada.pk


def test_it_ends_after_a_quarter_of_an_hour_and_with_the_account(client, ada, olga, time_machine):
    link = emergency_path(ada)
    time_machine.move_to(now() + timedelta(minutes=16))
    assert client.post(link).status_code == 404
    link = emergency_path(ada)
    ada.deactivate(by=olga)
    assert client.post(link).status_code == 404


def test_one_that_was_made_up_opens_nothing(client, ada):
    assert client.post(emergency_path(ada)[:-3] + "ab/").status_code == 404


@pytest.mark.parametrize("nobody", ["nobody@example.org", "dora@example.org"])
def test_nobody_is_named_who_is_not_here(dora, nobody):
    with pytest.raises(CommandError):
        made_for(nobody)
