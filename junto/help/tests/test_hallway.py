"""What helped somebody in passing: noted in two lines, shared only when whoever helped said yes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from time_machine import travel

from junto.help.hallway.figures import how_long_it_takes, took
from junto.help.hallway.likeness import ENOUGH, likeness
from junto.help.models import FirstLook, Note, SharedNote
from junto.kit.clock import now
from junto.notify.models import InboxItem
from junto.people.blocking import block
from junto.posts.models import Post, Thread
from junto.topics.models import Topic
from tests.queries import queries_of
from tests.village import person

SAID = {"title": "How do I get the lid off the old pump?", "text": "Warm it with a hair dryer first."}


@pytest.fixture
def noted(signed_in, ada, repairs):
    """Ada notes something; the form takes what she says besides."""

    def note(**said):
        answer = signed_in(ada).post("/help/hallway/new/", {**SAID, **said})
        assert answer.status_code == 302, answer.content.decode()
        return Note.objects.latest("pk")

    return note


@pytest.fixture
def asked(noted, work_done):
    """Ada notes what Ben helped with, for Repairs, and Ben hears of it."""

    def ask(**said):
        note = noted(who="Ben Yılmaz", space="repairs", **said)
        work_done()
        return note.first_look

    return ask


def answers(signed_in, somebody, look, **said):
    return signed_in(somebody).post(f"/help/hallway/first-looks/{look.pk}/", {"title": look.title, "text": look.text, **said})


def test_two_lines_are_enough_and_only_their_writer_reads_them(noted, signed_in, ada, ben, olga):
    note = noted()
    assert SAID["title"] in signed_in(ada).get("/help/hallway/").content.decode()
    for other in (ben, olga):
        assert signed_in(other).get(f"/help/hallway/{note.pk}/").status_code == 404
        assert SAID["title"] not in signed_in(other).get("/help/hallway/").content.decode()


def test_what_is_missing_is_said_and_nothing_is_lost(signed_in, ada):
    answer = signed_in(ada).post("/help/hallway/new/", {"title": "", "text": SAID["text"], "who": "Somebody"})
    assert answer.status_code == 422
    assert SAID["text"] in answer.content.decode()
    assert 'value="Somebody"' in answer.content.decode()
    assert not Note.objects.exists()


def test_afterwards_one_is_back_where_one_was_and_can_take_it_back(noted, signed_in, ada):
    browser = signed_in(ada)
    assert browser.post("/help/hallway/new/", {**SAID, "next": "/people/"}).url == "/people/"
    elsewhere = {"title": "Quite another matter", "next": "https://evil.example/"}
    assert browser.post("/help/hallway/new/", SAID | elsewhere).url == "/help/hallway/"
    note = Note.objects.first()
    browser.post(f"/help/hallway/{note.pk}/deletion/")
    assert not Note.objects.visible_to(ada).filter(pk=note.pk).exists()
    browser.post(f"/help/hallway/{note.pk}/deletion/", {"_method": "DELETE"})
    assert Note.objects.visible_to(ada).filter(pk=note.pk).exists()


def test_the_last_three_topics_are_offered(noted, signed_in, ada):
    for minutes, name in enumerate(("heat", "pumps", "lids", "gaskets")):
        with travel(now() + timedelta(minutes=minutes)):
            noted(title=f"What about {name}?", topics=name)
    page = signed_in(ada).get("/help/hallway/new/").content.decode()
    assert [f'value="{name}"' in page for name in ("heat", "pumps", "lids", "gaskets")] == [False, True, True, True]
    assert {topic.name for topic in noted(chips="pumps", topics="lids, heat").topics.all()} == {"pumps", "lids", "heat"}


def test_without_a_partner_it_is_shared_at_once_with_those_who_may_read_the_space(noted, signed_in, ada, ben, eve, bench):
    noted(space="bench-notes")
    assert SAID["text"] in signed_in(ben).get(bench.get_absolute_url()).content.decode()
    assert signed_in(eve).get("/help/hallway/of/bench-notes/").status_code == 404


def test_somebody_without_an_account_is_named_to_nobody_else(noted, signed_in, ada, ben, repairs, work_done):
    noted(who="Old Henrik", space="repairs")
    work_done()
    assert "Old Henrik" in signed_in(ada).get("/help/hallway/?words=henrik").content.decode()
    for page in ("/spaces/repairs/", "/help/hallway/of/repairs/", "/search/?words=Henrik", "/search/finds/?words=Henrik+lid"):
        assert "Old Henrik" not in signed_in(ben).get(page).content.decode().replace("words=Henrik", "")


def test_the_partner_sees_it_first_and_may_mend_it_and_be_named(asked, signed_in, ada, ben, cleo, work_done):
    look = asked()
    assert "would like to share what you helped with" in signed_in(ben).get("/inbox/").content.decode()
    assert SAID["text"] not in signed_in(cleo).get("/spaces/repairs/").content.decode()
    answers(signed_in, ben, look, text="Warm it for two minutes.", answer="named")
    work_done()
    page = signed_in(cleo).get("/spaces/repairs/").content.decode()
    assert "Warm it for two minutes." in page
    assert "Ben Yılmaz helped" in page
    assert Note.objects.get().text == SAID["text"]
    assert "Ben Yılmaz said yes" in signed_in(ada).get("/inbox/").content.decode()
    assert "would like to share" not in signed_in(ben).get("/inbox/").content.decode()


def test_they_may_leave_their_name_out(asked, signed_in, ben, cleo):
    answers(signed_in, ben, asked(), answer="unnamed")
    page = signed_in(cleo).get("/help/hallway/of/repairs/").content.decode()
    assert SAID["text"] in page
    assert "Ben" not in page


def test_whoever_is_named_takes_it_back_and_so_may_the_host_but_nobody_else(asked, signed_in, ben, bob, cleo):
    answers(signed_in, ben, asked(), answer="named")
    to = f"/help/hallway/shared/{SharedNote.objects.get().pk}/"
    assert signed_in(bob).post(to, {"_method": "DELETE"}).status_code == 403
    assert signed_in(ben).post(to, {"_method": "DELETE"}).status_code == 302
    assert not SharedNote.objects.exists()
    assert Note.objects.exists()


@pytest.mark.parametrize("hours", [2, 49])
def test_a_no_and_silence_look_the_same_to_the_writer(asked, signed_in, ada, ben, work_done, hours):
    """Both while there is time and afterwards; in the end they are the same row."""
    looks = [asked(title=f"How do I get lid {name} off?") for name in ("one", "two")]
    signed_in(ben).post(f"/help/hallway/first-looks/{looks[0].pk}/", {"_method": "DELETE"})
    with travel(now() + timedelta(hours=hours)):
        FirstLook.objects.all().end_all()
        browser = signed_in(ada)
        pages = [browser.get(f"/help/hallway/{look.note_id}/").content.decode() for look in looks]
        assert ["until" in page.partition("Change it")[0] for page in pages] == [hours < 48] * 2
        assert ["stays with you" in page for page in pages] == [hours > 48] * 2
        assert {answer for (answer,) in FirstLook.objects.values_list("answer")} == ({"", "no"} if hours < 48 else {""})
        for look in looks:
            assert browser.post(f"/help/hallway/{look.note_id}/sharing/", {"shape": "question", "space": "repairs"}).status_code == 403
    assert not SharedNote.objects.exists()


def test_when_the_time_is_over_nobody_is_asked_any_more(asked, signed_in, ben):
    look = asked()
    with travel(now() + timedelta(hours=48, minutes=1)):
        FirstLook.objects.all().end_all()
        assert 'name="answer"' not in signed_in(ben).get(look.get_absolute_url()).content.decode()
        assert not InboxItem.objects.filter(person=ben).exists()


def test_a_no_can_be_taken_back_while_there_is_time(asked, signed_in, ben):
    look = asked()
    browser, to = signed_in(ben), f"/help/hallway/first-looks/{look.pk}/"
    browser.post(to, {"_method": "DELETE"})
    assert 'name="answer"' not in browser.get(to).content.decode()
    browser.post(to, {"_method": "PUT"})
    assert 'name="answer"' in browser.get(to).content.decode()


def test_the_partner_cannot_be_taken_out_to_go_round_them(asked, signed_in, ada, ben):
    look = asked()
    signed_in(ben).post(f"/help/hallway/first-looks/{look.pk}/", {"_method": "DELETE"})
    signed_in(ada).post(f"/help/hallway/{look.note_id}/", {**SAID, "who": ""})
    assert signed_in(ada).post(f"/help/hallway/{look.note_id}/sharing/", {"shape": "note", "space": "repairs"}).status_code == 403


def test_across_a_block_nobody_is_asked_and_the_writer_sees_no_difference(asked, signed_in, ada, ben, work_done):
    block(ben, ada)
    look = asked()
    assert signed_in(ben).get(look.get_absolute_url()).status_code == 404
    assert not InboxItem.objects.filter(person=ben).exists()
    assert "Ben Yılmaz sees it first" in signed_in(ada).get(look.note.get_absolute_url()).content.decode()


def test_what_somebody_helped_with_goes_only_where_both_belong(signed_in, ada, repairs, attic, ben):
    answer = signed_in(ada).post("/help/hallway/new/", {**SAID, "who": "Ben Yılmaz", "space": "attic"})
    assert answer.status_code == 422
    assert "does not belong to this space" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_question_and_answer_credits_the_partner_only_with_their_yes(noted, signed_in, ada, ben, cleo, work_done):
    for answer, author in (("named", ben), ("unnamed", ada)):
        note = noted(title=f"How do I get it off, {answer}?", who=ben.email, topics="pumps")
        signed_in(ada).post(f"/help/hallway/{note.pk}/sharing/", {"shape": "question", "space": "repairs"})
        assert not Thread.objects.filter(title=note.title).exists()
        answers(signed_in, ben, note.first_look, answer=answer)
        thread = Thread.objects.get(title=note.title)
        solved = thread.acceptances.get().post
        assert (thread.author, solved.author, solved.source) == (ada, author, SAID["text"])
        assert [topic.name for topic in thread.topics.all()] == ["pumps"]
    work_done()
    assert "How do I get it off, named?" in signed_in(cleo).get("/search/?words=hair+dryer").content.decode()


def test_what_was_shared_stays_when_its_writer_leaves_without_their_name(noted, signed_in, ada, ben, olga, repairs):
    noted(space="repairs")
    ada.deactivate(by=olga)
    page = signed_in(ben).get("/help/hallway/of/repairs/").content.decode()
    assert SAID["text"] in page
    assert "Ada Okafor" not in page


def test_a_yes_shares_nothing_where_the_writer_may_not_share_any_more(asked, signed_in, ada, ben, repairs):
    look = asked()
    repairs.membership_of(ada).end(by=ada)
    answers(signed_in, ben, look, answer="named")
    assert not SharedNote.objects.exists()


def test_another_case_goes_beneath_the_question_it_is_like(noted, signed_in, ada, question, work_done):
    work_done()
    note = noted(title="The pump loses pressure overnight?")
    page = signed_in(ada).get(note.get_absolute_url()).content.decode()
    assert "Add as another case" in page
    signed_in(ada).post(f"/help/hallway/{note.pk}/case/", {"thread": question.pk})
    assert Post.objects.get(thread=question, kind="answer").source == SAID["text"]


def test_another_case_of_a_note_of_ones_own(noted, signed_in, ada, ben):
    first, second = noted(), noted(title="How do I get the lid off the old blue pump?")
    assert signed_in(ada).post(f"/help/hallway/{second.pk}/case/", {"note": first.pk}).status_code == 302
    assert second.title in signed_in(ada).get(first.get_absolute_url()).content.decode().partition("Change it")[0]
    theirs = Note.objects.take(by=ben, **SAID, topics=[])
    assert signed_in(ada).post(f"/help/hallway/{second.pk}/case/", {"note": theirs.pk}).status_code == 404


def test_nobody_adds_a_case_where_they_may_not_write(noted, signed_in, ada, question, secret, cleo, roasting):
    elsewhere = Thread.objects.open(roasting, by=None, title="How dark?", source="…")
    note = noted()
    assert signed_in(ada).post(f"/help/hallway/{note.pk}/case/", {"thread": elsewhere.pk}).status_code == 403
    for nothing in ("", "7" * 30, "x", "999999"):
        assert signed_in(ada).post(f"/help/hallway/{note.pk}/case/", {"thread": nothing}).status_code == 404


def test_likeness_counts_rare_words_more_and_knows_endings():
    others = ["Pumps lose pressure over night", "How do I open the door?", "The pump", ""]
    close, far, part, nothing = likeness("The pump loses its pressure over night", others)
    assert close >= ENOUGH > part > 0
    assert far < 0.3
    assert nothing == 0
    assert likeness("🦓", ["🦓", "x"]) == [0, 0]


def test_one_is_told_of_likes_one_may_see_and_of_no_others(noted, signed_in, ada, ben, eve, secret, work_done):
    noted()
    work_done()
    ask = {"title": "How do I get the lid off this old pump?"}
    assert SAID["title"] in signed_in(ada).get("/help/hallway/like/", ask).content.decode()
    assert SAID["title"] not in signed_in(ben).get("/help/hallway/like/", ask).content.decode()
    hidden = {"title": secret.title}
    assert secret.title in signed_in(ada).get("/help/hallway/like/", hidden).content.decode()
    assert secret.title not in signed_in(eve).get("/help/hallway/like/", hidden).content.decode()


def test_sent_again_from_a_browsers_outbox_it_arrives_once(signed_in, ada):
    browser, mark = signed_in(ada), str(uuid4())
    first, again = (browser.post("/help/hallway/new/", SAID, HTTP_JUNTO_SENDING=mark).json() for _ in range(2))
    assert (first["before"], again["before"]) == (False, True)
    assert Note.objects.count() == 1
    assert browser.get(f"/outbox/?mark={mark}").json()["to"] == Note.objects.get().get_absolute_url()


def test_how_long_it_takes_is_said_for_five_people_and_to_owners_only(signed_in, olga, ada, repairs):
    people = [person(f"N{number} Person") for number in range(5)]
    for number, somebody in enumerate(people, 1):
        assert how_long_it_takes() is None
        signed_in(somebody).post("/help/hallway/new/", {**SAID, "seconds": str(number * 10)})
    assert (how_long_it_takes().median, how_long_it_takes().most) == (30, 46)
    assert took([20, 20]).most == 20
    assert "within 30 seconds" in signed_in(olga).get("/help/hallway/").content.decode()
    assert "within 30 seconds" not in signed_in(ada).get("/help/hallway/").content.decode()


@pytest.mark.parametrize("seconds", ["", "-4", "1e9", "99999999999", "½", "x"])
def test_a_measure_that_makes_no_sense_is_none(noted, seconds):
    assert noted(seconds=seconds).seconds is None


def test_hostile_words_are_only_words(noted, signed_in, ada, repairs):
    noted(title="<script>alert(1)</script>", text="</textarea><img src=x onerror=alert(1)>", who="<b>x</b>", space="repairs")
    for page in ("/help/hallway/", "/spaces/repairs/", Note.objects.get().get_absolute_url()):
        found = signed_in(ada).get(page).content.decode()
        assert "<script>alert" not in found
        assert "<img src=x" not in found


def test_merging_topics_keeps_every_note(noted, signed_in, olga, ada):
    noted(topics="pumps")
    noted(title="Another thing altogether", topics="pompen")
    signed_in(olga).post("/topics/pompen/merging/", {"into": "pumps"})
    ada.can_be_asked_about(["pompen"])
    signed_in(olga).post("/topics/pompen/merging/", {"into": "pumps"})
    assert Note.objects.count() == 2
    assert Topic.objects.get(slug="pumps").hallway_notes.count() == 2


def test_pages_ask_as_often_for_many_notes_as_for_few(noted, signed_in, ada, ben, repairs):
    def more(count):
        for number in range(count):
            note = Note.objects.take(by=ada, title=f"Matter {number} {count}", text="So.", topics=["pumps"], partner=ben)
            FirstLook.objects.create(note=note, person=ben, shape="note", space=repairs, title="x", text="y", until=now() + FirstLook.LASTS)
            SharedNote.objects.create(note=note, space=repairs, title=note.title, text="So.", partner=ben)

    more(2)

    def asked():
        theirs = [queries_of(lambda page=page: signed_in(ben).get(page)) for page in ("/help/hallway/of/repairs/", "/spaces/repairs/")]
        mine = [queries_of(lambda page=page: signed_in(ada).get(page)) for page in ("/help/hallway/", "/topics/pumps/")]
        return [queries_of(lambda: signed_in(ben).get("/help/hallway/")), *theirs, *mine]

    few = asked()
    more(10)
    assert asked() == few


def test_what_comes_through_the_share_sheet_may_be_what_helped(signed_in, ada):
    given = {"title": "A better valve", "text": "Seen at the fair."}
    assert 'formaction="/help/hallway/new/"' in signed_in(ada).post("/share/", given, HTTP_SEC_FETCH_SITE="none").content.decode()
    page = signed_in(ada).post("/help/hallway/new/", given | {"begin": "1"}).content.decode()
    assert all(words in page for words in given.values())
    assert not Note.objects.exists()


def test_the_command_box_leads_to_it_with_the_words(signed_in, ada):
    assert "/help/hallway/new/?words=lid%20of" in signed_in(ada).get("/command/?words=lid+of").content.decode()
    assert "lid of</textarea>" in signed_in(ada).get("/help/hallway/new/?words=lid+of").content.decode().replace("\n", "")


def test_please_dont_share_pressed_twice_or_late_is_answered_with_what_came_of_it(asked, signed_in, ben, ada, eve):
    look = asked()
    for _time in range(2):
        answer = answers(signed_in, ben, look, _method="DELETE")
        assert answer.status_code in (200, 302)
    assert "You said no. It is not shared" in answer.content.decode()
    assert "Think again" in signed_in(ben).get(look.get_absolute_url()).content.decode()
    with travel(now() + timedelta(hours=48, minutes=1)):
        late = answers(signed_in, ben, look, _method="DELETE")
        assert late.status_code == 200
        assert "It is not shared" in late.content.decode()
        assert "You said no" not in late.content.decode()
        assert look.title not in late.content.decode()
        assert [signed_in(somebody).get(look.get_absolute_url()).status_code for somebody in (ada, eve)] == [404, 404]


def test_a_yes_that_comes_too_late_shares_nothing_and_keeps_its_words(asked, signed_in, ben):
    look = asked()
    with travel(now() + timedelta(hours=48, minutes=1)):
        late = answers(signed_in, ben, look, text="Mended with much care.", answer="named")
    assert late.status_code == 409
    assert "Mended with much care." in late.content.decode()
    assert not SharedNote.objects.exists()


def test_after_a_yes_a_no_from_another_window_says_that_it_is_shared(asked, signed_in, ben):
    look = asked()
    answers(signed_in, ben, look, answer="unnamed")
    late = answers(signed_in, ben, look, _method="DELETE").content.decode()
    assert "You said yes to sharing it" in late
    assert SharedNote.objects.count() == 1


def test_whoever_was_never_asked_across_a_block_finds_nothing_there_afterwards(noted, signed_in, ada, ben):
    block(ben, ada)
    look = noted(who="Ben Yılmaz", space="repairs").first_look
    with travel(now() + timedelta(hours=49)):
        assert answers(signed_in, ben, look, _method="DELETE").status_code == 404
