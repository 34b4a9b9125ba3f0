"""What somebody looks for among all spaces."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.models import Person
from junto.spaces.models import Space
from junto.spaces.models.space import SpaceRows

ACTIVITY = ("-last_activity_at", "-id")
NAME = ("name_key", "id")


class Finding(forms.Form):
    """Filters of the list of spaces. What cannot be read is passed over: a link may have been cut."""

    words = forms.CharField(label=_("Words in name or purpose"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Any kind")), *Space.Kind.choices])
    topic = forms.CharField(label=_("Topic"), required=False, max_length=60)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=[("", _("Last alive first")), ("name", _("By name"))])
    mine = forms.BooleanField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False

    @property
    def asked(self) -> dict[str, Any]:
        """The filters that are set, as they stand in the address."""
        self.is_valid()
        return {name: "1" if value is True else value for name, value in self.cleaned_data.items() if value}

    @property
    def is_narrowed(self) -> bool:
        """Whether more is asked than an order."""
        return bool(self.asked.keys() - {"order"})

    @property
    def order_of_rows(self) -> tuple[str, ...]:
        """The fields by which the list is ordered."""
        return NAME if self.asked.get("order") else ACTIVITY

    def found_by(self, person: Person) -> SpaceRows:
        """What is looked for, among the spaces the person may see; when nothing is, the spaces of others."""
        asked = self.asked
        spaces = Space.objects.of(person) if "mine" in asked else Space.objects.visible_to(person)
        if not self.is_narrowed:
            return spaces.exclude(pk__in=person.memberships.values("space"))
        if "kind" in asked:
            spaces = spaces.filter(kind=asked["kind"])
        if "topic" in asked:
            spaces = spaces.about(asked["topic"])
        return spaces.with_words(asked.get("words", ""))
