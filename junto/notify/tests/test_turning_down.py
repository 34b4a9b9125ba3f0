"""The page on which one thing is turned down speaks its reader's language and says what holds now."""

import pytest
from django.test import override_settings

from junto.notify.hearing import Hearing
from junto.notify.models import InboxItem, Preferences
from junto.notify.switch_address import switch_path
from junto.posts.models import Watch

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
PAGE = "/inbox/preferences/"


@pytest.fixture
def path(mail, ada, answer, work_done):
    work_done()
    return switch_path(InboxItem.objects.get(person=ada), "mail")


@pytest.fixture
def read(client):
    def page(path, **headers):
        return client.get(path, headers=headers).content.decode()

    return page


def test_it_speaks_the_language_of_the_letter_and_not_of_the_browser(read, ada, path):
    ada.change_profile(language="de")
    assert '<html lang="de"' in read(path, accept_language="fr")


@override_settings(LANGUAGE_CODE="fr")
def test_who_chose_no_language_reads_it_in_that_of_the_house_as_the_letter_was(read, path):
    assert '<html lang="fr"' in read(path, accept_language="de")


def test_it_says_which_mute_holds_now_and_ends_it(read, client, ada, question, path):
    assert "as before" in read(path)
    client.post(path, {"when": "once", "place": "week"})
    assert "as it is: nothing until" in read(path)
    Watch.objects.choose(question, ada, Watch.Level.MUTED)
    assert "as it is: nothing any more" in read(path)
    client.post(path, {"when": "once", "place": "concerns"})
    assert not Hearing.find(ada, "thread", question.pk).row.is_muted


def test_who_stopped_it_reads_so_and_undoes_it_with_one_press(read, client, ada, path):
    assert "You stopped these" not in read(path)
    client.post(path, ONE_CLICK)
    assert "You stopped these: Answers to what I asked or watch" in read(path)
    client.post(path, {"when": "once"})
    assert Preferences.objects.get(person=ada).wishes == {"mail": {"answers": "once"}}
    assert "You stopped these" not in read(path)


def test_from_there_the_preferences_say_it_too_to_nobody_else(signed_in, read, client, ada, ben, path):
    client.post(path, ONE_CLICK)
    token = path.rstrip("/").rpartition("/")[2]
    assert f"{PAGE}?stopped={token}" in read(path)
    said = signed_in(ada).get(f"{PAGE}?stopped={token}").content.decode()
    assert "You stopped these" in said
    assert f'action="{path}"' in said
    for made_up in (token, "x", ""):
        assert "You stopped these" not in signed_in(ben).get(f"{PAGE}?stopped={made_up}").content.decode()
