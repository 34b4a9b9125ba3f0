"""Writing to one person's own place in a chat."""

from collections.abc import Sequence

from cryptography.fernet import InvalidToken
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.links import url
from junto.interop.chat.message import ChatMessage
from junto.interop.chat.products import PRODUCTS
from junto.interop.models import ChatAddress
from junto.kit.work import visit
from junto.notify.means import Message, Unreachable

GONE = (401, 403, 404, 410)
"""The other side knows nobody there any more, or lets nobody write: to try again is no use."""


class NotTaken(Exception):
    """The other side did not take it this time."""


@visit
def send_code(person_id: int) -> None:
    """Brings a code, which the person reads there and enters here: so nobody has others written to."""
    for place in ChatAddress.objects.filter(person=person_id, confirmed_at=None):
        with translation.override(place.person.language or None):
            said = _("Your code for Junto: %(code)s. Enter it there within the hour. If you did not ask for it, forget it.")
            try_to_write(place, ChatMessage.short(said % {"code": place.new_code()}, "", "", url("chat:own")))


@visit
def send_test(person_id: int) -> None:
    """Brings a few words, to see whether they arrive."""
    for place in ChatAddress.objects.reaching().filter(person=person_id):
        with translation.override(place.person.language or None):
            try_to_write(place, ChatMessage.short(_("Junto reaches you here."), "", "", url("chat:own")))


def try_to_write(place: ChatAddress, message: ChatMessage) -> None:
    """One try; how it went stands on the page where it was set up."""
    try:
        write(place, message)
    except (Unreachable, NotTaken):
        return


def write(place: ChatAddress, message: ChatMessage, key: str = "") -> None:
    """Brings the message. Raises Unreachable where trying again is no use, and NotTaken otherwise."""
    from junto.interop.telling import tell  # here, for it brings TLS, which most starts do not need
    from junto.kit.fetch import NotFetched

    try:
        sent = PRODUCTS[place.form].parcel(message, place.to)
        answered = tell(sent.address, sent.body, sent.headers)
    except InvalidToken:
        raise _broken(place, _("The secret key of this Junto is another one now; enter the address again.")) from None
    except NotFetched as refused:
        raise _not_brought(place, str(refused), for_good=not refused.may_change) from refused
    if not answered.is_taken:
        said = _("The other side answered %(status)d.") % {"status": answered.status}
        raise _not_brought(place, said, for_good=answered.status in GONE)
    place.arrived(key)


def gathered(messages: Sequence[Message]) -> ChatMessage:
    """One message for what is told together: a single thing with its words, several as a list that leads to the inbox."""
    first = messages[0]
    if len(messages) == 1:
        return ChatMessage.short(first.says, "", first.plain, first.url, foot=first.because, switch=first.switch)
    head = ngettext("%(n)d thing for you", "%(n)d things for you", len(messages)) % {"n": len(messages)}
    return ChatMessage.short(head, "", " · ".join(message.says for message in messages), url("notify:inbox"), switch=first.switch)


def _broken(place: ChatAddress, said: str) -> Unreachable:
    place.did_not_arrive(said, for_good=True)
    return Unreachable(place.form)


def _not_brought(place: ChatAddress, said: str, *, for_good: bool) -> Exception:
    if for_good:
        return _broken(place, said)
    place.did_not_arrive(said, for_good=False)
    return NotTaken(place.form)
