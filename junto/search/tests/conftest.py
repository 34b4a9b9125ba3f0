from collections.abc import Callable

import pytest

from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Space


@pytest.fixture
def ask(repairs: Space, ada: Person) -> Callable[..., Thread]:
    """Opens a question of Ada's in Repairs."""

    def open_thread(title: str, text: str = "Nothing more to say.", space: Space = repairs, by: Person = ada, **more: object) -> Thread:
        return Thread.objects.open(space, by=by, title=title, source=text, **more)

    return open_thread
