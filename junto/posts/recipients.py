"""Whom links that people write lead to."""

from collections.abc import Sequence

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy.recipient import Recipient
from junto.posts.cards.linking import cards_are_on


class LinkedPages(Recipient):
    name = "linked_pages"
    who = _("Whoever runs a page that somebody links to")
    what = _("that this Junto asked for the page; never who linked to it, or who reads it")
    why = _("so that readers see what stands behind a link without going there")

    def places(self) -> Sequence[str]:
        return (_now("wherever links lead"),) if cards_are_on() else ()
