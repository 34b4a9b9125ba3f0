"""The list of people, and the parts hosts give."""

import re
from html import unescape

from django.utils import timezone

from junto.spaces.models import Membership, Space
from tests.queries import queries_of
from tests.village import person


def page(browser, path="/spaces/repairs/people/"):
    text = browser.get(path).content.decode()
    return text[text.index("<main") :]


def next_page(text):
    further = re.search(r'href="([^"]+)" rel="next"', text)
    return unescape(further[1]) if further else ""


def test_hosts_stand_first_then_mentors_then_members(signed_in, ada, mina):
    listed = page(signed_in(ada))
    assert listed.index("Cleo Marchetti") < listed.index("Mina Sato") < listed.index("Ben Yılmaz")


def test_who_left_the_house_is_not_listed(signed_in, ada, dora):
    assert "Dora Weiss" not in page(signed_in(ada))


def test_people_are_found_by_name_without_accents(signed_in, ada, repairs):
    found = page(signed_in(ada), "/spaces/repairs/people/?words=YILM")
    assert "Ben Yılmaz" in found
    assert "Cleo Marchetti" not in found
    assert "Nobody of that name belongs here." in page(signed_in(ada), "/spaces/repairs/people/?words=dana")


def test_the_list_goes_on_by_key_and_costs_the_same_however_long_it_is(signed_in, ada, repairs):
    browser = signed_in(ada)
    browser.get("/spaces/repairs/people/")
    before = queries_of(lambda: browser.get("/spaces/repairs/people/"))
    everybody = [person(f"P{number:02} Somebody") for number in range(90)]
    Membership.objects.bulk_create(Membership(space=repairs, person=each, since=timezone.now()) for each in everybody)
    assert queries_of(lambda: browser.get("/spaces/repairs/people/")) == before
    seen, path = "", "/spaces/repairs/people/"
    while path:
        text = page(browser, path)
        seen, path = seen + text, next_page(text)
    assert all(seen.count(f">{each.name}</a>") == 1 for each in everybody)


def test_people_of_a_listed_space_are_for_its_members(signed_in, ada, eve, olga, bench):
    assert signed_in(ada).get("/spaces/bench-notes/people/").status_code == 200
    assert signed_in(eve).get("/spaces/bench-notes/people/").status_code == 403
    assert signed_in(olga).get("/spaces/bench-notes/people/").status_code == 403


def test_a_host_gives_parts(signed_in, cleo, ada, repairs):
    browser = signed_in(cleo)
    assert browser.get(f"/spaces/repairs/people/{ada.pk}/").status_code == 200
    answer = browser.post(f"/spaces/repairs/people/{ada.pk}/", {"_method": "PUT", "role": "mentor"})
    assert answer.headers["Location"] == "/spaces/repairs/people/"
    assert repairs.membership_of(ada).role == "mentor"
    browser.post(f"/spaces/repairs/people/{ada.pk}/", {"_method": "PUT", "role": "king"})
    assert repairs.membership_of(ada).role == "mentor"


def test_a_host_takes_somebody_out(signed_in, cleo, ada, repairs):
    signed_in(cleo).post(f"/spaces/repairs/people/{ada.pk}/", {"_method": "DELETE"})
    assert repairs.membership_of(ada) is None
    assert Space.objects.get(pk=repairs.pk).people_count == 2


def test_the_last_host_cannot_be_taken_out_or_made_a_member(signed_in, cleo, repairs):
    browser, to = signed_in(cleo), f"/spaces/repairs/people/{cleo.pk}/"
    for change in ({"_method": "PUT", "role": "member"}, {"_method": "DELETE"}):
        answer = browser.post(to, change, follow=True)
        assert "A space keeps at least one host." in answer.content.decode()
    assert repairs.is_hosted_by(cleo)


def test_a_host_who_takes_themselves_out_lands_where_they_may_be(signed_in, cleo, ada, attic):
    attic.membership_of(ada).take_role("host", by=cleo)
    answer = signed_in(cleo).post(f"/spaces/attic/people/{cleo.pk}/", {"_method": "DELETE"}, follow=True)
    assert answer.status_code == 200


def test_only_hosts_give_parts(signed_in, ada, ben, mina, olga, repairs):
    for somebody in (ada, mina, olga):
        browser, to = signed_in(somebody), f"/spaces/repairs/people/{ben.pk}/"
        answers = [browser.get(to), browser.put(to), browser.delete(to)]
        assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert repairs.membership_of(ben).role == "member"


def test_there_is_no_part_to_change_for_whoever_does_not_belong(signed_in, cleo, dana, repairs):
    assert signed_in(cleo).get(f"/spaces/repairs/people/{dana.pk}/").status_code == 404
