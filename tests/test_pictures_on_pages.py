"""Where people and spaces stand their pictures do: no page asks the database more often for it, and nothing jumps when they come."""

import re

import pytest

from junto.kit.files.names import new_key
from junto.people.models import Person
from junto.spaces.models import Space
from tests.queries import queries_of

PAGES = (
    "/",
    "/people/",
    "/people/{ada}/",
    "/people/me/",
    "/spaces/",
    "/spaces/repairs/",
    "/spaces/repairs/people/",
    "/search/?words=Ada",
    "/threads/{thread}/",
)
FACE = re.compile(r"<img[^>]*/files/[^>]*>")
WHOLE = ("src=", "width=", "height=", 'alt=""')


@pytest.fixture
def addresses(ada, answer, roasting):
    return [page.format(ada=ada.pk, thread=answer.thread_id) for page in PAGES]


def give_everybody_a_picture():
    for thing in (*Person.objects.all(), *Space.objects.all()):
        type(thing).objects.filter(pk=thing.pk).update(picture=new_key())


def test_pages_ask_no_more_often_for_pictures(addresses, signed_in, ben, work_done):
    work_done()
    browser = signed_in(ben)
    for address in addresses:
        browser.get(address)
    before = {address: queries_of(lambda at=address: browser.get(at)) for address in addresses}
    give_everybody_a_picture()
    assert {address: queries_of(lambda at=address: browser.get(at)) for address in addresses} == before


def test_every_picture_has_its_size_and_says_nothing_that_stands_beside_it(addresses, signed_in, ben):
    give_everybody_a_picture()
    browser = signed_in(ben)
    for address in addresses:
        faces = FACE.findall(browser.get(address).content.decode())
        assert faces, address
        assert [face for face in faces if not all(word in face for word in WHOLE)] == []


def test_whose_account_was_ended_is_drawn_with_initials(question, dora, signed_in, ben, answer):
    Person.objects.filter(pk=dora.pk).update(picture=new_key())
    type(answer).objects.filter(pk=answer.pk).update(author=dora)
    page = signed_in(ben).get(f"/threads/{question.pk}/").content.decode()
    assert Person.objects.get(pk=dora.pk).picture not in page
    assert ">DW</span>" in page


def test_names_that_are_suggested_come_with_their_faces(repairs, signed_in, ada, ben):
    give_everybody_a_picture()
    [found] = signed_in(ben).get("/spaces/repairs/mentionable/?words=Ada").json()["people"]
    assert found["face"] == Person.objects.get(pk=ada.pk).face
