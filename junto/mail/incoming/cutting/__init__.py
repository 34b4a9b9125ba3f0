"""What a person wrote in a mail, without what they quoted and without their signature. In doubt it stays: too much can be read, lost words cannot."""

from junto.mail.incoming.cutting.cut import Cut, cut

__all__ = ["Cut", "cut"]
