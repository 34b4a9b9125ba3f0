"""What people say of themselves, and what others see of it."""

import pytest

from junto.kit.models import FactRecord
from junto.kit.slots import Slot
from junto.people.models import Person
from junto.topics.models import Topic
from tests.queries import queries_of

PAGE = "/people/me/"


def profile(person, **changes):
    return {"name": person.name, "what_i_do": person.what_i_do, "place": person.place, "time_zone": "UTC", **changes}


def test_a_person_says_who_they_are_and_others_read_it(signed_in, ada, ben):
    said = profile(ada, pronouns="she/her", department="Field service", languages="English, Português", ask_me_about="Pumps, Cold starts")
    assert signed_in(ada).post(PAGE, {**said, "time_zone": "lisbon", "language": "fr"}).status_code == 302
    ada.refresh_from_db()
    assert (ada.time_zone, ada.language, ada.languages) == ("Europe/Lisbon", "fr", ["en", "Português"])
    page = signed_in(ben).get(ada.get_absolute_url()).content.decode()
    for words in ("Ada Okafor", "she/her", "Field service", "Português", "Cold starts"):
        assert words in page


def test_languages_are_told_in_the_readers_own(signed_in, ada, ben):
    ada.change_profile(languages=["de", "Klingonese"])
    ben.change_profile(language="fr")
    page = signed_in(ben).get(ada.get_absolute_url()).content.decode()
    assert "allemand" in page
    assert "Klingonese" in page


def test_the_address_is_seen_by_oneself_and_by_owners_where_they_run_the_account(signed_in, ada, ben, olga):
    pages = [signed_in(reader).get(ada.get_absolute_url()).content.decode() for reader in (ben, ada, olga)]
    assert ["ada@example.org" in page for page in pages] == [False, True, False]
    assert "ada@example.org" in signed_in(olga).get(f"/people/{ada.pk}/account/").content.decode()


def test_topics_are_taken_out_again(signed_in, ada):
    ada.can_be_asked_about(["Pumps", "Valves"])
    signed_in(ada).post(PAGE, profile(ada, ask_me_about="valves"))
    assert [topic.name for topic in ada.ask_me_about.all()] == ["Valves"]


def test_whoever_keeps_everything_as_it_is_changes_nothing(signed_in, ada):
    ada.can_be_asked_about(["Pumps"])
    facts = FactRecord.objects.count()
    signed_in(ada).post(PAGE, profile(ada, ask_me_about="Pumps"))
    assert FactRecord.objects.count() == facts


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u202e\u202d", "\u2800", "\u0301"])
def test_a_name_is_never_empty(signed_in, ada, name):
    page = signed_in(ada).post(PAGE, profile(ada, name=name))
    assert "People need a name" in page.content.decode()
    assert Person.objects.join(name=name).name == "Somebody"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ada\x00\x07 Okafor", "Ada Okafor"),
        ("\u202eadA\u202c Okafor", "adA Okafor"),
        ("Ada\u200b\u200b Okafor\ufeff", "Ada Okafor"),
        ("  Ada\n\t Okafor  ", "Ada Okafor"),
        ("علي الحسن\u200f", "علي الحسن"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zoe\u0308", "Zoë"),
        ("<b>Ada</b>", "<b>Ada</b>"),
    ],
)
def test_a_name_is_kept_without_what_cannot_be_seen(signed_in, ada, typed, kept):
    signed_in(ada).post(PAGE, profile(ada, name=typed))
    ada.refresh_from_db()
    assert ada.name == kept


def test_a_name_with_markup_is_only_a_name(signed_in, ada, ben):
    ada.change_profile(name='"><script>alert(1)</script>')
    page = signed_in(ben).get(ada.get_absolute_url()).content.decode()
    assert "<script>alert" not in page


def test_what_is_too_long_is_said_and_not_cut(signed_in, ada):
    page = signed_in(ada).post(PAGE, profile(ada, name="x" * 121, ask_me_about=", ".join(map(str, range(13))))).content.decode()
    assert "at most 12 topics" in page
    assert "x" * 121 in page
    ada.refresh_from_db()
    assert ada.name == "Ada Okafor"


def test_a_zone_nobody_knows_is_refused(signed_in, ada):
    assert "No time zone has this name" in signed_in(ada).post(PAGE, profile(ada, time_zone="Middle/Earth")).content.decode()


def test_the_longest_name_has_initials_and_a_page(signed_in, ada, ben):
    ada.change_profile(name="\U0001f469\u200d\U0001f527" * 60)
    assert ada.initials
    assert signed_in(ben).get(ada.get_absolute_url()).status_code == 200


def test_somebody_whose_account_ended_is_seen_by_owners_only(signed_in, dora, ben, olga):
    assert signed_in(ben).get(dora.get_absolute_url()).status_code == 404
    assert "account was ended" in signed_in(olga).get(dora.get_absolute_url()).content.decode()


def test_other_rooms_add_their_parts_to_the_page(signed_in, ada, ben):
    class Bell(Slot):
        name = "test.bell"
        page = "person"

        def part(self, request, *, person, **things):
            return f"a bell for {person.name}"

    try:
        assert "a bell for Ada Okafor" in signed_in(ben).get(ada.get_absolute_url()).content.decode()
    finally:
        del Slot.registry["test.bell"]


def test_the_page_asks_as_often_for_much_as_for_little(signed_in, ada, ben):
    browser = signed_in(ben)
    ada.can_be_asked_about(["Pumps"])
    few = queries_of(lambda: browser.get(ada.get_absolute_url()))
    ada.can_be_asked_about([f"Pump {number}" for number in range(11)])
    assert queries_of(lambda: browser.get(ada.get_absolute_url())) == few


def test_one_topic_however_it_is_spelled(ada, ben):
    ada.can_be_asked_about(["Cold starts"])
    ben.can_be_asked_about(["cold  STARTS\u200b"])
    assert Topic.objects.count() == 1
