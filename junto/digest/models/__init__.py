from junto.digest.models.edition import Edition
from junto.digest.models.rhythm import Rhythm
from junto.digest.models.thing import Thing

__all__ = ["Edition", "Rhythm", "Thing"]
