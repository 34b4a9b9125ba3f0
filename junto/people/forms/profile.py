from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from junto.kit.facts import verb
from junto.kit.text.line import one_line
from junto.people.languages import language_kept, language_name
from junto.people.models import Person
from junto.people.zones import time_zones
from junto.topics.forms import TopicsField

MOST_LANGUAGES = 12
LINES = {"pronouns": 40, "what_i_do": 200, "department": 120, "place": 120}


class LineField(forms.CharField):
    """One line of text, tidied before it is looked at: what cannot be seen does not count."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.longest = max_length

    def to_python(self, value: Any) -> str:
        """The line as it is kept; what is too long is left to the validator, so that nothing is cut unasked."""
        return one_line(value or "", self.longest + 1)


class ProfileForm(forms.Form):
    """What a person says of themselves."""

    name = LineField(label=_("Name"), max_length=120, error_messages={"required": _("People need a name to speak to you.")})
    pronouns = LineField(label=_("Pronouns"), max_length=40, required=False)
    what_i_do = LineField(label=_("What I do"), max_length=200, required=False)
    department = LineField(label=_("Department"), max_length=120, required=False)
    place = LineField(label=_("Place"), max_length=120, required=False)
    ask_me_about = TopicsField(
        label=_("Ask me about"),
        required=False,
        help_text=_("With commas between, as you would say it. People who look for it find you; take it out whenever you like."),
    )
    languages = LineField(label=_("Languages I speak"), max_length=300, required=False, help_text=_("With commas between."))
    time_zone = LineField(label=_("Time zone"), max_length=64, help_text=_("Type a city near you. Times on pages are told in this zone."))
    language = forms.ChoiceField(label=_("Language of the pages"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _known(person), **kwargs})
        self.person = person
        self.fields["time_zone"].widget.attrs["list"] = "time-zones"
        self.fields["language"].choices = [("", _("as my browser asks for")), *settings.LANGUAGES]

    def clean_time_zone(self) -> str:
        """A zone that is known here, however its name was capitalised."""
        wanted = self.cleaned_data["time_zone"].replace(" ", "_").casefold()
        found = next((zone for zone in time_zones() if wanted in (zone.casefold(), zone.rpartition("/")[2].casefold())), None)
        if found is None:
            raise forms.ValidationError(_("No time zone has this name. Choose one from the list, for example Europe/Lisbon."))
        return found

    def clean_languages(self) -> list[str]:
        """The languages, each once."""
        names = (one_line(name, 40) for name in self.cleaned_data["languages"].split(","))
        return list(dict.fromkeys(language_kept(name) for name in names if name))[:MOST_LANGUAGES]

    @verb
    def save(self) -> None:
        """Changes only what is different."""
        given = dict(self.cleaned_data)
        topics = given.pop("ask_me_about")
        changes = {field: value for field, value in given.items() if getattr(self.person, field) != value}
        if changes:
            self.person.change_profile(**changes)
        if "ask_me_about" in self.changed_data:
            self.person.can_be_asked_about(topics)


def _known(person: Person) -> dict[str, Any]:
    plain = {field: getattr(person, field) for field in ("name", *LINES, "time_zone", "language")}
    topics = ", ".join(person.ask_me_about.order_by("name", "id").values_list("name", flat=True))
    return {**plain, "languages": ", ".join(map(language_name, person.languages)), "ask_me_about": topics}
