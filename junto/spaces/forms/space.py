"""What a space is and who comes in: the same form to start one and to change it."""

from functools import partial
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from junto.people.forms.profile import LineField
from junto.spaces.models import Space
from junto.topics.forms import TopicsField

JOINING = {
    "open": _("Whoever wants to belong joins, without asking."),
    "request": _("People ask with a sentence; hosts let them in."),
    "invitation": _("Hosts invite; nobody else can ask to come in."),
}
VISIBILITY = {
    "all": _("Everybody with an account reads along and finds it by searching. Only members write."),
    "listed": _("Everybody finds its name and purpose. What is written there is for members."),
    "hidden": _("Nobody else finds it, not even its name. It is then joined by invitation, whatever you chose above."),
}


def explained(choices: Any, why: dict[str, Any]) -> list[tuple[str, SafeString]]:
    """Choices with a line below each that says what it means."""
    return [(value, format_html("{}<small>{}</small>", label, why[value])) for value, label in choices.choices]


class SpaceForm(forms.Form):
    """Name, purpose, kind, topics, the way in and the sight of a space."""

    name = LineField(label=_("Name"), max_length=120)
    purpose = LineField(label=_("What we are here for"), max_length=300, widget=forms.Textarea({"rows": 2}), help_text=_("One sentence."))
    kind = forms.ChoiceField(label=_("Kind"), choices=Space.Kind.choices, initial=Space.Kind.COMMUNITY)
    topics = TopicsField(label=_("Topics"), required=False, help_text=_("What it is about, with commas between."))
    joining = forms.ChoiceField(
        label=_("How people join"), choices=partial(explained, Space.Joining, JOINING), widget=forms.RadioSelect, initial="open"
    )
    visibility = forms.ChoiceField(
        label=_("Who sees it"), choices=partial(explained, Space.Visibility, VISIBILITY), widget=forms.RadioSelect, initial="all"
    )

    use_required_attribute = False


def as_initial(space: Space) -> dict[str, Any]:
    """What the form shows of a space that exists."""
    shown = {name: getattr(space, name) for name in ("name", "purpose", "kind", "joining", "visibility")}
    return {**shown, "topics": ", ".join(topic.name for topic in space.topics.all())}
