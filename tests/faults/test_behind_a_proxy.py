"""The real nginx, set as deploy/ says, before a house: what it passes on, what it keeps out, and who is believed."""

import contextlib

import pytest

from junto.kit.models import Tries, counted_key
from tests import server
from tests.faults.visitors import Browser, Listener
from tests.nodes import NAME, PROXY
from tests.programs import free_port

pytestmark = pytest.mark.django_db(transaction=True)
VISITOR, FORGED = "127.0.0.5", "203.0.113.7"


class NobodyThere:
    """A node that does not run."""

    def __init__(self):
        self.port = free_port()


@pytest.fixture
def behind(settings, proxy, transactional_db):
    """A house that believes the proxy only, and the port of that proxy. Its second node is down."""
    settings.PROXIES = PROXY
    settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS = [NAME, "127.0.0.1"], [f"https://{NAME}"]
    with server.running() as house:
        yield house, proxy([house, NobodyThere()])


def guess(browser, **headers):
    browser.ask("/account/login/")
    return browser.ask("/account/login/", {"login": "ada@example.org", "password": "wrong words here"}, **headers)[0]


def counted():
    """From where somebody tried to sign in, of the addresses that come into question."""
    keys = {counted_key("sign-in", "address", address): address for address in (VISITOR, FORGED, PROXY, "127.0.0.1")}
    return {keys[key] for key in Tries.objects.values_list("key", flat=True) if key in keys}


def test_pages_come_though_one_node_is_down_and_forms_go_out_once(behind, ada, question):
    browser = Browser(behind[1], NAME, ada)
    for _ in range(4):
        assert browser.ask(f"/threads/{question.pk}/")[0] == 200
    assert browser.ask(f"/threads/{question.pk}/posts/", {"text": "Rinse it with warm water."})[0] == 302
    assert browser.ask(f"/threads/{question.pk}/")[2].count("Rinse it with warm water.") == 1


def test_what_happens_is_heard_through_the_proxy_while_the_answer_goes_on(behind, ada, ben, question):
    listener = Listener(Browser(behind[1], NAME, ada), question.pk)
    listener.start()
    assert listener.first.wait(20)
    question.reply(by=ben, source="It is the check valve.")
    assert listener.news.wait(20)
    listener.going.set()
    assert listener.opened == 1


def test_the_address_the_proxy_tells_counts_and_not_what_a_browser_claims(behind, ada):
    assert guess(Browser(behind[1], NAME, source=VISITOR), **{"X-Forwarded-For": FORGED, "Forwarded": f"for={FORGED}"}) == 200
    assert counted() == {VISITOR}


def test_whoever_goes_past_the_proxy_is_not_believed(behind, ada):
    assert guess(Browser(behind[0].port, f"127.0.0.1:{behind[0].port}", scheme="http"), **{"X-Forwarded-For": FORGED}) == 200
    assert counted() == {"127.0.0.1"}


def test_only_our_own_name_is_answered(behind):
    with pytest.raises(ConnectionError):
        Browser(behind[1], "evil.example").ask("/account/login/")
    status, _, page = Browser(behind[1], NAME).ask("/account/login/", **{"X-Forwarded-Host": "evil.example"})
    assert (status, "evil.example" in page) == (200, False)
    assert Browser(behind[0].port, "evil.example").ask("/account/login/")[0] == 400
    assert Browser(behind[0].port, "evil.example").ask("/stream")[0] == 400


def test_a_picture_may_be_as_large_as_junto_takes_it_and_no_larger(behind, ada):
    browser = Browser(behind[1], NAME, ada)
    browser.ask("/")
    assert browser.send("/people/me/picture/", b"x" * 10_500_000) == 422
    with contextlib.suppress(BrokenPipeError):
        assert browser.send("/people/me/picture/", b"x" * 12_000_000) == 413
