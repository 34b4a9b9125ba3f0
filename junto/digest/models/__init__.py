from junto.digest.models.edition import Edition
from junto.digest.models.rhythm import Rhythm
from junto.digest.models.thing import Kind, Thing, Why

__all__ = ["Edition", "Kind", "Rhythm", "Thing", "Why"]
