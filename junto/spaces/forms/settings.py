"""The settings of a space: beside each choice stands whom it would affect."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from junto.spaces.forms.space import VISIBILITY, SpaceForm, as_initial, explained
from junto.spaces.models import Space
from junto.spaces.models.space import WIDER

OPENS = _("Everybody with an account can then read along, also what was written until now.")
SHOWS = _("Everybody with an account can then find its name and purpose. What is written stays for members.")
CLOSES = _("Whoever does not belong can no longer read it, from that moment. Members keep all they have.")
HIDES = _("For everybody who does not belong it is gone from that moment, its name too. It is then joined by invitation.")


class SettingsForm(SpaceForm):
    """The form of a space that exists."""

    def __init__(self, space: Space, data: QueryDict | None = None) -> None:
        super().__init__(data, initial=as_initial(space))
        sight = cast(forms.ChoiceField, self.fields["visibility"])
        sight.choices = explained(Space.Visibility, VISIBILITY | affected(space.visibility))


def affected(visibility: str) -> dict[str, Any]:
    """For every other visibility: who would see more or less than now."""
    wider = {"all": OPENS, "listed": SHOWS}
    narrower = {"listed": CLOSES, "hidden": HIDES}
    now = WIDER.index(visibility)
    said = {each: (wider if at > now else narrower).get(each) for at, each in enumerate(WIDER) if at != now}
    return {each: words for each, words in said.items() if words}
