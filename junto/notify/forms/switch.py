from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from junto.notify.defaults import choices
from junto.notify.forms.hearing import DAYS, begin_in
from junto.notify.hearing import Hearing
from junto.notify.means import Means, When
from junto.notify.models import Level, Preferences
from junto.notify.switch import Switch
from junto.people.models import Person

AS_IT_IS = ""


class SwitchForm(forms.Form):
    """Turns down one concern by one means, the thread or space it came from, or whoever did it."""

    when = forms.ChoiceField(label=_("Call me of such things"), widget=forms.RadioSelect)
    place = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    whom = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, switch: Switch, person: Person) -> None:
        super().__init__(data)
        self.switch, self.person = switch, person
        self.hearings = {"place": switch.place(person), "whom": switch.whom(person)}
        for name, hearing in self.hearings.items():
            self._offer_mute(name, hearing)
        self._offer_times(Means.named(switch.means))

    def save(self) -> None:
        """Has it so from now on."""
        given = self.cleaned_data
        for name, hearing in self.hearings.items():
            if hearing and given.get(name):
                _mute(hearing, given[name])
        if given.get("when"):
            self.switch.turn(self.person, When(given["when"]))

    def _offer_mute(self, name: str, hearing: Hearing | None) -> None:
        """What the person may no longer see is not named."""
        if hearing is None:
            del self.fields[name]
            return
        field: Any = self.fields[name]
        field.label = _("What I hear of “%(title)s”") % {"title": hearing.title}
        field.choices = [
            (AS_IT_IS, _as_it_is(hearing.row)),
            *([(Level.Kind.CONCERNS, _("again what concerns me"))] if hearing.row.is_muted else []),
            ("day", _("nothing until tomorrow")),
            ("week", _("nothing for a week")),
            (Level.Kind.MUTED, _("nothing any more")),
        ]
        self.initial[name] = AS_IT_IS

    def _offer_times(self, means: Means | None) -> None:
        if means is None:
            del self.fields["when"]
            return
        field: Any = self.fields["when"]
        field.label = _("%(concern)s: %(means)s") % {"concern": self.switch.concern.title, "means": means.title}
        field.choices = [(when.value, when.label) for when in choices(means.name, self.switch.concern)]
        self.initial["when"] = Preferences.objects.of(self.person).wish(means.name, self.switch.concern).value


def _as_it_is(row: Level) -> str:
    """The mute that holds now, in words."""
    if row.level == Level.Kind.MUTED:
        return gettext("as it is: nothing any more")
    return (
        gettext("as it is: nothing until %(day)s") % {"day": date_format(localtime(row.muted_until), "DATE_FORMAT")}
        if row.is_muted
        else gettext("as before")
    )


def _mute(hearing: Hearing, how: str) -> None:
    if how in DAYS:
        hearing.mute_until(begin_in(DAYS[how], hearing.person))
    else:
        hearing.choose(how)
