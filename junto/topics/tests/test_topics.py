"""Topics: their pages, suggestions, and making two of them one."""

from junto.kit.models import FactRecord
from junto.posts.models import Thread
from junto.topics.models import Topic
from tests.queries import queries_of
from tests.village import person


def suggested(browser, words):
    return [topic["name"] for topic in browser.get("/topics/suggestions/", {"q": words}).json()["topics"]]


def merge(browser, slug, into):
    return browser.post(f"/topics/{slug}/merging/", {"into": into})


def test_a_topics_page_names_the_people_to_ask(signed_in, ada, ben):
    ben.can_be_asked_about(["Cold starts"])
    page = signed_in(ada).get("/topics/cold-starts/").content.decode()
    assert "Cold starts" in page
    assert ben.get_absolute_url() in page


def test_whoever_left_is_not_named(signed_in, ada, dora):
    dora.can_be_asked_about(["Cold starts"])
    assert signed_in(ada).get("/topics/cold-starts/").status_code == 404


def test_a_topic_nobody_uses_has_no_page(signed_in, ada):
    assert signed_in(ada).get("/topics/nothing/").status_code == 404


def test_what_a_hidden_space_talks_about_shows_to_its_members_only(signed_in, attic, ada, ben, olga):
    Thread.objects.open(attic, by=ada, title="Shall we?", source="About that.", topics=["Zeppelin takeover"])
    for stranger in (ben, olga):
        assert signed_in(stranger).get("/topics/zeppelin-takeover/").status_code == 404
        assert suggested(signed_in(stranger), "zep") == []
    assert signed_in(ada).get("/topics/zeppelin-takeover/").status_code == 200
    assert suggested(signed_in(ada), "zep") == ["Zeppelin takeover"]


def test_suggestions_begin_with_what_was_typed_and_lead_on_from_other_names(signed_in, ada, ben, olga):
    ben.can_be_asked_about(["Heat pump", "Heating", "Cooling"])
    ada.can_be_asked_about(["Wärmepumpe"])
    merge(signed_in(olga), "wärmepumpe", "heat PUMP")
    assert suggested(signed_in(ada), "Hea") == ["Heat pump", "Heating"]
    assert suggested(signed_in(ada), "wär") == ["Heat pump"]
    assert suggested(signed_in(ada), "") == suggested(signed_in(ada), "%") == []


def test_merging_moves_people_spaces_and_threads_and_leaves_a_name(signed_in, olga, ada, ben, repairs, question):
    ada.can_be_asked_about(["Pumps", "Pompen"])
    ben.can_be_asked_about(["Pompen"])
    question.topics.set(Topic.objects.called(["Pompen"]))
    assert merge(signed_in(olga), "pompen", "Pumps").url == "/topics/pumps/"
    assert [topic.name for topic in ada.ask_me_about.all()] == ["pumps"]
    assert [topic.name for topic in ben.ask_me_about.all()] == ["pumps"]
    assert [topic.name for topic in question.topics.all()] == ["pumps"]
    assert signed_in(ada).get("/topics/pompen/").url == "/topics/pumps/"
    assert "Pompen" in signed_in(ada).get("/topics/pumps/").content.decode()
    assert Topic.objects.called(["Pompen"])[0].name == "pumps"
    assert FactRecord.objects.get(kind="TopicMerged").by_id == olga.pk


def test_a_name_of_a_name_leads_to_the_topic(signed_in, olga, ada):
    ada.can_be_asked_about(["One", "Two", "Three"])
    merge(signed_in(olga), "one", "two")
    merge(signed_in(olga), "two", "three")
    assert {topic.name for topic in Topic.objects.called(["one", "two", "three"])} == {"Three"}


def test_merging_into_itself_or_into_nothing_changes_nothing(signed_in, olga, ada):
    ada.can_be_asked_about(["Pumps"])
    for into in ("pumps", "made up", "", "\x00"):
        assert merge(signed_in(olga), "pumps", into).status_code == 302
    assert not Topic.objects.exclude(alias_of=None).exists()
    assert ada.ask_me_about.count() == 1


def test_only_owners_merge(signed_in, ada, ben):
    ada.can_be_asked_about(["Pumps", "Pompen"])
    assert merge(signed_in(ben), "pompen", "pumps").status_code == 403
    assert "merging" not in signed_in(ben).get("/topics/pumps/").content.decode()


def test_the_page_asks_as_often_for_many_people_as_for_few(signed_in, ada):
    ada.can_be_asked_about(["Pumps"])
    browser = signed_in(ada)
    few = queries_of(lambda: browser.get("/topics/pumps/"))
    for number in range(10):
        person(f"P{number} Person").can_be_asked_about(["Pumps"])
    assert queries_of(lambda: browser.get("/topics/pumps/")) == few


def test_names_are_kept_without_what_cannot_be_seen(db):
    (topic,) = Topic.objects.called(["\u202e Cold\u200b  starts\x07 "])
    assert topic.name == "Cold starts"
    assert Topic.objects.called(["", "\u200b", "???", "\u3164"]) == []


def test_names_that_differ_by_a_sign_stay_apart(db):
    assert len(Topic.objects.called(["C", "C++", "C#"])) == 3


def test_the_page_gathers_answers_people_spaces_and_what_is_missing(signed_in, ada, ben, cleo, repairs, question, answer, discussion):
    answer.accept(by=ada)
    ben.can_be_asked_about(["pumps"])
    discussion.topics.set(Topic.objects.called(["pumps"]))
    waiting = Thread.objects.open(repairs, by=ada, title="Which pump is quiet?", source="…", topics=["pumps"])
    page = signed_in(cleo).get("/topics/pumps/").content.decode()
    parts = ["Answers", question.title, "Talked about", discussion.title, "Happy to be asked", ben.name]
    parts += ["Spaces about it", repairs.purpose, "What is missing", waiting.title]
    assert sorted(page.index(part, page.index("<main")) for part in parts) == [page.index(part, page.index("<main")) for part in parts]


def test_what_a_topic_has_not_yet_says_what_to_do(signed_in, ada, ben, repairs):
    page = signed_in(ben).get("/topics/pumps/").content.decode()
    assert "No question about it is solved yet" in page
    assert "Nobody has said yet that they like to be asked" in page
    assert "/ask/?topic=pumps" in page
    assert "What is missing" not in page
    assert 'value="pumps"' in signed_in(ben).get("/ask/?topic=pumps").content.decode()


def test_each_part_of_the_page_shows_only_what_its_reader_may_see(signed_in, attic, ada, ben):
    for kind, title in (("question", "Who waits up there?"), ("discussion", "Up there we talk")):
        Thread.objects.open(attic, by=ada, kind=kind, title=title, source="…", topics=["pumps"])
    solved = Thread.objects.open(attic, by=ada, title="Solved up there", source="…", topics=["pumps"])
    solved.reply(by=ada, source="Yes.").accept(by=ada)
    attic.change(by=ada, topics=["pumps"])
    ben.can_be_asked_about(["pumps"])
    page = signed_in(ben).get("/topics/pumps/").content.decode()
    assert [title for title in ("Who waits", "Up there", "Solved up", "Attic") if title in page] == []
    assert "Solved up there" in signed_in(ada).get("/topics/pumps/").content.decode()
