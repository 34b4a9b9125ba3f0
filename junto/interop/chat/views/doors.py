"""Hosts let people ask in their space from a chat."""

from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.design.links import url
from junto.design.toasts import toast
from junto.interop.chat.message import full
from junto.interop.chat.products import PRODUCTS
from junto.interop.models import ChatDoor, Webhook
from junto.interop.webhooks.forms import OneLine
from junto.interop.webhooks.possible import can_tell
from junto.interop.webhooks.views.webhooks import telling
from junto.kit.http import answers, method
from junto.people.proof import proved
from junto.spaces.models import Space

SECRETS = {
    "slack": gettext_lazy("The signing secret of your Slack app: Basic Information → App Credentials."),
    "mattermost": gettext_lazy("The token Mattermost shows once the slash command is made."),
    "teams": gettext_lazy("The security token Teams shows once the outgoing webhook is made."),
    "zulip": gettext_lazy("The token of the outgoing webhook bot, from its zuliprc file."),
}


class DoorForm(forms.Form):
    """What a door needs to know. A secret that was given before is not shown."""

    secret = OneLine(label=gettext_lazy("Secret"), max_length=200)
    via = forms.ModelChoiceField(
        Webhook.objects.none(),
        label=gettext_lazy("Answers that come later go through"),
        required=False,
        empty_label=gettext_lazy("nothing: they wait in Junto"),
        help_text=gettext_lazy("A chat takes answers to a command for half an hour only."),
    )
    leaves_closed_space = forms.BooleanField(
        label=gettext_lazy("Answers may go to the channel where somebody asked"),
        required=False,
        help_text=gettext_lazy(
            "Only members read this space; whoever reads that channel reads the answer then. Without it nothing is brought back."
        ),
    )

    use_required_attribute = False

    def __init__(self, data: Any = None, *, door: ChatDoor, space: Space) -> None:
        super().__init__(data, initial={"via": door.via_id, "leaves_closed_space": door.leaves_closed_space})
        self.fields["secret"].required = not door.sealed_secret
        self.fields["secret"].help_text = _("Leave it empty to keep the one there is.") if door.sealed_secret else SECRETS[door.product]
        cast(forms.ModelChoiceField, self.fields["via"]).queryset = Webhook.objects.filter(space=space).exclude(form="junto").order_by("pk")
        if space.visibility == Space.Visibility.ALL:
            del self.fields["leaves_closed_space"]


@answers("GET", "POST")
def doors(request: HttpRequest, slug: str) -> HttpResponse:
    """From which chats people ask here; POST opens one more."""
    of = telling(request, slug)
    if request.method == "POST":
        product = request.POST.get("product", "")
        if product not in PRODUCTS or not can_tell():
            raise Http404
        made = ChatDoor.objects.open(of.space, by=of.person, product=product)
        return HttpResponseRedirect(url("chat:door_settings", slug, made.pk))
    rows = ChatDoor.objects.filter(space=of.space).order_by("pk")
    return render(
        request, "interop/chat/doors.html", {"space": of.space, "rows": rows, "products": PRODUCTS.values(), "can_tell": can_tell()}
    )


@answers("GET", "POST", "DELETE")
@proved
def settings(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The address to enter in the chat, and what Junto has to know of the chat; DELETE shuts it."""
    of = telling(request, slug)
    door = get_object_or_404(ChatDoor.objects.filter(space=of.space), pk=number)
    if method(request) == "DELETE":
        door.shut(by=of.person)
        toast(request, _("Nobody can ask from there any more."))
        return HttpResponseRedirect(url("chat:doors", slug))
    form = DoorForm(request.POST if request.method == "POST" else None, door=door, space=of.space)
    if form.is_bound and form.is_valid():
        door.change(**form.cleaned_data)
        toast(request, _("Changed."))
        return HttpResponseRedirect(url("chat:doors", slug))
    shown = {"space": of.space, "door": door, "form": form, "address": full(url("chat:door", door.token))}
    return render(request, "interop/chat/door.html", shown, status=422 if form.is_bound else 200)
