"""What can be wrong with something outside, in a few words that hold nothing of what the other side said."""

import smtplib
import socket
import ssl

from django.utils.translation import gettext_lazy as _

SAID = {
    "address": _("The name of the machine is not known."),
    "refused": _("Nobody listens there."),
    "slow": _("It did not answer in time."),
    "certificate": _("Its certificate is not accepted."),
    "sign-in": _("It did not accept name and password."),
    "recipient": _("It did not take the address."),
    "space": _("The disk is full."),
    "permission": _("This account may not read or write there."),
    "strange": _("It answered something else than expected."),
    "other": _("It did not work; the log says more."),
}
KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (smtplib.SMTPAuthenticationError, "sign-in"),
    (smtplib.SMTPRecipientsRefused, "recipient"),
    (ssl.SSLError, "certificate"),
    (socket.gaierror, "address"),
    (ConnectionRefusedError, "refused"),
    (TimeoutError, "slow"),
    (PermissionError, "permission"),
)
NO_SPACE = 28


def trouble_of(error: BaseException) -> str:
    """The word for an error; errors that others wrapped are looked into."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno == NO_SPACE:
            return "space"
        for kind, word in KINDS:
            if isinstance(seen, kind):
                return word
        seen = seen.__cause__ or seen.__context__
    return "other"
