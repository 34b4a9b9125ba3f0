"""A new instance gets its owner: by a link that is told once, or as the settings say."""

import pytest
from django.test import Client

from junto.config.env import WrongSetting
from junto.config.serving.owner import welcome_owner
from junto.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_new_instance_tells_a_link_that_leads_to_ownership():
    assert Client().get(welcome_owner()).status_code == 200


def test_an_instance_with_an_owner_tells_no_link(olga):
    assert welcome_owner() == ""


def test_settings_name_the_owner(monkeypatch):
    monkeypatch.setenv("JUNTO_OWNER_EMAIL", "olga@example.org")
    monkeypatch.setenv("JUNTO_OWNER_PASSWORD", "a lamp in the window")
    assert welcome_owner() == ""
    olga = Person.objects.get()
    assert olga.is_owner
    assert olga.check_password("a lamp in the window")
    assert welcome_owner() == ""
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("email", "password"),
    [("olga@example.org", ""), ("", "a lamp in the window"), ("olga", "a lamp in the window"), ("o@example.org", "12345")],
)
def test_half_a_name_or_a_weak_password_is_refused(monkeypatch, email, password):
    monkeypatch.setenv("JUNTO_OWNER_EMAIL", email)
    monkeypatch.setenv("JUNTO_OWNER_PASSWORD", password)
    with pytest.raises(WrongSetting, match="JUNTO_OWNER_EMAIL"):
        welcome_owner()
    assert not Person.objects.exists()
