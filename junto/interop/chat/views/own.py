"""Where a person sets up that a chat reaches them."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.design.links import url
from junto.design.toasts import toast
from junto.interop.chat.products import PRODUCTS
from junto.interop.chat.reaching import send_code, send_test
from junto.interop.models import ChatAddress, ChatLink
from junto.interop.webhooks.forms import DestinationForm
from junto.interop.webhooks.possible import can_tell
from junto.kit.http import answers, method
from junto.kit.work import later
from junto.people.guarding import guarded, signed_in
from junto.people.proof import proved


class CodeForm(forms.Form):
    """The code that was read in the chat."""

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=12, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
    )


@answers("GET", "DELETE")
def own(request: HttpRequest) -> HttpResponse:
    """How it stands; DELETE ends it."""
    if method(request) == "DELETE":
        ChatAddress.objects.filter(person=request.user).delete()
        toast(request, _("You are not reached by chat any more."))
        return HttpResponseRedirect(url("chat:own"))
    return shown(request, CodeForm())


@answers("GET", "POST")
@guarded("chat-address", signed_in)
@proved
def new(request: HttpRequest, form: str) -> HttpResponse:
    """Takes the address, and has a code brought there."""
    if form not in PRODUCTS or not can_tell():
        raise Http404
    asked = personal(DestinationForm(request.POST if request.method == "POST" else None, form=form, is_new=True))
    if not (asked.is_bound and asked.is_valid()) or asked.destination is None:
        page = {"form": asked, "product": PRODUCTS[form]}
        return render(request, "interop/chat/new.html", page, status=422 if asked.is_bound else 200)
    ChatAddress.objects.set_up(request.user, form=form, to=asked.destination)
    later(send_code, person_id=request.user.pk)
    return HttpResponseRedirect(url("chat:own"))


@answers("POST")
@guarded("chat-code", signed_in)
def code(request: HttpRequest) -> HttpResponse:
    """The code was read: from now on the chat reaches them."""
    place = get_object_or_404(ChatAddress, person=request.user)
    form = CodeForm(request.POST)
    if form.is_valid() and place.confirm(form.cleaned_data["code"]):
        toast(request, _("From now on Junto reaches you there."))
        return HttpResponseRedirect(url("chat:own"))
    if form.is_valid():
        form.add_error("code", _("That is not the code, or it is older than an hour."))
    return shown(request, form, status=422)


@answers("POST")
@guarded("chat-address", signed_in)
def again(request: HttpRequest) -> HttpResponse:
    """Sends something once more: the code, or where that was read a few words."""
    place = get_object_or_404(ChatAddress, person=request.user)
    later(send_test if place.confirmed_at else send_code, person_id=request.user.pk)
    toast(request, _("On its way."))
    return HttpResponseRedirect(url("chat:own"))


def shown(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    """The page, with the code that did not fit in place of an empty field."""
    place = ChatAddress.objects.filter(person=request.user).first()
    links = ChatLink.objects.confirmed().filter(person=request.user).select_related("door__space").order_by("pk")
    page: dict[str, Any] = {"place": place, "form": form, "links": links, "products": PRODUCTS.values(), "can_tell": can_tell()}
    return render(request, "interop/chat/own.html", page, status=status)


def personal(form: DestinationForm) -> DestinationForm:
    """The same form for one person: no topic, and for Zulip their own address there."""
    if "to" in form.fields:
        form.fields["to"].label = _("Your address in Zulip")
        del form.fields["topic"]
    return form
