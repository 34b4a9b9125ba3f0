"""Whom one may name, who is suggested, and how the text will look."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.kit.models import FactRecord
from junto.kit.text import LONGEST
from junto.people.models import Block, Person
from junto.posts.models import Post, Thread
from junto.posts.views.suggesting import PREVIEWS
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]


def names(client: Client, path: str) -> list[str]:
    return [person["name"] for person in client.get(path).json()["people"]]


def test_people_are_suggested_by_the_beginning_of_any_word_of_their_name(
    question: Thread, ben: Person, dana: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ben)
    assert names(client, f"/threads/{question.pk}/mentionable/?words=oka") == ["Ada Okafor"]
    assert names(client, f"/threads/{question.pk}/mentionable/?words=DA") == ["Dana Roth"]
    assert names(client, f"/threads/{question.pk}/mentionable/?words=ana") == []


def test_who_takes_part_comes_first_and_oneself_never(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    found = names(signed_in(ada), f"/threads/{question.pk}/mentionable/?words=")
    assert found[0] == "Ben Yılmaz"
    assert "Ada Okafor" not in found


def test_only_who_may_read_it_is_suggested(secret: Thread, bench: Space, ada: Person, dana: Person, signed_in: SignedIn) -> None:
    assert names(signed_in(ada), f"/threads/{secret.pk}/mentionable/?words=") == ["Cleo Marchetti"]
    assert names(signed_in(ada), "/spaces/bench-notes/mentionable/?words=") == ["Ben Yılmaz", "Cleo Marchetti"]


def test_nobody_is_suggested_across_a_block_or_after_leaving(
    question: Thread, ada: Person, bob: Person, dora: Person, signed_in: SignedIn
) -> None:
    assert names(signed_in(ada), f"/threads/{question.pk}/mentionable/?words=bob") == []
    assert names(signed_in(bob), f"/threads/{question.pk}/mentionable/?words=ada") == []
    assert names(signed_in(ada), f"/threads/{question.pk}/mentionable/?words=dora") == []


def test_never_more_than_eight(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    for number in range(12):
        Person.objects.join(name=f"Zoe {number}", email=f"zoe{number}@example.org")
    assert len(names(signed_in(ada), f"/threads/{question.pk}/mentionable/?words=zoe")) == 8


def test_what_is_suggested_names_the_person_when_it_is_written(question: Thread, ben: Person, ada: Person, signed_in: SignedIn) -> None:
    odd = Person.objects.join(name="Odd [Name] \\ Here", email="odd@example.org")
    insert = signed_in(ben).get(f"/threads/{question.pk}/mentionable/?words=odd").json()["people"][0]["insert"]
    post = question.reply(by=ben, source=f"Ask {insert} about it.")
    assert [mention.person for mention in post.mentions.all()] == [odd]
    assert f'href="/people/{odd.pk}/"' in post.html


def test_a_hand_written_number_does_not_name_who_may_not_read_it(secret: Thread, ada: Person, ben: Person) -> None:
    post = secret.reply(by=ada, source=f"As @[Ben](person:{ben.pk}) said.")
    assert not post.mentions.exists()
    assert "/people/" not in post.html
    assert not FactRecord.objects.filter(kind="PersonMentioned").exists()


def test_who_was_named_before_is_not_told_again_by_an_edit(question: Thread, ben: Person, ada: Person, cleo: Person) -> None:
    post = question.reply(by=ben, source=f"@[Ada](person:{ada.pk}) knows.")
    post.edit(by=ben, source=f"@[Ada](person:{ada.pk}) and @[Cleo](person:{cleo.pk}) know.")
    told = FactRecord.objects.filter(kind="PersonMentioned").order_by("id").values_list("data__person_id", flat=True)
    assert list(told) == [ada.pk, cleo.pk]


def test_a_block_set_later_takes_effect_at_once(question: Thread, ada: Person, ben: Person) -> None:
    Block.objects.create(person=ben, blocked=ada)
    assert not question.reply(by=ada, source=f"@[Ben](person:{ben.pk}), please.").mentions.exists()


def test_a_preview_is_safe_html(ada: Person, ben: Person, signed_in: SignedIn) -> None:
    html = signed_in(ada).post("/preview/", {"text": f"**Loud** <script>alert(1)</script> @[Ben](person:{ben.pk})"}).content.decode()
    assert "<strong>Loud</strong>" in html
    assert "<script" not in html
    assert "Ben Yılmaz" in html


def test_previews_are_bounded_in_size_and_number(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    assert client.post("/preview/", {"text": "x" * (LONGEST + 1)}).status_code == 413
    answers = {client.post("/preview/", {"text": "x"}).status_code for _ in range(PREVIEWS + 1)}
    assert answers == {200, 429}


@pytest.mark.parametrize("words", ["%", "_", "'; --", "x\x00y", "é" * 500, "@[x](person:1)"])
def test_odd_words_find_nobody_and_break_nothing(question: Thread, ben: Person, signed_in: SignedIn, words: str) -> None:
    assert signed_in(ben).get(f"/threads/{question.pk}/mentionable/", {"words": words}).json() == {"people": []}
