"""Whether a mail is from whom it says, as the mail server in front has found out (Authentication-Results, RFC 8601)."""

import re
from email.message import Message

from django.conf import settings

COMMENT = re.compile(r"\([^()]*\)")
DMARC = re.compile(r"\bdmarc\s*=\s*(\w+)(?P<more>[^;]*)", re.IGNORECASE)
OF_DOMAIN = re.compile(r"\bheader\.from\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
PASS, FAIL, UNKNOWN = "pass", "fail", ""


def verdict(message: Message, from_address: str) -> str:
    """PASS, FAIL or UNKNOWN. Only the server named in `MAIL_IN_AUTHSERV` is believed, and only the line it wrote last."""
    if not settings.MAIL_IN_AUTHSERV:
        return UNKNOWN
    for given in (message.get_all("Authentication-Results") or [])[:20]:
        said = COMMENT.sub(" ", " ".join(str(given)[:4000].split()))
        if said.partition(";")[0].split(" ")[0].lower() == settings.MAIL_IN_AUTHSERV:
            return _of(said, from_address.rpartition("@")[2])
    return UNKNOWN


def _of(said: str, domain: str) -> str:
    found = DMARC.search(said)
    if found is None:
        return UNKNOWN
    about = OF_DOMAIN.search(found["more"])
    if found[1].lower() == "fail":
        return FAIL
    is_about_it = about is not None and about[1].rpartition("@")[2].lower() == domain
    return PASS if found[1].lower() == "pass" and is_about_it else UNKNOWN
