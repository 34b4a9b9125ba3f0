"""How mail comes in here: whether the mailbox can be opened, and whether a process takes mail that is handed over, on whichever machine."""

import contextlib
import threading
from datetime import timedelta

from django.conf import settings

from junto.kit.beside import beside
from junto.operating.models import Neighbour
from junto.operating.presence import GRACE, at_the_database
from junto.operating.troubles import word_for

MAILBOX, TAKER = "mailbox", "mail taker"
EVERY = 30.0
LATE = timedelta(minutes=3)


def trouble_with_mailbox() -> str:
    """Opens it as the worker does, and takes nothing out; one of the words of SAID, empty when all is well."""
    import imaplib

    from imap_tools import ImapToolsError, MailboxFolderSelectError, MailboxLoginError  # here, for most houses have no mailbox

    from junto.mail.incoming.mailbox import opened

    try:
        with opened(**settings.MAIL_IN_IMAP):
            return ""
    except MailboxLoginError:
        return "sign-in"
    except MailboxFolderSelectError:
        return "folder"
    except OSError as error:
        return word_for(error)
    except (imaplib.IMAP4.error, ImapToolsError):
        return "strange"


def present_as_taker() -> contextlib.AbstractContextManager[None]:
    """Held while this process takes mail: it says so every half minute."""
    return beside(_say, name="mail-taker", grace=GRACE)


def _say(ended: threading.Event) -> None:
    while not ended.is_set():
        with at_the_database():
            Neighbour.keep(TAKER)
        ended.wait(EVERY)
    with at_the_database():
        Neighbour.objects.filter(name=TAKER).delete()
