from collections.abc import Callable, Iterator
from typing import Any

import pytest

from junto.kit.meaning import chosen
from junto.people.models import Person
from junto.posts.models import Thread
from junto.search.meaning import near
from junto.search.tests.meant import Another, Pretended
from junto.spaces.models import Space


@pytest.fixture
def ask(repairs: Space, ada: Person) -> Callable[..., Thread]:
    """Opens a question of Ada's in Repairs."""

    def open_thread(title: str, text: str = "Nothing more to say.", space: Space = repairs, by: Person = ada, **more: object) -> Thread:
        return Thread.objects.open(space, by=by, title=title, source=text, **more)

    return open_thread


@pytest.fixture
def meaning(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[None]:
    """Finding by meaning, with a model that needs no time."""
    settings.MEANING = "english"
    monkeypatch.setitem(chosen.LOADERS, "english", Pretended)
    monkeypatch.setitem(chosen.LOADERS, "languages", Another)
    monkeypatch.setattr(chosen, "find_spec", lambda name: True)
    forget()
    yield
    forget()


def forget() -> None:
    """What this process remembers of places, whose numbers a test takes back."""
    chosen.forget()
    near._map.cache_clear()
    near._place_of.cache_clear()
    near._place_of_text.cache_clear()
