"""Whom signing in and letters reach outside."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy.recipient import Recipient


class MailServer(Recipient):
    name = "mail"
    who = _("Whoever runs the mail server")
    what = _("the address, letters with links for signing in and invitations, and what concerns somebody")
    why = _("so that letters arrive")

    def places(self) -> Sequence[str]:
        carrier = settings.MAIL_PROVIDER.get("name") or settings.EMAIL_HOST
        return (carrier,) if carrier else ()


class SignInProvider(Recipient):
    name = "sign_in"
    who = _("Whoever runs the sign-in of the organisation")
    what = _("that somebody signs in here, and when")
    why = _("so that people sign in as they do elsewhere")

    def places(self) -> Sequence[str]:
        return tuple(urlsplit(provider["issuer"]).hostname or "" for provider in settings.SIGN_IN_PROVIDERS)
