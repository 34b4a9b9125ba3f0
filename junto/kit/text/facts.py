"""What can happen to stored texts."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class TextsRedrawn(Fact, why=_("so that search finds texts by the words they show now"), readers=Readers.OWNERS, kept_days=30):
    """Stored texts of one model (`posts.post`) show other words, because they were drawn anew; nobody edited them."""

    model: str
    numbers: list[int]
