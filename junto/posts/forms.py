"""What people fill in to write. A form that does not go through comes back with everything that was typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from junto.kit.text import LONGEST, TooLong, clean
from junto.kit.text.line import is_blank
from junto.posts.models import Thread, ThreadLink
from junto.topics.forms import nameless_topic


class Words(forms.CharField):
    """A text as it will be kept; one that is too long is answered with words, not cut."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The browser stops at the same length."""
        return {**super().widget_attrs(widget), "maxlength": str(LONGEST), "dir": "auto"}

    def to_python(self, value: Any) -> str:
        """The cleaned text; what is blank once invisible letters are gone is empty."""
        try:
            text = clean(super().to_python(value) or "")
        except TooLong as trouble:
            raise ValidationError(str(trouble), code="too_long") from None
        return "" if is_blank(text) else text


class Topics(forms.CharField):
    """A few topics, separated by commas."""

    MOST = 5

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Topics"), required=False, max_length=400, help_text=_("Up to five, with commas between them."), **kwargs)

    def to_python(self, value: Any) -> Any:
        """The names, each once."""
        given = [name.strip() for name in (super().to_python(value) or "").split(",")]
        names = list(dict.fromkeys(name for name in given if not is_blank(name)))
        if nameless := nameless_topic(names):
            raise ValidationError(nameless)
        if len(names) > self.MOST:
            raise ValidationError(_("Choose at most %(most)d topics: those that matter most.") % {"most": self.MOST})
        return names

    def prepare_value(self, value: Any) -> Any:
        """Names as they are typed."""
        return value if isinstance(value, str) or value is None else ", ".join(str(name) for name in value)


class PostForm(forms.Form):
    """An answer, a reply or a comment."""

    text = Words(error_messages={"required": _("Write something first.")})


class TitleField(forms.CharField):
    """A title: one line, however it is typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        said = {
            "required": _("Say in one sentence what it is about."),
            "max_length": _("A title has at most %(limit_value)d characters; the rest fits below."),
        }
        super().__init__(max_length=Thread.LONGEST_TITLE, widget=widget, error_messages=said, **kwargs)

    def to_python(self, value: Any) -> str:
        """On one line; what shows nothing is no title."""
        title = " ".join(clean((super().to_python(value) or "")[:2000]).split())
        return "" if is_blank(title) else title


class EditForm(PostForm):
    """A post as it should read. `version` says which text the person began with."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)


class EditOpeningForm(EditForm):
    """An opening is edited together with its title and topics."""

    title = TitleField(label=_("Title"))
    text = Words(required=False)
    topics = Topics()


class ClosureForm(forms.Form):
    """Why a thread takes no more posts."""

    because = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Everybody who reads the thread sees this."),
    )


class LinkForm(forms.Form):
    """Which other thread this one belongs with, by its address or number."""

    kind = forms.ChoiceField(label=_("How do they belong together?"), widget=forms.RadioSelect)
    other = forms.CharField(
        label=_("Address of the other thread"), max_length=500, help_text=_("Copy it from your browser's address line, or type its number.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "duplicate": _("It asks the same as the other, which is the better one to read"),
            "related": _("They are about related things"),
        }
        self.fields["kind"].choices = [(kind, words[kind]) for kind in ThreadLink.Kind.values]
