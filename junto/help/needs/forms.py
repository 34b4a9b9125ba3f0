"""What people fill in to say what they would like to learn, and to volunteer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.help.models import Need, NeedOffer
from junto.kit.text import clean
from junto.kit.text.line import is_blank, one_line
from junto.people.models import Person
from junto.posts.forms import TitleField, Topics
from junto.spaces.models import Space

MOST_SPACES = 100


class NeedWordsForm(forms.Form):
    """One sentence is enough."""

    title = TitleField(label=gettext_lazy("I’d like to learn"))
    text = forms.CharField(
        label=gettext_lazy("What for, and what you know already"),
        required=False,
        max_length=Need.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    topics = Topics()

    def clean_text(self) -> str:
        """As it is kept."""
        text = clean(self.cleaned_data["text"])
        return "" if is_blank(text) else text


class NeedForm(NeedWordsForm):
    """The words, and who sees them."""

    space = forms.ChoiceField(label=gettext_lazy("Who sees it"), required=False)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spaces = list(Space.objects.of(by).order_by("name", "pk")[:MOST_SPACES])
        mine = [(space.slug, _("Whoever may read %(space)s") % {"space": space.name}) for space in self.spaces]
        self.fields["space"].choices = [("", _("Everybody here")), *mine]

    @property
    def said(self) -> dict[str, Any]:
        """What `Need.objects.say` takes."""
        given = self.cleaned_data
        space = next((space for space in self.spaces if space.slug == given["space"]), None)
        return {"title": given["title"], "text": given["text"], "topics": given["topics"], "space": space}


class OfferForm(forms.Form):
    """How somebody can help."""

    kind = forms.ChoiceField(
        label=gettext_lazy("How can you help?"), choices=NeedOffer.Kind.choices, widget=forms.RadioSelect, initial="show"
    )
    words = forms.CharField(label=gettext_lazy("When, where, or which link"), required=False, max_length=NeedOffer.LONGEST)

    def clean_words(self) -> str:
        """On one line."""
        return one_line(self.cleaned_data["words"], NeedOffer.LONGEST)
