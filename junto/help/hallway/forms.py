"""What people fill in to note what helped them, and to say who may see it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.help.hallway import rules
from junto.help.models import Note
from junto.help.models.shared_note import Shape, Wish
from junto.kit.text import clean
from junto.kit.text.fold import folded
from junto.kit.text.line import is_blank, one_line
from junto.people.models import Person
from junto.posts.asking import OFFERED
from junto.posts.forms import TitleField, Topics
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

LAST_TOPICS = 3
LONGEST_MEASURED = 3600


class HelpedField(forms.CharField):
    """What helped: one line is enough."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "dir": "auto", "data-enter-sends": True})
        super().__init__(label=gettext_lazy("What helped"), max_length=Note.LONGEST_TEXT, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        """The cleaned text; what is blank once invisible letters are gone is empty."""
        text = clean((super().to_python(value) or "")[: 2 * Note.LONGEST_TEXT])
        return "" if is_blank(text) else text


class WordsForm(forms.Form):
    """The two lines of a note."""

    title = TitleField(label=gettext_lazy("What was asked"))
    text = HelpedField()


class NoteForm(WordsForm):
    """A note, with what one may say besides."""

    chips = forms.MultipleChoiceField(label=gettext_lazy("Your last topics"), required=False, widget=forms.CheckboxSelectMultiple)
    topics = Topics()
    who = forms.CharField(
        label=gettext_lazy("With whom"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Somebody with an account sees it before anybody else does. Any other name stays in your own notes."),
    )
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)
    space = forms.ChoiceField(label=gettext_lazy("Who sees it"), required=False)
    seconds = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["title"].widget.attrs["data-enter-sends"] = True
        self.fields["chips"].choices = [(topic.name, topic.name) for topic in last_topics(by)]
        self.fields["space"].choices = [
            ("", _("Only me")),
            *[(space.slug, _("Members of %(space)s") % {"space": space.name}) for space in self.spaces],
        ]

    @cached_property
    def spaces(self) -> Sequence[Space]:
        """The writer's own spaces, looked into last first."""
        rows = Membership.objects.filter(person=self.by).select_related("space").order_by("-looked_at", "-id")
        return [membership.space for membership in rows[:OFFERED]]

    def clean_seconds(self) -> int | None:
        """How long it took, as the browser measured it; nothing when that makes no sense."""
        given = self.cleaned_data["seconds"]
        return int(given) if given.isdecimal() and 0 < int(given) <= LONGEST_MEASURED else None

    def clean(self) -> dict[str, Any]:
        """Finds the partner and the space; what cannot be is said at its field."""
        given = super().clean() or {}
        given["partner"], given["named"] = self._whom(one_line(given.get("who", ""), 120), given.get("person"))
        given["wish"] = next((Wish(Shape.NOTE, space) for space in self.spaces if space.slug == given.get("space")), None)
        if given["wish"] and given["partner"] and not rules.may_take_part(given["wish"].space.membership_of(given["partner"])):
            self.add_error("space", ValidationError(not_there(given["partner"])))
        return given

    def _whom(self, name: str, number: int | None) -> tuple[Person | None, str]:
        """The person that was chosen, or whoever has this name or address; otherwise only a name, for one's own eyes."""
        people = Person.objects.here().with_account().exclude(pk=self.by.pk)
        if not name:
            return None, ""
        if number:
            chosen = people.filter(pk=number, name_key=folded(name)).first()
            if chosen:
                return chosen, ""
        found = list(people.filter(email__iexact=name)[:1] if "@" in name else people.filter(name_key=folded(name))[:2])
        if len(found) > 1:
            self.add_error("who", ValidationError(_("Several people are called that. Write the e-mail address instead.")))
        return (found[0], "") if found else (None, name)

    @property
    def said(self) -> dict[str, Any]:
        """What `Note.write` takes."""
        given = self.cleaned_data
        topics = list(dict.fromkeys([*given["chips"], *given["topics"]]))[: Topics.MOST]
        return {"title": given["title"], "text": given["text"], "topics": topics, "partner": given["partner"], "named": given["named"]}


class ShareForm(forms.Form):
    """Where a note goes, and as what."""

    shape = forms.ChoiceField(label=gettext_lazy("As what"), widget=forms.RadioSelect, initial=Shape.QUESTION)
    space = forms.ModelChoiceField(Space.objects.none(), label=gettext_lazy("Where"), to_field_name="slug", empty_label=None)

    def __init__(self, *args: Any, note: Note, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shape"].choices = [
            (Shape.QUESTION, _("A question and answer, found by everybody who may read the space")),
            (Shape.NOTE, _("A note on the page of the space")),
        ]
        self.fields["space"].queryset = spaces_for(note)


class AnswerForm(WordsForm):
    """What the partner makes of a note, and whether they want to be named."""

    answer = forms.ChoiceField(choices=[("named", "named"), ("unnamed", "unnamed")])


def spaces_for(note: Note) -> Any:
    """The spaces a note may be shared with: the writer's own, and where a partner is in it, only those of both."""
    mine = Space.objects.of(note.author)
    return (mine.filter(memberships__person=note.partner) if note.partner else mine).order_by("name", "pk")


def last_topics(person: Person) -> list[Topic]:
    """The topics of the person's last notes, the latest first."""
    rows = Note.topics.through.objects.filter(note__author=person, note__deleted_at=None).order_by("-note__at", "-pk")
    latest = rows.select_related("topic")[: LAST_TOPICS * 5]
    return list(dict.fromkeys(row.topic for row in latest))[:LAST_TOPICS]


def not_there(partner: Person) -> str:
    """Why a note cannot go into a space."""
    return _("%(name)s does not belong to this space. Choose one that you share, or keep the note to yourself.") % {"name": partner.name}
