"""Setting a webhook up, and changing it: each kind of tool asks for what it needs."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from junto.interop.chat.destination import Destination
from junto.interop.models import Webhook
from junto.interop.models.webhook import LONGEST_NAME
from junto.interop.webhooks.kinds import CHOSEN_AT_FIRST, KINDS, Kind
from junto.kit.text.line import one_line
from junto.spaces.models import Space

LONGEST_ADDRESS = 1000
ADDRESSES = {
    "junto": _("The address that takes webhooks."),
    "mattermost": _("The address of an incoming webhook: Integrations → Incoming Webhooks."),
    "slack": _("The address of an incoming webhook of your Slack app; it begins with https://hooks.slack.com/."),
    "teams": _("The address of a workflow “Post to a channel when a webhook request is received”."),
    "zulip": _("The address of your Zulip, for example https://chat.example.org"),
}


class OneLine(forms.CharField):
    """One line, tidied."""

    def to_python(self, value: Any) -> str:
        """What can be seen of it."""
        return one_line(value or "", LONGEST_ADDRESS)


class AddressField(OneLine):
    """An address something may be brought to."""

    widget = forms.URLInput

    def clean(self, value: Any) -> str:
        """The address; one that leads where nothing may be brought is answered with words."""
        address = super().clean(value)
        return _judged(address) if address else ""


class DestinationForm(forms.Form):
    """Where it leads. An address that was given before stands nowhere on the page: it is entered anew, or left as it is."""

    address = AddressField(label=_("Address"), max_length=LONGEST_ADDRESS)
    key = OneLine(label=_("Address and key of the bot"), max_length=200, help_text=_("As in junto-bot@chat.example.org:abcdef."))
    to = OneLine(label=_("Channel"), max_length=120)
    topic = OneLine(label=_("Topic"), max_length=60)

    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, *, form: str, is_new: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["address"].help_text = ADDRESSES[form] if is_new else gettext("Leave it empty to keep the one there is.")
        for name in ("address", "key", "to", "topic"):
            self.fields[name].required = is_new
        if form != "zulip":
            for name in ("key", "to", "topic"):
                del self.fields[name]

    @property
    def destination(self) -> Destination | None:
        """Where it leads from now on; None when that stays."""
        given = {name: self.cleaned_data.get(name, "") for name in ("address", "key", "to", "topic")}
        return Destination(**given) if given["address"] else None


class WebhookForm(DestinationForm):
    """Everything a host chooses."""

    name = OneLine(label=_("Name"), max_length=LONGEST_NAME, help_text=_("Members read it: “What is said here is also sent to …”."))
    kinds = forms.MultipleChoiceField(label=_("What it is told"), widget=forms.CheckboxSelectMultiple)
    language = forms.ChoiceField(label=_("Language of its messages"), choices=settings.LANGUAGES)
    leaves_closed_space = forms.BooleanField(
        label=_("What only members read here may go to this other tool"),
        help_text=_("Whoever reads there reads it then. Members see on the page of the space that it goes out."),
        error_messages={"required": _("Without this nothing is sent from a space that is not open to everybody.")},
    )

    field_order = ("name", "address", "key", "to", "topic", "kinds", "language", "leaves_closed_space")

    def __init__(self, data: QueryDict | None = None, *, space: Space, form: str, webhook: Webhook | None = None) -> None:
        super().__init__(data, form=form, is_new=webhook is None, initial=_initial(webhook, form))
        self.fields["kinds"].choices = [(kind.name, kind.title) for kind in offered(form)]
        if form == "junto":
            del self.fields["language"]
        if space.visibility == Space.Visibility.ALL:
            del self.fields["leaves_closed_space"]

    @property
    def chosen(self) -> dict[str, Any]:
        """The values of the webhook itself, beside where it leads."""
        return {name: value for name, value in self.cleaned_data.items() if name in ("name", "kinds", "language", "leaves_closed_space")}


def offered(form: str) -> list[Kind]:
    """The types this kind of tool can be told."""
    return [kind for kind in KINDS.values() if form == "junto" or kind.for_chats]


def _initial(webhook: Webhook | None, form: str) -> dict[str, Any]:
    if webhook is None:
        return {"name": Webhook.Form(form).label if form != "junto" else "", "kinds": CHOSEN_AT_FIRST, "language": get_language()}
    return {name: getattr(webhook, name) for name in ("name", "kinds", "language", "leaves_closed_space")}


def _judged(address: str) -> str:
    from junto.interop.telling import tool_at  # here, for it brings TLS, which most starts do not need
    from junto.kit.fetch import NotFetched

    try:
        return tool_at(address).address
    except NotFetched as refused:
        raise ValidationError(str(refused)) from None
