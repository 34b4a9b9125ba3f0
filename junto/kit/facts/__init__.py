"""What happened, said once: `Fact` is the base of every kind, `announce` writes one down."""

from junto.kit.facts.announce import announce, announce_all, verb
from junto.kit.facts.fact import Fact, Readers, read

__all__ = ["Fact", "Readers", "announce", "announce_all", "read", "verb"]
