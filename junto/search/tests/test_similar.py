"""What is like some words: by meaning and by words, with what use taught, and only what one may see."""

from collections.abc import Callable
from typing import Any

import pytest

from junto.kit.meaning import chosen
from junto.people.models import Person
from junto.posts.models import Reuse, Thread
from junto.search import similar as order
from junto.search.among import Narrowed
from junto.search.index import Hit
from junto.search.meaning import placing
from junto.search.models import Document, KnownModel, Place
from junto.search.ranking import Sought
from junto.search.similar import Similar, similar, with_a_chance_for_the_new
from junto.search.tests.meant import Pretended
from junto.spaces.models import Space

Ask = Callable[..., Thread]


def threads(words: str, person: Person, **more: Any) -> list[int]:
    return [each.thread for each in similar(words, person=person, **more)]


@pytest.fixture
def pump(meaning: None, ask: Ask, work_done: Any) -> Thread:
    ask("Printer takes no paper")
    thread = ask("Pump loses pressure overnight")
    work_done()
    return thread


def test_other_words_for_the_same_find_it(pump: Thread, ada: Person) -> None:
    assert threads("compressor drips force dark", ada)[0] == pump.pk


def test_what_has_nothing_to_do_with_it_is_not_offered(pump: Thread, ada: Person) -> None:
    assert threads("who knows a good bakery", ada) == []
    assert threads("", ada) == threads("…", ada) == []


def test_without_a_model_words_find_it(ask: Ask, ada: Person, work_done: Any) -> None:
    thread = ask("Pump loses pressure overnight")
    work_done()
    assert threads("why does our pump lose its pressure", ada) == [thread.pk]
    assert threads("compressor drips force dark", ada) == []


def test_a_model_that_fails_leaves_the_words(pump: Thread, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from junto.kit.meaning.model import NoAnswer

    def away(*_: Any) -> Any:
        raise NoAnswer

    monkeypatch.setattr(Pretended, "of_question", away)
    assert threads("pump pressure", ada) == [pump.pk]


def test_a_hidden_space_leaves_no_trace(pump: Thread, ask: Ask, attic: Space, ada: Person, ben: Person, work_done: Any) -> None:
    before = similar("compressor drips force dark", person=ben)
    for number in range(3):
        ask(f"Pump loses pressure overnight {number}", space=attic, text="In confidence.")
    work_done()
    assert similar("compressor drips force dark", person=ben) == before
    assert len(threads("compressor drips force dark", ada)) == 4
    assert similar("compressor drips force dark", person=ben) == before


def test_many_that_one_may_not_see_do_not_hide_the_one_that_one_may(
    pump: Thread, ask: Ask, attic: Space, ben: Person, work_done: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("junto.search.meaning.view.FIRST_PORTION", 2)
    for number in range(12):
        ask(f"Compressor drips force dark {number}", space=attic, text="In confidence.")
    work_done()
    assert threads("compressor drips force dark", ben) == [pump.pk]


def test_what_was_deleted_is_out_at_once_and_what_was_changed_stands_elsewhere(pump: Thread, ada: Person, work_done: Any) -> None:
    opening = pump.posts.get(kind="opening")
    opening.edit(by=ada, source="Nothing more to say.", title="Copier without sheets", topics=[])
    work_done()
    assert pump.pk not in threads("compressor drips force dark", ada)
    assert pump.pk in threads("printer paper", ada)
    pump.delete_softly(by=ada)
    work_done()
    assert pump.pk not in threads("printer paper", ada)
    assert not Place.objects.filter(document__number=pump.pk, document__subject="thread").exists()


def test_filters_narrow_it_down(pump: Thread, ada: Person, ben: Person, work_done: Any) -> None:
    answered = Narrowed(states=("answered",))
    assert threads("compressor force", ada, among=answered) == []
    pump.reply(by=ben, source="Look at the valve.")
    work_done()
    assert threads("compressor force", ada, among=answered) == [pump.pk]


def test_what_solved_it_for_others_comes_first(meaning: None, ask: Ask, ada: Person, ben: Person, eve: Person, work_done: Any) -> None:
    useful, fresh = ask("Pump pressure once"), ask("Pump pressure again")
    answer = useful.reply(by=ben, source="Look at the valve.")
    work_done()
    assert threads("pump pressure", ada)[0] == fresh.pk
    Reuse.objects.say(answer, by=eve)
    work_done()
    assert threads("pump pressure", ada)[0] == useful.pk
    Reuse.objects.take_back(answer, by=eve)
    work_done()
    assert threads("pump pressure", ada)[0] == fresh.pk


def test_links_and_thanks_count_as_well(meaning: None, ask: Ask, ada: Person, ben: Person, work_done: Any) -> None:
    linked, again, other = ask("Pump pressure once"), ask("Holiday"), ask("Pump pressure again")
    again.link_to(linked, kind="duplicate", by=ada)
    work_done()
    assert threads("pump pressure", ada)[0] == linked.pk
    again.unlink_from(linked, by=ada)
    other.reply(by=ben, source="So.").help(ada)
    work_done()
    assert threads("pump pressure", ada)[0] == other.pk


def test_what_says_little_stands_behind_what_is_as_near_and_says_more(meaning: None, ask: Ask, ada: Person, work_done: Any) -> None:
    more, less = ask("Pump pressure", text="Compressor force."), ask("Pressure pump", text="Pump pressure.")
    work_done()
    first, second = similar("pump pressure", person=ada)
    assert (first.thread, second.thread) == (more.pk, less.pk)
    assert first.likeness == pytest.approx(second.likeness)


def test_words_alone_how_many_are_there_says_more_than_how_they_rank(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, short = Hit("thread:1", "thread", 1, score=1.0), Hit("thread:2", "thread", 2, score=3.0)
    monkeypatch.setattr(order, "_shared", lambda *_: ({whole.under: 0.8, short.under: 0.4}, {}))
    found = order._by_words(Sought(()), [short, whole], {hit.under: hit for hit in (whole, short)})
    assert max(found, key=lambda one: one.score).thread == 1


def test_words_alone_use_speaks_less_for_what_shares_little(ask: Ask, ada: Person, ben: Person, work_done: Any) -> None:
    much, little = ask("Pump loses pressure"), ask("Pump for the pond")
    for thread in (much, little):
        thread.reply(by=ben, source="So.").help(ada)
    work_done()
    taught = {one.thread: one.score - one.likeness for one in similar("pump loses pressure", person=ada)}
    assert taught[much.pk] > 1.1 * taught[little.pk] > 0


def test_what_never_helped_yet_gets_the_last_of_the_first_places() -> None:
    proven = [Similar(number, 1.0 - number / 100, 0.4, 0.6) for number in range(8)]
    fresh, poor = Similar(90, 0.5, 0.5, 0.0), Similar(91, 0.3, 0.3, 0.0)
    assert [one.thread for one in with_a_chance_for_the_new([*proven, fresh, poor], 5)][:6] == [0, 1, 2, 3, 90, 4]
    assert with_a_chance_for_the_new([*proven, poor], 5) == [*proven, poor]
    assert with_a_chance_for_the_new([fresh, *proven, poor], 5) == [fresh, *proven, poor]


def test_with_twenty_threads_it_is_of_use_already(meaning: None, ask: Ask, ada: Person, work_done: Any) -> None:
    for number in range(18):
        ask(f"Something else number {number}")
    leave = ask("Vacation for the summer")
    work_done()
    assert threads("how do I apply for leave", ada)[:1] == [leave.pk]


def test_only_the_worker_places_and_only_what_changed(pump: Thread, ada: Person, ben: Person, work_done: Any) -> None:
    placed = set(Place.objects.values_list("pk", flat=True))
    pump.reply(by=ben, source="Look at the valve.").accept(by=ada)
    work_done()
    assert set(Place.objects.values_list("pk", flat=True)) == placed
    assert not Document.objects.filter(is_placed=False).exists()


def test_a_changed_model_places_all_anew_while_the_old_one_serves(pump: Thread, ada: Person, settings: Any) -> None:
    settings.MEANING = "languages"
    placing.place_some(1)
    assert {row.name: row.serves for row in KnownModel.objects.all()} == {"minilm-l6-v2": True, "multilingual-e5-small-q4": False}
    assert threads("compressor drips force dark", ada)[0] == pump.pk
    while placing.place_some(1):
        pass
    assert [(row.name, row.serves) for row in KnownModel.objects.all()] == [("multilingual-e5-small-q4", True)]
    assert set(Place.objects.values_list("model", flat=True)) == {"multilingual-e5-small-q4"}
    assert threads("compressor drips force dark", ada)[0] == pump.pk


def test_placing_can_be_begun_anew_and_says_how_far_it_came(pump: Thread) -> None:
    before = set(Place.objects.values_list("pk", flat=True))
    assert sum(placing.place_anew()) == len(before) == 2
    assert not before & set(Place.objects.values_list("pk", flat=True))


def test_words_that_change_while_they_are_placed_are_placed_again(pump: Thread, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    Document.objects.filter(number=pump.pk, subject="thread").update(is_placed=False)
    placed = Pretended.of_texts

    def meanwhile(self: Pretended, texts: Any) -> Any:
        Document.objects.filter(number=pump.pk, subject="thread").update(digest=1)
        return placed(self, texts)

    monkeypatch.setattr(Pretended, "of_texts", meanwhile)
    placing.place_some(8)
    assert not Document.objects.get(number=pump.pk, subject="thread").is_placed


def test_what_another_process_placed_is_seen_here(pump: Thread, ask: Ask, ada: Person, work_done: Any) -> None:
    assert len(threads("compressor drips force dark", ada)) == 1
    chosen.model()
    later = ask("Compressor force")
    work_done()
    assert later.pk in threads("compressor drips force dark", ada)


def test_queries_do_not_grow_with_what_is_found(
    pump: Thread, ask: Ask, ada: Person, work_done: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        ask(f"Pump loses pressure overnight {number}")
    work_done()
    threads("compressor", ada)
    with django_assert_max_num_queries(12):
        assert len(threads("compressor drips force dark", ada)) == 10
