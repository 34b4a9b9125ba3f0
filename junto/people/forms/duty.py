from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.models import HouseRules, Person
from junto.people.models.house_rules import Duty
from junto.people.second_step import ways_of


class DutyForm(forms.Form):
    """Of whom a second step is asked."""

    of = forms.ChoiceField(label=_("Who needs a second step"), choices=Duty.choices, required=False, widget=forms.RadioSelect)
    at_once = forms.BooleanField(
        label=_("Ask now"),
        required=False,
        help_text=_("Whoever has none is signed out everywhere and sets one up when they sign in again. What they were writing is kept."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"of": HouseRules.duty()}, **kwargs})
        self.person = person

    def clean_of(self) -> Duty:
        """Who asks it of others has one, so that there is an owner who comes in whatever happens."""
        of = Duty(self.cleaned_data["of"])
        if of and not ways_of(self.person).second_step:
            raise forms.ValidationError(_("Set up a second step of your own first, under Signing in."))
        return of
