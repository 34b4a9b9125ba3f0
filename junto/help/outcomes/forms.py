from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from junto.help.models import Outcome
from junto.kit.clock import now
from junto.posts.forms import Words

LATEST = timedelta(days=366)
MORNING = time(9)
TOMORROW, WEEK, DAY, NEVER = "tomorrow", "week", "day", "never"


class OutcomeForm(forms.Form):
    """Whether it worked, in a word, and in more words where somebody has them."""

    says = forms.ChoiceField(
        label=_("Did it work?"), choices=Outcome.Says, widget=forms.RadioSelect, error_messages={"required": _("Choose one of the three.")}
    )
    words = Words(
        label=_("What worked, or what is still missing"),
        required=False,
        help_text=_("Everybody who reads the question sees it. When it did not work, it stands under the question as a comment of yours."),
    )
    helped = forms.MultipleChoiceField(
        label=_("Which answers helped solve it"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, *args: Any, answers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["helped"].choices = [(str(number), words) for number, words in answers]
        self.fields["words"].widget.attrs |= {"rows": 4, "maxlength": Outcome.LONGEST}
        self.fields["words"].max_length = Outcome.LONGEST

    def clean_words(self) -> str:
        """As it is kept; what is too long is said, and nothing is cut."""
        words = str(self.cleaned_data["words"])
        if len(words) > Outcome.LONGEST:
            raise forms.ValidationError(_("This is too long: at most 2000 characters."), code="too_long")
        return words

    def chosen(self) -> set[int]:
        """The numbers of the answers that are ticked."""
        return {int(number) for number in self.cleaned_data["helped"]}


class WhenForm(forms.Form):
    """When to ask whether it worked."""

    when = forms.ChoiceField(
        label=_("Ask me"),
        choices=[
            (TOMORROW, _("tomorrow")),
            (WEEK, _("in a week")),
            (DAY, _("on the day below")),
            (NEVER, _("not at all")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when.")},
    )
    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """A day is needed only where it was chosen, and lies within a year."""
        given = super().clean() or self.cleaned_data
        if given.get("when") == DAY and "day" not in self.errors and not self._is_soon(given.get("day")):
            self.add_error("day", _("Choose a day after today, within a year."))
        return given

    def _is_soon(self, day: date | None) -> bool:
        return day is not None and timezone.localdate() < day <= timezone.localdate() + LATEST

    def at(self) -> datetime | None:
        """The moment, on a morning of the person's own; None for not at all."""
        zone = timezone.get_current_timezone()
        today = now().astimezone(zone).date()
        days = {TOMORROW: today + timedelta(days=1), WEEK: today + timedelta(days=7), DAY: self.cleaned_data["day"], NEVER: None}
        day = days[self.cleaned_data["when"]]
        return datetime.combine(day, MORNING, zone) if day else None
