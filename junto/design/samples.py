"""Invented people and words for the living page, so that every part can be looked at without a database."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.design.charts import chart
from junto.design.letters.samples import LetterSample
from junto.kit.clock import now


@dataclass(frozen=True)
class Somebody:
    """Enough of a person to be drawn."""

    name: str
    tone: int
    face: str = ""
    large_face: str = ""

    @property
    def initials(self) -> str:
        words = self.name.split()
        return words[0][0] + words[-1][0]

    def get_absolute_url(self) -> str:
        return "#people"


@dataclass(frozen=True)
class Hanging:
    """Enough of a file to be drawn."""

    name: str
    size: int
    key: str = ""
    kind: str = ""
    is_picture: bool = False
    trouble: str | Promise = ""
    at: str = "#files"


class SpaceForm(forms.Form):
    """A form that did not go through."""

    name = forms.CharField(label=_("Name of the space"), help_text=_("Short enough to say aloud."))
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    joining = forms.ChoiceField(
        label=_("Who may join"),
        widget=forms.RadioSelect,
        choices=[("open", _("Anybody at work")), ("request", _("By asking a host")), ("invitation", _("Whom a host invites"))],
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[("practice", _("Community of practice")), ("group", _("Study group"))])
    told = forms.BooleanField(label=_("Tell me about new questions"), required=False)
    text = forms.CharField(label=_("Your answer"), widget=forms.Textarea, required=False)


BERTIL, ROSA, LUCA, ADAEZE, YUSUF = (
    Somebody(name, tone)
    for tone, name in enumerate(("Bertil Lindqvist", "Rosa Quispe", "Luca Bianchi", "Adaeze Nwosu", "Yusuf Demir"), start=1)
)
HOURS = [7.2, 6.1, 8.4, 5.5, 5.9, 4.1, 4.8, 3.6, 4.4, 3.1, 2.9, 3.2]


DAMAGED = _("This picture cannot be read; it may be damaged or cut off. Take another copy of it.")
FILES = {
    "pictures": (),
    "others": (
        Hanging("mount-guide.pdf", 1_240_000, key="sample", kind="PDF"),
        Hanging("bearing.jpg", 2_400_000, is_picture=True, trouble=DAMAGED),
        Hanging("noise.wav", 800_000),
    ),
}


def everything() -> dict[str, Any]:
    """The context of the living page."""
    return {
        "people": {"rosa": ROSA, "bertil": BERTIL, "adaeze": ADAEZE, "yusuf": YUSUF, "luca": LUCA},
        "form": _form(),
        "times": _times(),
        "files": FILES,
        "weeks": chart([(str(week), hours) for week, hours in enumerate(HOURS, start=36)]),
        "tokens": TOKENS,
        "parts": PARTS,
        "letters": LetterSample.every(),
    }


def _form() -> SpaceForm:
    form = SpaceForm({"name": "Talking about noise", "link": "intranet/sb-118", "joining": "open", "kind": "group", "told": "on"})
    form.is_valid()
    return form


def _times() -> dict[str, datetime]:
    ages = {"now": 0, "minutes": 12, "hours": 150, "yesterday": 1500, "week": 60 * 24 * 4, "month": 60 * 24 * 40, "year": 60 * 24 * 400}
    return {name: now() - timedelta(minutes=minutes) for name, minutes in ages.items()}


TOKENS = (
    "surface",
    "surface-raised",
    "surface-sunk",
    "ink",
    "ink-quiet",
    "line",
    "line-control",
    "accent",
    "accent-strong",
    "accent-soft",
    "attention",
    "attention-soft",
    "marker",
)

PARTS = (
    ("colour", _("Colour")),
    ("type", _("Type and reading")),
    ("icon", _("Icon")),
    ("button", _("Button")),
    ("field", _("Field")),
    ("copy", _("Something to take along")),
    ("editor", _("Editor")),
    ("chip", _("Chip and state")),
    ("people", _("People")),
    ("picture", _("Picture")),
    ("files", _("Files with a text")),
    ("row", _("Row")),
    ("post", _("Post")),
    ("facts", _("Facts and sections")),
    ("date", _("Date")),
    ("notice", _("Notice and empty")),
    ("tabs", _("Tabs and pager")),
    ("menu", _("Menu, definition, why")),
    ("floating", _("Dialog, toast, command box")),
    ("progress", _("Progress")),
    ("chart", _("Figure and chart")),
    ("letter", _("Letters")),
)
