"""A word is found in the form in which it stands, in the language in which it was written."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Thread
from junto.search.tests.looking import look, titles
from junto.search.words import languages

PAIRS = [
    ("leaking pump", "Why do all our pumps leak in spring?"),
    ("Pumpe undicht", "Undichte Pumpen im Frühjahr: woran liegt das?"),
    ("Geräusch Lager", "Lager macht nachts ein lautes Geräusch"),
    ("Gerausche im Lager", "Das Lager macht seltsame Geräusche"),
    ("Geraeusche der Anlage", "Woher kommen die Geräusche der Anlage?"),
    ("Groesse der Dichtung", "Welche Größe hat die Dichtung?"),
    ("Ventile prüfen", "Wie prüft man ein Ventil, ohne es auszubauen?"),
    ("réparation du compresseur", "Comment réparer les compresseurs sans les démonter ?"),
    ("reparer compresseurs", "Le compresseur a été réparé deux fois déjà"),
    ("l’huile moteur", "Quelle huile pour les moteurs de la ligne deux ?"),
    ("eleve formation", "Les élèves en formation posent les mêmes questions"),
    ("cœur de pompe", "Le coeur de la pompe chauffe"),
    ("fuga de presión", "Fugas cuando sube la presion"),
    ("värmepump låter", "Varför låter värmepumpen på natten?"),
    ("насосы текут", "Почему насос течёт весной?"),
    ("压力", "水泵压力下降怎么办"),
    ("制冷剂泄漏", "昨天发现制冷剂泄漏，原因不明"),
    ("漏水 水泵", "水泵为什么漏水"),
    ("圧力センサー", "圧力センサーが反応しない"),
    ("ポンプ", "新しいポンプの交換手順"),
    ("펌프", "펌프에서 소음이 납니다"),
    ("ปั๊ม", "ปั๊มน้ำรั่วตอนกลางคืน"),
    ("पंप", "रात में पंप का दबाव गिरता है"),
    ("αντλία", "Η αντλία χάνει πίεση"),
]


@pytest.mark.parametrize(("words", "title"), PAIRS, ids=[words for words, _ in PAIRS])
def test_it_is_found_by_other_forms_of_its_words(
    words: str, title: str, ask: Callable[..., Thread], signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]
) -> None:
    ask(title, title)
    ask("What do we eat at the summer party?", "Somebody bring a salad.")
    work_done()
    assert titles(look(signed_in(eve), words))[:1] == [title]


def test_one_word_finds_texts_in_several_languages(
    ask: Callable[..., Thread], signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]
) -> None:
    ask("Sensoren liefern keine Werte", "Alle drei Sensoren sind seit gestern ohne Werte, und das ist nicht gut.")
    ask("The sensors went silent", "All three of them have been silent since yesterday, and that is not good.")
    work_done()
    assert len(titles(look(signed_in(eve), "sensor"))) == 2


def test_a_language_that_another_process_took_in_is_known_at_once(
    ask: Callable[..., Thread],
    signed_in: Callable[[Person], Client],
    eve: Person,
    work_done: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask("Undichte Pumpen im Frühjahr", "Sie verlieren seit gestern Wasser, und das ist nicht gut für die Anlage.")
    work_done()
    monkeypatch.setattr(languages, "_known", frozenset({languages.HOUSE}))
    assert titles(look(signed_in(eve), "Pumpe")) == ["Undichte Pumpen im Frühjahr"]


def test_small_words_alone_are_found_as_they_are(
    ask: Callable[..., Thread], signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]
) -> None:
    ask("To be or not to be", "Asked by the works council.")
    ask("Gaskets", "None left.")
    work_done()
    assert titles(look(signed_in(eve), "to be or not to be")) == ["To be or not to be"]


def test_small_words_beside_others_do_not_matter(
    ask: Callable[..., Thread], signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]
) -> None:
    ask("Gaskets for the cold store", "Which ones?")
    ask("What is it that we do when it is not there?", "It is what it is.")
    work_done()
    assert titles(look(signed_in(eve), "what is it with the gaskets")) == ["Gaskets for the cold store"]
