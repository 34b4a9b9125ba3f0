"""The needs board: somebody says what they would like to learn, others want it too, somebody can help."""

import pytest

from junto.help.models import Need, NeedOffer
from junto.people.blocking import block
from tests.queries import queries_of
from tests.village import person

TITLE = "to set a clutch by ear"


@pytest.fixture
def said(signed_in, ada, repairs):
    """Ada says what she would like to learn."""

    def say(**more):
        answer = signed_in(ada).post("/help/needs/new/", {"title": TITLE, **more})
        assert answer.status_code == 302, answer.content.decode()
        return Need.objects.latest("pk")

    return say


def act(signed_in, somebody, need, what, **said):
    return signed_in(somebody).post(f"/help/needs/{need.pk}/{what}/", said)


def test_it_stands_on_the_board_for_everybody_here(said, signed_in, eve):
    said(topics="wiring")
    assert TITLE in signed_in(eve).get("/help/needs/").content.decode()
    assert TITLE in signed_in(eve).get("/topics/wiring/").content.decode()


def test_said_in_a_space_it_is_for_whoever_may_read_the_space(said, signed_in, attic, bench, ben, eve, cleo):
    hidden, listed = said(space="attic", topics="zeppelins"), said(title="to fold a letter", space="bench-notes")
    for stranger in (eve, ben):
        assert signed_in(stranger).get(hidden.get_absolute_url()).status_code == 404
        assert TITLE not in signed_in(stranger).get("/help/needs/").content.decode()
        assert signed_in(stranger).get("/topics/zeppelins/").status_code == 404
        assert TITLE not in signed_in(stranger).get("/help/needs/?space=attic").content.decode()
    assert signed_in(ben).get(listed.get_absolute_url()).status_code == 200
    assert TITLE in signed_in(cleo).get("/spaces/attic/").content.decode()


def test_said_twice_by_mistake_it_stands_there_once(said):
    assert said().pk == said().pk


def test_who_wants_it_too_hears_with_whoever_said_it_that_somebody_can_help(said, signed_in, ada, ben, cleo, eve, work_done):
    need = said()
    act(signed_in, ben, need, "joining")
    act(signed_in, cleo, need, "offers", kind="show", words="Tuesday at ten, at the bench")
    work_done()
    for somebody in (ada, ben):
        assert f"Cleo Marchetti can help with “{TITLE}”" in signed_in(somebody).get("/inbox/").content.decode()
    assert "can help with" not in signed_in(eve).get("/inbox/").content.decode()
    assert "Tuesday at ten" in signed_in(eve).get(need.get_absolute_url()).content.decode()


def test_the_board_names_people_and_counts_nobody(said, signed_in, ben, cleo, eve):
    need = said()
    for somebody in (ben, cleo):
        act(signed_in, somebody, need, "joining")
    page = signed_in(eve).get(need.get_absolute_url()).content.decode()
    assert "Ben Yılmaz" in page
    assert "2 people" not in page
    assert "2 people" not in signed_in(eve).get("/help/needs/").content.decode()


def test_the_newest_stands_first_however_many_want_another(said, signed_in, ada, ben, cleo):
    wanted, newest = said(), said(title="to say no kindly")
    for somebody in (ben, cleo):
        act(signed_in, somebody, wanted, "joining")
    page = signed_in(ada).get("/help/needs/").content.decode()
    assert page.index(newest.title) < page.index(wanted.title)


def test_across_a_block_nobody_is_told_who_can_help(said, signed_in, ada, ben, work_done):
    block(ada, ben)
    act(signed_in, ben, said(), "offers", kind="host")
    work_done()
    assert "can help with" not in signed_in(ada).get("/inbox/").content.decode()


def test_what_is_pressed_once_can_be_taken_back(said, signed_in, ben, work_done):
    need = said()
    act(signed_in, ben, need, "joining")
    act(signed_in, ben, need, "joining", _method="DELETE")
    assert not need.joins.exists()
    act(signed_in, ben, need, "offers", kind="point", words="The blue folder")
    offer = NeedOffer.objects.get()
    act(signed_in, ben, need, f"offers/{offer.pk}", _method="DELETE")
    assert not NeedOffer.objects.exists()


def test_nobody_takes_the_offer_of_another_back(said, signed_in, ada, ben):
    need = said()
    offer = need.offer(by=ben, kind="show", words="")
    assert act(signed_in, ada, need, f"offers/{offer.pk}", _method="DELETE").status_code == 403


def test_learned_it_stands_among_what_was_learned_and_can_come_back(said, signed_in, ada, eve):
    need = said()
    act(signed_in, ada, need, "end", how="fulfilled")
    assert TITLE not in signed_in(eve).get("/help/needs/").content.decode()
    assert TITLE in signed_in(eve).get("/help/needs/?show=learned").content.decode()
    assert act(signed_in, eve, need, "joining").status_code == 403
    act(signed_in, ada, need, "end", _method="DELETE")
    assert TITLE in signed_in(eve).get("/help/needs/").content.decode()


def test_taken_off_the_board_only_who_said_it_sees_it(said, signed_in, ada, eve):
    need = said()
    assert act(signed_in, eve, need, "end", how="withdrawn").status_code == 403
    act(signed_in, ada, need, "end", how="withdrawn")
    assert signed_in(eve).get(need.get_absolute_url()).status_code == 404
    assert TITLE not in signed_in(eve).get("/help/needs/?show=learned").content.decode()
    assert "Put it back on the board" in signed_in(ada).get(need.get_absolute_url()).content.decode()


def test_a_host_takes_one_off_the_board_of_the_space_and_may_undo_it(said, signed_in, cleo, ben):
    need = said(space="repairs")
    assert act(signed_in, ben, need, "end", how="withdrawn").status_code == 403
    assert act(signed_in, cleo, need, "end", how="withdrawn").status_code == 302
    assert act(signed_in, cleo, need, "end", _method="DELETE").status_code == 302
    assert need.__class__.objects.open().filter(pk=need.pk).exists()


def test_whoever_left_wants_nothing_any_more(said, signed_in, ada, olga, eve):
    need = said()
    ada.deactivate(by=olga)
    assert signed_in(eve).get(need.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "given", [{"title": ""}, {"title": "x" * 201}, {"title": "x", "space": "attic"}, {"title": "x", "text": "y" * 2001}]
)
def test_what_cannot_be_is_said_and_nothing_is_lost(signed_in, ben, attic, given):
    answer = signed_in(ben).post("/help/needs/new/", {"topics": "kept words", **given})
    assert answer.status_code == 422
    assert "kept words" in answer.content.decode()
    assert not Need.objects.exists()


def test_pages_ask_as_often_for_many_as_for_few(said, signed_in, ada, eve, repairs):
    need = said(space="repairs", topics="pumps")

    def more(count, name):
        for number in range(count):
            somebody = person(f"{name}{number} Person")
            other = Need.objects.say(by=somebody, title=f"Thing {name} {number}", text="", space=repairs, topics=["pumps"])
            other.offer(by=ada, kind="show", words="")
            need.join(somebody)
            need.offer(by=somebody, kind="show", words="")

    def asked():
        pages = ("/help/needs/", need.get_absolute_url(), "/spaces/repairs/", "/topics/pumps/")
        return [queries_of(lambda page=page: signed_in(eve).get(page)) for page in pages]

    more(2, "A")
    few = asked()
    more(8, "B")
    assert asked() == few


def reworded(signed_in, somebody, need, **said):
    return signed_in(somebody).post(f"/help/needs/{need.pk}/edit/", {"title": "to set a clutch by feel", "topics": "wiring", **said})


def test_whoever_said_it_says_it_otherwise_and_it_is_found_by_the_new_words(said, signed_in, ada, eve, work_done):
    need = said(topics="wiring")
    assert reworded(signed_in, ada, need, text="On the old lathe", topics="lathes").status_code == 302
    work_done()
    page = signed_in(eve).get(need.get_absolute_url()).content.decode()
    assert "by feel" in page
    assert "On the old lathe" in page
    assert "lathes" in page
    assert "edited" in page
    assert TITLE not in page
    assert "wiring" not in page
    assert "by feel" in signed_in(eve).get("/search/?words=clutch+feel").content.decode()


def test_who_put_their_name_under_it_hears_of_other_words_and_nobody_else(said, signed_in, ada, ben, cleo, dana, eve, work_done):
    need = said()
    for somebody in (ben, dana):
        need.join(somebody)
    need.offer(by=cleo, kind="show", words="")
    block(dana, ada)
    reworded(signed_in, ada, need)
    work_done()
    line = "says otherwise what they would like to learn: “to set a clutch by feel”"
    told = [somebody for somebody in (ada, ben, cleo, dana, eve) if line in signed_in(somebody).get("/inbox/").content.decode()]
    assert told == [ben, cleo]


def test_other_topics_or_the_same_words_call_nobody(said, signed_in, ada, ben, work_done):
    need = said(topics="wiring")
    need.join(ben)
    reworded(signed_in, ada, need, title=TITLE)
    need.refresh_from_db()
    assert need.edited_at is None
    reworded(signed_in, ada, need, title=TITLE, topics="wiring, lathes")
    work_done()
    assert "says otherwise" not in signed_in(ben).get("/inbox/").content.decode()
    assert [topic.name for topic in need.topics.order_by("name")] == ["lathes", "wiring"]


def test_only_whoever_said_it_changes_it_and_only_while_it_is_open(said, signed_in, ada, ben, cleo):
    need = said(space="repairs")
    assert reworded(signed_in, ben, need).status_code == reworded(signed_in, cleo, need).status_code == 403
    assert "/edit/" not in signed_in(ben).get(need.get_absolute_url()).content.decode()
    need.finish("fulfilled", by=ada)
    assert reworded(signed_in, ada, need).status_code == 403
    assert "/edit/" not in signed_in(ada).get(need.get_absolute_url()).content.decode()


def test_without_a_title_nothing_is_changed_and_nothing_is_lost(said, signed_in, ada):
    need = said()
    answer = reworded(signed_in, ada, need, title=" \u200b ", text="Much that was typed")
    assert answer.status_code == 422
    assert "Much that was typed" in answer.content.decode()
    need.refresh_from_db()
    assert need.title == TITLE
