from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from junto.kit.notices import Concern
from junto.notify.defaults import choices
from junto.notify.means import Means
from junto.notify.models import Preferences

DAYS = [
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
]
HOUR = {"type": "time"}
LONGEST_AWAY = timedelta(days=731)


class PreferencesForm(forms.Form):
    """How somebody wants to be reached: for each concern by which means and when, and at which hours."""

    quiet_from = forms.TimeField(label=_("Quiet from"), widget=forms.TimeInput(attrs=HOUR, format="%H:%M"))
    quiet_to = forms.TimeField(
        label=_("Quiet until"),
        widget=forms.TimeInput(attrs=HOUR, format="%H:%M"),
        help_text=_("What comes in between waits until then. The same hour twice: never quiet."),
    )
    days = forms.MultipleChoiceField(
        label=_("My working days"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple, help_text=_("No day: every day.")
    )
    back_on = forms.DateField(
        label=_("Away, and back on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Until then nothing calls you. It all waits in your inbox."),
    )
    summary_at = forms.TimeField(label=_("The day’s summary comes at"), widget=forms.TimeInput(attrs=HOUR, format="%H:%M"))
    a_day = forms.IntegerField(
        label=_("Calls a day, at most"),
        min_value=0,
        max_value=Preferences.MOST_A_DAY,
        help_text=_("By each means. What does not fit waits for the day’s summary."),
    )

    def __init__(self, data: Any = None, *, preferences: Preferences, means: list[Means]) -> None:
        self.preferences, self.means = preferences, means
        super().__init__(data, initial=self._known())
        for each in means:
            for concern in Concern:
                self.fields[_cell(each, concern)] = forms.ChoiceField(
                    label=_("%(concern)s: %(means)s") % {"concern": concern.title, "means": each.title},
                    required=False,
                    choices=[(when.value, when.label) for when in choices(each.name, concern)],
                )

    def rows(self) -> Iterator[tuple[Concern, list[tuple[Means, BoundField]]]]:
        """For each concern its fields, one for each means."""
        for concern in Concern:
            yield concern, [(each, self[_cell(each, concern)]) for each in self.means]

    def clean_back_on(self) -> date | None:
        """A day still to come, and not so far that somebody mistyped the year; one that was chosen before may pass."""
        back: date | None = self.cleaned_data["back_on"]
        today = timezone.localdate()
        if back and back != self.preferences.back_on and not today < back <= today + LONGEST_AWAY:
            raise ValidationError(_("Name a day that is still to come, within two years."))
        return back

    def clean(self) -> dict[str, Any]:
        """A summary in quiet hours would come another day than one thinks."""
        given = super().clean() or {}
        if {"summary_at", "quiet_from", "quiet_to"} <= given.keys() and _is_quiet(given):
            self.add_error("summary_at", _("That is in your quiet hours. Choose an hour outside of them."))
        return given

    def save(self) -> None:
        """Keeps what was chosen. A means that came up after the page was opened stays as it was."""
        given = self.cleaned_data
        chosen = ((each.name, concern.value, given[_cell(each, concern)]) for each in self.means for concern in Concern)
        wishes = {**self.preferences.wishes}
        for means, concern, when in chosen:
            if when:
                wishes[means] = {**wishes.get(means, {}), concern: when}
        hours = {name: given[name] for name in ("quiet_from", "quiet_to", "back_on", "summary_at", "a_day")}
        self.preferences.choose(wishes=wishes, days="".join(sorted(given["days"])), **hours)

    def _known(self) -> dict[str, Any]:
        hours = {name: getattr(self.preferences, name) for name in ("quiet_from", "quiet_to", "back_on", "summary_at", "a_day")}
        return {**hours, "days": list(self.preferences.days), **dict(self._wishes())}

    def _wishes(self) -> Iterator[tuple[str, str]]:
        for each in self.means:
            for concern in Concern:
                yield _cell(each, concern), self.preferences.wish(each.name, concern).value


def _cell(means: Means, concern: Concern) -> str:
    return f"{means.name}-{concern.value}"


def _is_quiet(given: dict[str, Any]) -> bool:
    begin, end, at = given["quiet_from"], given["quiet_to"], given["summary_at"]
    return bool(begin <= at < end if begin <= end else at >= begin or at < end)
