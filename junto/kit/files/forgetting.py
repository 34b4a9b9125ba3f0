"""Bytes that go. That they go is committed with what decided it; then the worker takes them out, again when it was stopped in between."""

from junto.kit.files.store import store
from junto.kit.work import outreach


@outreach
def forget_folder(folder: str) -> None:
    """All sizes of a file, or all pieces of an upload."""
    store().clear(folder)


@outreach
def forget_thing(name: str) -> None:
    """One of them."""
    store().delete(name)
