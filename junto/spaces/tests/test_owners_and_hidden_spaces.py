"""An owner sees a hidden space only by joining it, and joining is seen by everybody in it."""

import pytest

from junto.kit.access import may_see
from junto.notify.models import InboxItem
from junto.people.models import Look
from junto.spaces.models import Invitation
from tests.access.scene import face
from tests.access.secret import keep_secret, leaks, looking
from tests.queries import queries_of

LIST = "/hidden-spaces/"
SPEAKING = (
    "/spaces/?mine=1",
    "/search/?words=zebra",
    "/search/finds/?words=zebra",
    "/inbox/",
    "/topics/zebra-okapi/",
    "/ask/",
    "/command/?words=zebra",
)


def joining(space):
    return f"{LIST}{space.pk}/membership/"


@pytest.fixture
def secret(repairs, cleo, ada):
    return keep_secret(host=cleo, asker=ada)


def told(browser):
    return browser.get("/inbox/").content.decode()


def test_the_list_shows_names_and_numbers_and_nothing_else(signed_in, olga, secret):
    page = signed_in(olga).get(LIST).content.decode()
    assert "Zebra clubhouse" in page
    assert "2 people" in page
    for word in ("okapi", "giraffe", "Ada", "Cleo"):
        assert word not in page


def test_who_belongs_reads_that_the_names_were_read_and_nobody_else_does(signed_in, olga, ada, eve, secret):
    signed_in(olga).get(LIST)
    signed_in(olga).get(LIST)
    assert [look.kind for look in Look.objects.concerning(ada)] == ["hidden"]
    assert not Look.objects.concerning(eve).exists()


def test_nobody_but_an_owner_finds_the_list_or_the_door(signed_in, olga, eve, ben, secret):
    ben.make_auditor(by=olga)
    for somebody in (eve, ben):
        assert signed_in(somebody).get(LIST).status_code == 403
        assert signed_in(somebody).post(joining(secret.space), {"why": "Curious"}).status_code == 403
        assert "Hidden spaces" not in signed_in(somebody).get("/spaces/").content.decode()
    assert "Hidden spaces" in signed_in(olga).get("/spaces/").content.decode()


def test_it_takes_a_proof_and_a_reason(signed_in, olga, secret):
    browser = signed_in(olga)
    assert browser.post(joining(secret.space), {"why": "  "}).status_code == 422
    session = browser.session
    session["proved_at"] = 0
    session.save()
    assert browser.get(LIST).status_code == 302
    assert browser.post(joining(secret.space), {"why": "Because"}).status_code == 403
    assert secret.space.membership_of(olga) is None


def test_a_space_that_is_not_hidden_has_no_such_door(signed_in, olga, bench):
    assert signed_in(olga).post(joining(bench), {"why": "Because"}).status_code == 404
    assert "Bench notes" not in signed_in(olga).get(LIST).content.decode()


def test_everybody_in_it_is_told_reads_why_and_sees_the_owner_among_the_people(signed_in, work_done, olga, ada, cleo, eve, secret):
    answer = signed_in(olga).post(joining(secret.space), {"why": "Somebody reported a fight"})
    assert answer.headers["Location"] == secret.space.get_absolute_url()
    work_done()
    for member in (ada, cleo):
        browser = signed_in(member)
        assert "Olga Petrova, an owner, joined “Zebra clubhouse” without an invitation" in told(browser)
        assert "Somebody reported a fight" in browser.get("/people/me/looks/").content.decode()
        assert "Olga Petrova" in browser.get("/spaces/zebra-clubhouse/people/").content.decode()
    assert secret.space.membership_of(olga).role == "member"
    assert not InboxItem.objects.filter(person__in=[eve, olga]).exists()


def test_joining_twice_tells_nobody_twice(signed_in, work_done, olga, ada, secret):
    for _ in range(2):
        signed_in(olga).post(joining(secret.space), {"why": "Because"})
    work_done()
    assert InboxItem.objects.filter(person=ada, notice="owner_joined").count() == 1
    assert Look.objects.filter(kind="joined").count() == 1


def test_before_during_and_after_at_every_door(signed_in, work_done, olga, ada, cleo, secret):
    """Pages, search, inbox, stream, files: nothing before, as any member while belonging, nothing again after leaving."""
    picture = face("space-picture", secret.space.pk, cleo)
    doors = [*SPEAKING, *secret.addresses, f"/files/{picture}/64/"]
    work_done()
    browser = signed_in(olga)
    assert opened(browser, doors, secret, olga) == (set(), set())
    browser.post(joining(secret.space), {"why": "Because"})
    secret.thread.reply(by=ada, source=f"@[Olga](person:{olga.pk}) a zebra and a giraffe")
    work_done()
    speaking, heard = opened(browser, doors, secret, olga)
    assert speaking >= {*SPEAKING, secret.space.get_absolute_url(), f"/files/{picture}/64/"}
    assert heard == {"space", "known-space", "thread"}
    browser.post("/spaces/zebra-clubhouse/membership/", {"_method": "DELETE"})
    assert "You have left Zebra clubhouse" in browser.get("/people/").content.decode()
    work_done()
    assert opened(browser, doors, secret, olga) == (set(), set())


def opened(browser, doors, secret, somebody):
    """The doors that let somebody in or say something, and of what the stream would speak to them."""
    speaking = {leak.partition(": ")[2] for leak in leaks(looking(browser), doors)}
    answering = {door for door in doors if door not in SPEAKING and browser.get(door).status_code == 200}
    topics = {"space": secret.space.pk, "known-space": secret.space.pk, "thread": secret.thread.pk}
    return speaking | answering, {name for name, number in topics.items() if may_see(f"{name}:{number}", [somebody.pk])}


def test_an_invitation_of_the_house_opens_no_hidden_space_to_an_owner(signed_in, olga, cleo, secret):
    _, token = Invitation.objects.by_link(by=cleo, space=secret.space)
    assert "Zebra" not in signed_in(olga).get("/invitations/").content.decode()
    assert signed_in(olga).get(f"/invitations/{token}/").status_code == 200
    assert secret.space.membership_of(olga) is None


def test_the_list_asks_as_often_for_many_as_for_one(signed_in, olga, cleo, ada, attic):
    browser = signed_in(olga)
    browser.get(LIST)
    few = queries_of(lambda: browser.get(LIST))
    for number in range(10):
        space = type(attic).objects.start(by=cleo, name=f"Room {number}", purpose="x", visibility="hidden", joining="invitation")
        space.add(ada)
    browser.get(LIST)
    assert queries_of(lambda: browser.get(LIST)) == few
