"""What can be put into the queue: plain functions marked with `@listener` or `@outreach`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LISTENERS: dict[str, "Listener"] = {}


@dataclass(frozen=True)
class Listener:
    """A function the worker calls, with a fact or with the arguments given to `later`.

    `reaches_outside` says that it touches more than the database: it runs under a lease and may happen again after a crash.
    `hears_history` says that it also follows facts which happened long ago and are brought in only now (imports): nobody is told of those.
    They come by the thousand, so it takes a list of facts: what it asks and writes for one, it can ask and write for many at once.
    """

    name: str
    function: Callable[..., Any]
    reaches_outside: bool = False
    hears_history: bool = False
    meets_strangers: bool = False
    """Whether it waits for a machine that anybody may have named: such work has a thread of its own."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


def listener(function: Callable[..., Any]) -> Listener:
    """Marks a function that only touches the database: its effect happens exactly once."""
    return _kept(Listener(_name(function), function))


def listener_of_history(function: Callable[..., Any]) -> Listener:
    """Marks a listener that follows what an import brings in as well, such as the search index. It is called with a list of facts."""
    return _kept(Listener(_name(function), function, hears_history=True))


def outreach(function: Callable[..., Any]) -> Listener:
    """Marks a function that reaches outside: it happens at least once, and must send with a key so that twice does no harm."""
    return _kept(Listener(_name(function), function, reaches_outside=True))


def visit(function: Callable[..., Any]) -> Listener:
    """Marks an outreach to a machine that anybody may have named. It may be slow on purpose, so nobody in the house waits behind it."""
    return _kept(Listener(_name(function), function, reaches_outside=True, meets_strangers=True))


def visiting_names() -> list[str]:
    """The names of all listeners that meet strangers."""
    return [name for name, known in LISTENERS.items() if known.meets_strangers]


def outside_names() -> list[str]:
    """The names of all listeners that reach outside."""
    return [name for name, known in LISTENERS.items() if known.reaches_outside]


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__.removeprefix('junto.')}.{function.__name__}"


def _kept(marked: Listener) -> Listener:
    LISTENERS[marked.name] = marked
    return marked
