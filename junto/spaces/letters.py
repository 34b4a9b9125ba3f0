"""The letter that carries an invitation."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from junto.design.letters import Letter, Press, Quiet, Words
from junto.kit.work import outreach
from junto.people.letters import post
from junto.spaces.models import Invitation


@outreach
def send_invitation(invitation: int, token: str) -> None:
    """Mails the link, unless the invitation is no longer good. Sent again after a crash, it is the same letter with the same link."""
    found = Invitation.objects.good().filter(pk=invitation).select_related("space", "by").first()
    if found is None:
        return
    language = found.by.language if found.by and found.by.language else settings.LANGUAGE_CODE
    with translation.override(language):
        post(found.email, letter(found, token))


def letter(invitation: Invitation, token: str) -> Letter:
    """The whole letter."""
    press = Press(_("See what it is about"), reverse("invitations:invitation", args=[token]))
    told = [Words(opening(invitation)), Words(until(invitation)), press]
    return Letter(subject(invitation), [*told, Quiet(_("You do not know why you get this? Then there is nothing to do."))])


def subject(invitation: Invitation) -> str:
    """What the letter is called."""
    if invitation.space is None:
        return _("An invitation to Junto")
    return _("An invitation to “%(space)s”") % {"space": invitation.space.name}


def opening(invitation: Invitation) -> str:
    """Who invites to what."""
    who = invitation.by.name if invitation.by else _("Somebody")
    if invitation.space is None:
        return _("%(who)s invites you to Junto, where people at work learn from each other.") % {"who": who}
    said = _("%(who)s invites you to “%(space)s” in Junto, where people at work learn from each other.")
    return said % {"who": who, "space": invitation.space.name} + f"\n\n{invitation.space.purpose}"


def until(invitation: Invitation) -> str:
    """How long the link is good."""
    last = invitation.expires_at.date().isoformat()
    return _("Open this link to come in. It is good until %(until)s (UTC):") % {"until": last}
