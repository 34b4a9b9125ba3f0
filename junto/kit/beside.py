"""Work in a thread beside, for as long as a block lasts."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any


@contextlib.contextmanager
def beside(
    work: Callable[..., object], *arguments: Any, name: str, grace: float, ring: Callable[[], object] | None = None
) -> Iterator[None]:
    """Runs `work(ended, *arguments)`, which goes on until `ended` is set and then has `grace` seconds; `ring` wakes it should it sleep."""
    ended = threading.Event()
    thread = threading.Thread(target=work, args=[ended, *arguments], name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        if ring:
            ring()
        thread.join(grace)
