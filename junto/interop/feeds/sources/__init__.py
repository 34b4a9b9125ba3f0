"""All sources of feeds: whoever asks here has them all imported."""

from junto.interop.feeds.source import Source
from junto.interop.feeds.sources import conversations, inbox, search, thread

__all__ = ["conversations", "inbox", "search", "source_of", "thread"]


def source_of(subject: str) -> tuple[Source | None, str]:
    """The source of a feed, and what of it: `space:repairs` is `repairs` of spaces."""
    name, _, which = subject.partition(":")
    return Source.named(name), which
