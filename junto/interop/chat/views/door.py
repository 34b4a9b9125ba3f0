"""The address a chat brings commands to."""

from collections.abc import Callable, Mapping

from cryptography.fernet import InvalidToken
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from junto.interop.chat.asking import mattermost, slack, teams, zulip
from junto.interop.chat.asking.asking import answer, is_new, too_many, understood
from junto.interop.chat.asking.heard import Heard, NotBelieved
from junto.interop.chat.asking.later_on import put_off
from junto.interop.chat.asking.reply import Reply, shaped
from junto.interop.models import ChatDoor
from junto.interop.webhooks.possible import can_tell

HEARS: dict[str, Callable[[bytes, Mapping[str, str], str], Heard]] = {
    "slack": slack.heard,
    "mattermost": mattermost.heard,
    "teams": teams.heard,
    "zulip": zulip.heard,
}


@csrf_exempt
@require_POST
def door(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever cannot show that they are the chat finds nothing here. The chat is answered at once; what takes longer, the worker does."""
    if not can_tell():
        raise Http404
    found = get_object_or_404(ChatDoor.objects.answering().select_related("space"), token=token)
    try:
        heard = HEARS[found.product](request.body, request.headers, found.secret)
        if not is_new(heard, found):
            return HttpResponse()
        if too_many(found, heard):
            return HttpResponse(status=429)
        with translation.override(found.language or None):
            return JsonResponse(shaped(_said(found, heard), found))
    except (NotBelieved, InvalidToken):
        raise Http404 from None


def _said(found: ChatDoor, heard: Heard) -> Reply:
    """The answer itself where the chat waits for nothing else, otherwise that it was heard."""
    command = understood(found, heard)
    if isinstance(command, Reply):
        return command
    if heard.answers_here or not command.reply_to or command.is_help:
        return answer(command)
    put_off(command)
    return Reply(_("One moment: looking whether this was answered before."))
