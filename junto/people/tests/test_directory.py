"""Finding people."""

from junto.people.models import Person
from tests.queries import queries_of
from tests.village import person


def found(browser, **asked):
    page = browser.get("/people/", asked).content.decode().partition("<main")[2]
    return [name for name in ("Ada Okafor", "Ben Yılmaz", "Cleo Marchetti", "Dora Weiss", "Émile Ødegård") if name in page]


def test_everybody_who_is_here_stands_there_by_name(signed_in, ben, ada, dora, cleo):
    page = signed_in(ada).get("/people/").content.decode()
    assert page.index("Ada Okafor", page.index("<main")) < page.index("Ben Yılmaz") < page.index("Cleo Marchetti")
    assert "Dora Weiss" not in page


def test_accents_do_not_put_anybody_behind_z(signed_in, ada, ben, db):
    person("Émile Ødegård")
    person("Zoe Adams")
    page = signed_in(ada).get("/people/").content.decode()
    assert page.index("Ben Yılmaz") < page.index("Émile") < page.index("Zoe")


def test_people_are_found_by_name_work_place_and_department(signed_in, ada, ben, cleo):
    browser = signed_in(cleo)
    cleo.change_profile(department="Prüfstand")
    assert found(browser, words="yilm") == ["Ben Yılmaz"]
    assert found(browser, words="SERVICE lisbon") == ["Ada Okafor"]
    assert found(browser, words="prufstand") == ["Cleo Marchetti"]
    assert found(browser, words="%") == found(browser, words="_") == []


def test_people_are_found_by_what_they_can_be_asked_about(signed_in, ada, ben):
    ben.can_be_asked_about(["Pumps"])
    browser = signed_in(ada)
    assert "Ben Yılmaz" in browser.get("/people/?topic=pumps").content.decode()
    assert "Nobody found" in browser.get("/people/?topic=nothing").content.decode()
    assert "Nobody found" in browser.get("/people/?topic=pumps&words=lisbon").content.decode()


def test_a_topic_of_somebody_whose_account_ended_finds_nobody(signed_in, ada, dora):
    dora.can_be_asked_about(["Secrets"])
    assert "Nobody found" in signed_in(ada).get("/people/?topic=secrets").content.decode()


def test_the_list_goes_on_by_key_and_ends(signed_in, ada):
    for number in range(60):
        Person.objects.join(name=f"Person {number:02}")
    browser = signed_in(ada)
    first = browser.get("/people/?words=person").content.decode()
    assert "Person 39" in first
    assert "Person 40" not in first
    after = first.partition("after=")[2].partition('"')[0]
    second = browser.get(f"/people/?words=person&after={after}").content.decode()
    assert "Person 40" in second
    assert "That is everybody" in second
    assert browser.get("/people/?after=nonsense").status_code == 200


def test_the_list_asks_as_often_for_many_as_for_few(signed_in, ada):
    browser = signed_in(ada)
    few = queries_of(lambda: browser.get("/people/"))
    for number in range(10):
        Person.objects.join(name=f"Person {number}").can_be_asked_about(["Pumps", f"Topic {number}"])
    assert queries_of(lambda: browser.get("/people/")) == few


def test_owners_see_every_account_and_how_it_stands(signed_in, olga, ada, dora):
    Person.objects.join(name="Old Hand")
    browser = signed_in(olga)
    page = browser.get("/people/all/").content.decode()
    assert "ada@example.org" in page
    assert "account ended" in page
    assert "without an account" in page
    assert "Ada" not in browser.get("/people/all/?standing=ended").content.decode()
    assert "Old Hand" in browser.get("/people/all/?standing=unclaimed").content.decode()
    assert browser.get("/people/all/?standing=made-up").status_code == 200


def test_nobody_else_sees_the_accounts(signed_in, ada):
    assert signed_in(ada).get("/people/all/").status_code == 403


def test_the_accounts_ask_as_often_for_many_as_for_few(signed_in, olga):
    browser = signed_in(olga)
    browser.get("/people/all/")
    few = queries_of(lambda: browser.get("/people/all/"))
    for number in range(10):
        Person.objects.join(name=f"Person {number}")
    assert queries_of(lambda: browser.get("/people/all/")) == few


def test_hostile_words_get_a_page(signed_in, ada):
    for words in ("\x00", "'", '"', "\\", "x" * 5000, "\u202e", "a b c d e f g h i j k l", "😀"):
        assert signed_in(ada).get("/people/", {"words": words, "topic": words}).status_code == 200


def test_who_is_here_comes_first_and_who_was_brought_along_stands_apart(signed_in, ada):
    Person.objects.join(name="Aaron Brought")
    browser = signed_in(ada)
    page = browser.get("/people/").content.decode()
    assert "Ada Okafor" in page
    assert "Aaron Brought" not in page
    apart = browser.get("/people/?standing=unclaimed").content.decode()
    assert "Aaron Brought" in apart
    assert "Ada Okafor" not in apart.partition("<main")[2]
    assert "Aaron Brought" in browser.get("/people/?words=aaron").content.decode()


def test_nothing_is_said_of_imports_where_there_was_none(signed_in, ada):
    assert "Brought along" not in signed_in(ada).get("/people/").content.decode()


def test_one_jumps_to_a_letter_of_a_long_list_with_the_same_queries(signed_in, ada):
    browser = signed_in(ada)
    assert "jumps" not in browser.get("/people/").content.decode()
    names = [f"{letter}{number} Bender" for letter in "ÄBCDZ" for number in range(9)]
    Person.objects.join_all(
        [Person.objects.newcomer(name=name, email=f"p{at}@example.org") for at, name in enumerate(names)], is_history=True
    )
    browser.get("/people/")
    before = queries_of(lambda: browser.get("/people/"))
    page = browser.get("/people/").content.decode()
    assert [letter for letter in "ABCDZ" if f'href="/people/?from={letter.lower()}"' in page] == list("ABCDZ")
    jumped = browser.get("/people/?from=d").content.decode()
    assert "D0 Bender" in jumped
    assert "C8 Bender" not in jumped
    Person.objects.join_all([Person.objects.newcomer(name=f"Q{at}", email=f"q{at}@example.org") for at in range(10)], is_history=True)
    assert queries_of(lambda: browser.get("/people/")) == before
    for odd in ("%00", "%F0%9F%99%82", "zzzz", "-"):
        assert browser.get(f"/people/?from={odd}").status_code in (200, 400)
