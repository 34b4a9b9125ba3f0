"""Somebody says that an account in a chat is theirs."""

from datetime import timedelta

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from junto.design.links import url
from junto.design.toasts import toast
from junto.interop.chat.asking.asking import LINKING
from junto.interop.models import ChatDoor, ChatLink
from junto.kit.http import answers
from junto.people.guarding import guarded, signed_in
from junto.people.proof import proved

LASTS = timedelta(minutes=15)


@never_cache
@answers("GET", "POST")
@guarded("chat-link", signed_in)
@proved
def link(request: HttpRequest, told: str) -> HttpResponse:
    """GET says which account; POST gives the code with which that account says the same. A link that was handed on leads nowhere then."""
    try:
        number, team, user, name = signing.loads(told, salt=LINKING, max_age=LASTS)
    except signing.BadSignature:
        raise Http404 from None
    door = get_object_or_404(ChatDoor.objects.answering().select_related("space"), pk=number)
    code = ChatLink.objects.begin(door, team, user, person=request.user) if request.method == "POST" else ""
    return render(request, "interop/chat/link.html", {"door": door, "name": name, "code": code, "told": told})


@answers("DELETE")
def linked(request: HttpRequest, number: int) -> HttpResponse:
    """The account is theirs no more."""
    get_object_or_404(ChatLink, person=request.user, pk=number).delete()
    toast(request, _("Nobody asks in your name from there any more."))
    return HttpResponseRedirect(url("chat:own"))
