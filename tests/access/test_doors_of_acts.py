"""What somebody sends tells them nothing either: numbers of hidden things are as good as numbers of nothing."""

import pytest

from junto.spaces import inviting
from tests.access.secret import keep_secret

NOWHERE = 987_654


@pytest.fixture
def secret(repairs, cleo, ada):
    return keep_secret(host=cleo, asker=ada)


@pytest.fixture
def browser(signed_in, ben):
    return signed_in(ben)


def told(browser, address, **said):
    response = browser.post(address, said)
    return response.status_code, response.content.decode().replace(str(NOWHERE), "N")


def test_a_link_to_a_hidden_thread_is_a_link_to_nothing(secret, browser, discussion, repairs, ben):
    repairs.membership_of(ben).take_role("host", by=ben)
    address = f"/threads/{discussion.pk}/links/"
    hidden = told(browser, address, kind="related", other=str(secret.thread.pk))
    nothing = told(browser, address, kind="related", other=str(NOWHERE))
    assert hidden[0] == nothing[0] == 422
    assert "giraffe" not in hidden[1]


def test_a_question_cannot_be_put_into_a_hidden_space(secret, browser):
    for name in ("zebra-clubhouse", "no-such-place"):
        assert told(browser, "/ask/", title="Hello?", text="Anybody?", kind="question", space=name)[0] == 422
    assert secret.space.threads.count() == 1


def test_a_draft_for_a_hidden_thread_shows_nothing_of_it(secret, browser):
    browser.post(f"/drafts/thread-{secret.thread.pk}/", {"text": "my words"})
    browser.post(f"/drafts/edit-{secret.post.pk}/", {"text": "my words"})
    page = browser.get("/drafts/").content.decode()
    assert "my words" in page
    assert "giraffe" not in page


def test_a_text_that_names_a_hidden_thread_shows_its_address_only(secret, browser):
    text = f"See /threads/{secret.thread.pk}/ and [this](/threads/{secret.thread.pk}/) by @[Ada](person:{secret.thread.author_id})"
    assert "giraffe" not in told(browser, "/preview/", text=text)[1]


def test_somebody_who_is_invited_learns_the_name_and_reads_nothing(secret, signed_in, dana, cleo, work_done):
    inviting.invite_person(dana, space=secret.space, by=cleo)
    work_done()
    guest = signed_in(dana)
    assert "clubhouse" in guest.get("/spaces/zebra-clubhouse/").content.decode()
    for address in ("/spaces/zebra-clubhouse/", "/search/?words=zebra", "/inbox/", "/", "/search/similar/?title=zebra+fear"):
        assert "giraffe" not in guest.get(address).content.decode()
    assert guest.get(f"/threads/{secret.thread.pk}/").status_code == 404
