"""What can be wrong with something outside, in a few words that hold nothing of what the other side said."""

import errno
import smtplib
import socket
import ssl

from django.utils.translation import gettext_lazy as _

from junto.kit.traces import causes

SAID = {
    "address": _("The name of the machine is not known."),
    "refused": _("Nobody listens there."),
    "slow": _("It did not answer in time."),
    "certificate": _("Its certificate is not accepted."),
    "sign-in": _("It did not accept name and password."),
    "folder": _("There is no such folder."),
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


def word_for(error: BaseException) -> str:
    """One of the words of SAID; errors that others wrapped are looked into."""
    return next(filter(None, map(_word, causes(error))), "other")


def _word(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "space"
    return next((word for kind, word in KINDS if isinstance(error, kind)), "")
