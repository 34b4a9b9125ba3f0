"""Mail that no person wrote: answers of absence, lists, receipts, reports, our own coming back. It is never answered."""

import re
from email.message import Message

from django.conf import settings

from junto.mail.addresses import is_ours
from junto.mail.incoming.decoding import header
from junto.mail.incoming.letter import Letter
from junto.mail.loops import MARK, mark

NAMES = re.compile(r"(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|listserv|majordomo)(?:[+=.-].*)?@", re.IGNORECASE)
AWAY = re.compile(
    r"(?:auto(?:matic(?:al)?|mated)?[ -]?(?:reply|response|antwort)|automatische antwort|abwesenheit|abwesend"
    r"|ich bin (?:nicht im|außer|im urlaub)"
    r"|out of (?:the )?office|réponse automatique|absence du bureau|absent du bureau|message d['’]absence|undeliver(?:able|ed)|unzustellbar"
    r"|delivery (?:status|failure)|mail delivery|returned mail|non remis|échec de (?:la )?remise|(?:read|gelesen|lu|not read)\s?:)",
    re.IGNORECASE,
)
LISTED = ("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List", "X-Mailing-List")
ANSWERED_BY_ITSELF = ("X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Vacation", "X-Auto-Reply")


def why_no_person(letter: Letter, sender: str) -> str:
    """The key of a reason when no person wrote this; empty otherwise."""
    message = letter.message
    if header(message, MARK) == mark() or is_ours(letter.from_address) or letter.from_address == _own_address():
        return "ours"
    if _is_report(message) or NAMES.match(letter.from_address) or NAMES.match(sender) or sender in ("", "<>"):
        return "report"
    if _answers_by_itself(message) or AWAY.match(letter.subject):
        return "automatic"
    if any(message.get(name) for name in LISTED) or _precedence(message) in ("list", "bulk", "junk"):
        return "list"
    return "calendar" if _is_calendar_answer(letter) else ""


def _answers_by_itself(message: Message) -> bool:
    said = header(message, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        said not in ("", "no")
        or any(message.get(name) for name in ANSWERED_BY_ITSELF)
        or _precedence(message) in ("auto_reply", "auto-reply")
    )


def _precedence(message: Message) -> str:
    return header(message, "Precedence").lower()


def _is_report(message: Message) -> bool:
    return message.get_content_type() in ("multipart/report", "message/delivery-status", "message/disposition-notification")


def _is_calendar_answer(letter: Letter) -> bool:
    """A calendar that tells that somebody comes or does not."""
    found = [part for part in letter.parts if part.get_content_type() == "text/calendar"]
    return any(str(part.get_param("method") or "").upper() in ("REPLY", "COUNTER", "CANCEL", "REFRESH") for part in found)


def _own_address() -> str:
    return str(settings.DEFAULT_FROM_EMAIL).rpartition("<")[2].strip("> ").lower()
