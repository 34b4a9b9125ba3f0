"""Where somebody may ask, and the form in which they do. Never loads all spaces, however many there are."""

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.design.links import url
from junto.kit.facts import verb
from junto.kit.text.line import one_line
from junto.people.models import Person
from junto.posts.attached.said import Said
from junto.posts.forms import TitleField, Topics, Words
from junto.posts.models import Thread
from junto.spaces import rules as spaces
from junto.spaces.models import Membership, Space

OFFERED = 12
SUGGESTED = 5


class Places:
    """The spaces offered to somebody who asks: those they belong to, looked into last first, and some they could join on the way."""

    def __init__(self, person: Person, chosen: str = "") -> None:
        self.person, self.chosen = person, one_line(chosen, 140)

    @cached_property
    def mine(self) -> list[Space]:
        """Up to OFFERED of the person's spaces."""
        rows = Membership.objects.filter(person=self.person).select_related("space").order_by("-looked_at", "-id")
        return [membership.space for membership in rows[: OFFERED + 1]]

    @property
    def there_are_more(self) -> bool:
        """Whether the person belongs to more spaces than are offered."""
        return len(self.mine) > OFFERED

    @cached_property
    def to_join(self) -> list[Space]:
        """Spaces open to everybody that the person would join by asking: the one they come from, or some lively ones."""
        rows = Space.objects.readable_by(self.person).filter(joining="open", visibility="all").exclude(memberships__person=self.person)
        if self.chosen:
            return list(rows.filter(slug=self.chosen))
        return list(rows.order_by("-last_activity_at", "-id")[:SUGGESTED]) if not self.mine else []

    def beginning(self, words: str) -> list[Space]:
        """A few of the person's own spaces whose names have a word that begins like this."""
        words = one_line(words, 60)
        begins = Q(name__istartswith=words) | Q(name__icontains=f" {words}")
        return list(Space.objects.of(self.person).filter(begins).order_by("name", "pk")[:OFFERED])

    def named(self, slug: str, name: str) -> Space | None:
        """The space that was chosen from the list, or typed by its name, among those where the person may ask."""
        mine = Space.objects.of(self.person)
        if name:
            return mine.filter(name__iexact=name).first()
        return mine.filter(slug=slug).first() or next((space for space in self.to_join if space.slug == slug), None)

    def mention_url(self, chosen: str | None) -> str:
        """Where the editor asks whom one may name; follows the space that is chosen, and the first one stands at the beginning."""
        slugs = [space.slug for space in (*self.mine, *self.to_join)]
        slug = chosen if chosen in slugs else next(iter(slugs), "")
        return url("posts:space_mentionable", slug) if slug else ""

    def choices(self) -> list[tuple[str, Any]]:
        """For the form: the person's own, then those they would join."""
        mine = [(space.slug, space.name) for space in self.mine[:OFFERED]]
        chosen = (
            []
            if self.chosen in dict(mine) or not self.chosen
            else [(s.slug, s.name) for s in Space.objects.of(self.person).filter(slug=self.chosen)]
        )
        join = [(space.slug, space.name) for space in self.to_join]
        return chosen + mine + ([(_("You join by asking there"), join)] if join else [])


class AskForm(forms.Form):
    """A question or a discussion on its way."""

    title = TitleField(label=gettext_lazy("Your question"), help_text=gettext_lazy("One sentence is enough to start."))
    text = Words(label=gettext_lazy("What have you tried, what do you see?"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), widget=forms.RadioSelect)
    space = forms.CharField(label=gettext_lazy("Where"), widget=forms.Select, required=False)
    elsewhere = forms.CharField(label=gettext_lazy("Another of your spaces"), required=False, max_length=120)
    topics = Topics()

    def __init__(self, *args: Any, places: Places, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        self.fields["kind"].choices = [("question", _("A question that has an answer")), ("discussion", _("A discussion with many sides"))]
        self.fields["space"].widget.choices = places.choices()
        self.fields["space"].required = not places.there_are_more
        if not places.there_are_more:
            del self.fields["elsewhere"]

    def clean(self) -> dict[str, Any]:
        """Finds the space; what cannot be found is said at its field."""
        given = super().clean() or {}
        given["place"] = self.places.named(given.get("space", ""), given.get("elsewhere", ""))
        if given["place"] is None:
            self.add_error("elsewhere" if given.get("elsewhere") else "space", ValidationError(_("Choose one of your spaces.")))
        return given

    @verb
    def open(self, *, by: Person, mark: str = "", files: Said | None = None) -> Thread:
        """The new thread. Whoever does not belong to the space yet joins it in the same step."""
        given = self.cleaned_data
        space: Space = given["place"]
        if spaces.may_join(space, space.membership_of(by)):
            space.add(by)
        said = {"title": given["title"], "source": given["text"], "kind": given["kind"], "topics": given["topics"]}
        return Thread.objects.open(space, by=by, mark=mark, files=files, **said)
