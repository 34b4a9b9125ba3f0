"""Secret addresses: whoever has one reads what its person may read now, and nothing else tells that there is one."""

import re
from datetime import date

import pytest

from junto.interop.models import PersonalAddress
from junto.interop.models.personal_address import TooMany
from junto.kit.models import Tries
from tests.queries import queries_of

NOTHING = b"There is nothing here.\n"


def seen(response) -> tuple[int, bytes, dict[str, str]]:
    """All that an answer tells; each has a number of its own."""
    return response.status_code, response.content, {**response.headers, "X-Request-ID": ""}


def test_a_person_makes_an_address_sees_it_and_ends_it(signed_in, ada, repairs, program):
    browser = signed_in(ada)
    assert "Make an address" in browser.get("/addresses/?of=space:repairs").content.decode()
    browser.post("/addresses/made/", {"kind": "feed", "subject": "space:repairs"})
    [path] = re.findall(r'value="http://testserver(/feeds/[^"]+)"', browser.get("/addresses/").content.decode())
    assert program.get(path).status_code == 200
    browser.post(f"/addresses/{ada.addresses.get().pk}/", {"_method": "DELETE"})
    assert seen(program.get(path))[:2] == (404, NOTHING)


def test_what_cannot_be_read_answers_in_one_way_whatever_the_reason(address, program, ada, ben, cleo, olga, attic, secret):
    paths = {"of a stranger to it": address(ben, "space:attic"), "of one who left": address(ada, f"thread:{secret.pk}")}
    paths |= {"ended": address(cleo, "space:attic"), "of nobody here": address(olga, "everything")}
    paths |= {
        "made up": "/feeds/" + "x" * 46 + ".atom",
        "cut": paths["of one who left"][:-10] + ".atom",
        "another kind": address(cleo, "dates", "calendar"),
    }
    paths["another kind"] = paths["another kind"].replace("/calendars/", "/feeds/").replace(".ics", ".atom")
    attic.membership_of(ada).delete()
    PersonalAddress.objects.get(person=cleo, kind="feed").end()
    type(olga).objects.filter(pk=olga.pk).update(is_active=False)
    answers = {why: seen(program.get(path)) for why, path in paths.items()}
    assert {answer[:2] for answer in answers.values()} == {(404, NOTHING)}
    assert len({str(answer) for answer in answers.values()}) == 1, answers


def test_a_word_that_is_nearly_right_opens_nothing(address, program, ada, repairs):
    path = address(ada, "space:repairs")
    word = path.removeprefix("/feeds/").removesuffix(".atom")
    wrong = word[:-1] + ("A" if word[-1] != "A" else "B")
    assert [program.get(f"/feeds/{other}.atom").status_code for other in (wrong, word[:22], word + "A", word.swapcase())] == [404] * 4


def test_what_is_kept_does_not_open_an_address(address, program, ada, repairs, settings):
    path = address(ada, "space:repairs")
    row = PersonalAddress.objects.values().get()
    assert path.removeprefix("/feeds/").removesuffix(".atom") not in [str(value) for value in row.values()]
    settings.SECRET_KEY = "another one"
    assert program.get(path).status_code == 404


def test_while_the_former_secret_key_counts_an_address_leads_on_to_the_new_one(address, program, ada, repairs, another_key):
    path = address(ada, "space:repairs")
    another_key()
    moved = program.get(path)
    assert moved.status_code == 301
    assert moved.url == PersonalAddress.objects.get().get_absolute_url() != path
    assert program.get(moved.url).status_code == 200


def test_an_answer_keeps_to_itself(address, program, signed_in, ada, ben, repairs):
    answer = program.get(address(ada, "inbox"))
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert not answer.cookies
    assert not signed_in(ben).get(address(ada, "inbox")).cookies


def test_an_address_is_its_persons_whoever_is_signed_in_there(address, signed_in, ada, ben, secret):
    path = address(ada, "space:attic")
    assert secret.title in signed_in(ben).get(path).content.decode()


def test_a_new_one_in_its_place_ends_the_former(address, program, ada, repairs):
    former, path = address(ada, "space:repairs"), address(ada, "space:repairs")
    assert [program.get(former).status_code, program.get(path).status_code] == [404, 200]


def test_an_address_ends_with_the_account_and_does_not_come_back_with_it(address, program, ada, olga, repairs, work_done):
    path = address(ada, "space:repairs")
    ada.deactivate(by=olga)
    assert program.get(path).status_code == 404
    work_done()
    ada.reactivate(by=olga)
    assert program.get(path).status_code == 404


def test_what_did_not_change_is_not_sent_again(address, program, ada, question):
    path = address(ada, "space:repairs")
    first = program.get(path)
    for headers in ({"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}):
        again = program.get(path, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["Cache-Control"] == "private, no-cache"
    ada.change_profile(name="Ada Obi")
    assert program.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_head_alone_comes_without_a_body_and_nothing_else_is_answered(address, program, ada, repairs):
    path = address(ada, "space:repairs")
    assert program.head(path).content == b""
    assert [program.post(path).status_code, program.put(path).status_code, program.delete(path).status_code] == [405] * 3


def test_only_the_day_of_the_last_use_is_kept_and_written_once(address, program, ada, repairs):
    path = address(ada, "space:repairs")
    program.get(path)
    assert type(PersonalAddress.objects.get().used_on) is date
    assert queries_of(lambda: program.get(path)) < queries_of(lambda: _as_new() or program.get(path))


def _as_new() -> None:
    PersonalAddress.objects.update(used_on=None)


def test_one_address_is_not_read_more_often_than_anybody_needs(address, program, ada, ben, repairs):
    path, other = address(ada, "space:repairs"), address(ben, "space:repairs")
    program.get(path)
    Tries.objects.filter(count=1).update(count=120)
    shut = program.get(path)
    assert shut.status_code == 429
    assert 0 < int(shut.headers["Retry-After"]) <= 3600
    assert program.get(other).status_code == 200


def test_a_person_has_so_many_addresses_and_no_more(ada, monkeypatch):
    monkeypatch.setattr(PersonalAddress, "MOST", 2)
    for words in ("valve", "pump"):
        PersonalAddress.objects.make(by=ada, kind="feed", subject=f"search:{words}")
    PersonalAddress.objects.make(by=ada, kind="feed", subject="search:pump")
    with pytest.raises(TooMany):
        PersonalAddress.objects.make(by=ada, kind="feed", subject="search:gasket")


def test_nobody_makes_an_address_for_what_they_may_not_read(signed_in, eve, attic, secret):
    browser = signed_in(eve)
    for subject in ("space:attic", f"thread:{secret.pk}", "space:nowhere", "people:1", "search:", "search:" + "x" * 500):
        assert browser.post("/addresses/made/", {"kind": "feed", "subject": subject}).status_code == 404
        assert "Make an address" not in browser.get("/addresses/", {"of": subject}).content.decode().partition("You can have one for")[0]
    assert not PersonalAddress.objects.exists()


def test_making_one_asks_for_a_proof(client, ada, repairs):
    client.force_login(ada, backend="junto.people.signing_in.Backend")
    assert client.post("/addresses/made/", {"kind": "feed", "subject": "space:repairs"}).status_code == 403
    assert not PersonalAddress.objects.exists()


def test_nobody_ends_or_sees_the_address_of_another(signed_in, ada, ben, address, repairs):
    path = address(ada, "space:repairs")
    browser = signed_in(ben)
    assert browser.post(f"/addresses/{ada.addresses.get().pk}/", {"_method": "DELETE"}).status_code == 404
    assert path not in browser.get("/addresses/").content.decode()


def test_one_who_lost_the_right_finds_the_address_still_and_no_name(signed_in, ada, attic, address):
    address(ada, "space:attic")
    attic.membership_of(ada).delete()
    page = signed_in(ada).get("/addresses/").content.decode()
    assert "Something you may not read any more" in page
    assert "Attic" not in page


def test_the_page_asks_as_often_for_ten_addresses_as_for_one(signed_in, ada, cleo, address, repairs):
    from junto.spaces.models import Space

    browser = signed_in(ada)
    address(ada, "space:repairs")
    once = queries_of(lambda: browser.get("/addresses/"))
    for number in range(10):
        address(ada, f"space:{Space.objects.start(by=cleo, name=f'Room {number}', purpose='For one.').slug}")
    assert queries_of(lambda: browser.get("/addresses/")) == once


def test_pages_name_their_feed_to_whoever_made_an_address_for_it(signed_in, ada, ben, address, question):
    place = {"space:repairs": "/spaces/repairs/", "topic:pumps": "/topics/pumps/", "inbox": "/inbox/", "everything": "/spaces/"}
    place |= {f"thread:{question.pk}": f"/threads/{question.pk}/", "search:check valve": "/search/?words=check+valve"}
    paths = {subject: address(ada, subject) for subject in place}
    for subject, page in place.items():
        link = f'<link rel="alternate" type="application/atom+xml" title="This page as a feed" href="{paths[subject]}">'
        assert link in signed_in(ada).get(page).content.decode(), page
        assert "application/atom+xml" not in signed_in(ben).get(page).content.decode(), page
