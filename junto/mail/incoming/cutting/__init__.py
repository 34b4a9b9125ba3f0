"""What a person wrote in a mail, without what they quoted and without their signature. In doubt it stays: lost words help nobody."""

from junto.mail.incoming.cutting.cut import Cut, cut

__all__ = ["Cut", "cut"]
