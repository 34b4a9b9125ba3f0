"""Finding a space, and what one may do about it."""

import re
from datetime import timedelta
from html import unescape

from junto.kit.clock import now
from junto.spaces.models import Invitation, JoinRequest, Space


def page(browser, path="/spaces/"):
    text = unescape(browser.get(path).content.decode())
    return text[text.index("<main") :]


def names(text):
    return re.findall(r'class="row-title" href="/spaces/[^"]+">([^<]+)<', text)


def alive(space, **ago):
    Space.objects.filter(pk=space.pk).update(last_activity_at=now() - timedelta(**ago))


def test_ones_own_spaces_stand_first_then_those_of_others(signed_in, dana, repairs, roasting):
    Space.objects.start(by=roasting.started_by, name="Quiet", purpose="x")
    alive(Space.objects.get(name="Quiet"), days=30)
    yours, others = page(signed_in(dana)).split('id="all"')
    assert names(yours) == ["Roasting"]
    assert names(others) == ["Repairs", "Quiet"]


def test_who_belongs_everywhere_is_told_so(signed_in, dana, roasting):
    assert "You belong to every space there is." in page(signed_in(dana))


def test_a_row_says_what_one_may_do(signed_in, eve, repairs, bench):
    Space.objects.start(by=bench.started_by, name="Board", purpose="x", joining="invitation")
    browser = signed_in(eve)
    text = page(browser)
    assert 'aria-label="Join Repairs"' in text
    assert 'href="/spaces/bench-notes/request/"' in text
    assert "By invitation" in text
    JoinRequest.objects.ask(bench, by=eve)
    repairs.add(eve)
    assert "You asked" in page(browser)
    assert "You belong" in page(browser, "/spaces/?words=repairs")
    assert "4 people" in page(browser)


def test_a_row_says_when_one_is_invited(signed_in, eve, cleo, attic):
    Invitation.objects.to_person(eve, space=attic, by=cleo)
    invited, others = page(signed_in(eve)).split('id="all"')
    assert "Cleo Marchetti invites you" in invited
    assert "You are invited" in others


def test_words_are_looked_for_in_name_and_purpose_without_accents(signed_in, eve, repairs, roasting):
    Space.objects.start(by=eve, name="Prüfstände", purpose="Für alle, die messen.")
    browser = signed_in(eve)
    assert names(page(browser, "/spaces/?words=PRUFSTANDE")) == ["Prüfstände"]
    assert names(page(browser, "/spaces/?words=twice+machine")) == ["Repairs"]
    assert names(page(browser, "/spaces/?words=%25")) == []
    assert "No space like that" in page(browser, "/spaces/?words=nowhere")


def test_kind_topic_and_mine_narrow_the_list(signed_in, ada, repairs, roasting, attic):
    browser = signed_in(ada)
    assert names(page(browser, "/spaces/?kind=circle")) == ["Attic"]
    assert names(page(browser, "/spaces/?topic=Pumps")) == ["Repairs"]
    assert set(names(page(browser, "/spaces/?mine=1"))) == {"Attic", "Repairs"}
    assert names(page(browser, "/spaces/?mine=1&kind=community&topic=pumps&words=repairs")) == ["Repairs"]


def test_a_topic_is_found_by_its_alias(signed_in, ada, repairs):
    pumps = repairs.topics.get()
    pumps.aliases.create(name="Pumpen", slug="pumpen")
    assert names(page(signed_in(ada), "/spaces/?topic=pumpen")) == ["Repairs"]


def test_the_list_can_be_read_by_name(signed_in, eve, repairs, roasting):
    for name in ("Zebra", "Éclairs", "apples"):
        Space.objects.start(by=roasting.started_by, name=name, purpose="x")
    assert names(page(signed_in(eve), "/spaces/?order=name")) == ["apples", "Éclairs", "Repairs", "Roasting", "Zebra"]


def test_an_address_that_was_cut_or_bent_shows_the_list(signed_in, eve, repairs):
    browser = signed_in(eve)
    for bent in ("?after=xyz", "?kind=nothing&order=5", "?words=" + "x" * 300, "?topic=%00", "?after=" + "A" * 2000):
        assert browser.get(f"/spaces/{bent}").status_code == 200


def test_an_empty_house_says_what_to_do(signed_in, eve):
    assert "No spaces yet" in page(signed_in(eve))


def test_a_stranger_is_led_to_sign_in(client, repairs):
    assert client.get("/spaces/").headers["Location"] == "/account/login/?next=/spaces/"
    assert client.get("/spaces/repairs/").headers["Location"] == "/account/login/?next=/spaces/repairs/"


def test_the_front_page_says_what_it_is_for_and_who_hosts(signed_in, eve, cleo, ada, repairs):
    repairs.membership_of(ada).take_role("host", by=cleo)
    text = page(signed_in(eve), "/spaces/repairs/")
    assert repairs.purpose in text
    assert "Community of practice" in text
    assert re.search(r"Cleo Marchetti.*hosts, with.*Ada Okafor", text, re.DOTALL)
    assert "Join this space" in text
    assert "Settings" not in text


def test_a_listed_space_shows_its_head_and_how_to_get_in(signed_in, eve, bench):
    text = page(signed_in(eve), "/spaces/bench-notes/")
    assert bench.purpose in text
    assert "Ask to join" in text
    assert "What is written here is for members." in text
