"""What happened, said once: `Fact` is the base of every kind, `announce` writes one down."""

from junto.kit.facts.announce import announce, verb
from junto.kit.facts.fact import Fact, Readers, read

__all__ = ["Fact", "Readers", "announce", "read", "verb"]
