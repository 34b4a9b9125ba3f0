"""Settings that are allowed each by itself, and make no sense together."""

import os
from collections.abc import Callable, Iterator

from django.conf import settings

from junto.config import env
from junto.operating.finding import Finding, look, well

TITLE = "Settings"
ASKED_LATER = {"JUNTO_OWNER_EMAIL", "JUNTO_OWNER_PASSWORD"}
HERE = ("127.0.0.1", "localhost", "::1")
Trouble = tuple[str, str]


def examine() -> Iterator[Finding]:
    """One line for each that should be looked at; one when there is none."""
    found = [trouble for ask in QUESTIONS if (trouble := ask())]
    for says, do in found:
        yield look("settings", TITLE, says, do)
    if not found:
        yield well("settings", TITLE, _address())


def _address() -> str:
    if settings.JUNTO_URL:
        return f"People use {settings.JUNTO_URL}."
    return "JUNTO_URL is not set: any host name is answered, which is good for trying Junto out."


def _unknown() -> Trouble | None:
    known = env.READ.keys() | ASKED_LATER
    names = {name for name in os.environ if name.startswith("JUNTO_") and name.removesuffix("_FILE") not in known}
    if not names:
        return None
    return f"Nobody reads {', '.join(sorted(names))}.", "Look for a slip of the pen: all names stand in docs/operate/settings.md."


def _no_tls() -> Trouble | None:
    if not settings.JUNTO_URL or settings.HTTPS or any(f"//{name}" in settings.JUNTO_URL for name in HERE):
        return None
    return "JUNTO_URL begins with http: passwords and cookies travel readable.", "Put a proxy with TLS in front, and write https."


def _letters_without_address() -> Trouble | None:
    if not settings.MAIL_WORKS or settings.JUNTO_URL:
        return None
    return "SMTP_HOST is set and JUNTO_URL is not: no letter with a link goes out.", "Set JUNTO_URL to the address people use."


def _password_in_the_clear() -> Trouble | None:
    if not settings.EMAIL_HOST_PASSWORD or settings.EMAIL_USE_TLS or settings.EMAIL_HOST in HERE:
        return None
    return "The password of the mail server travels readable (SMTP_TLS is off).", "Take SMTP_TLS out, or set it to yes."


def _sign_up_without_mail() -> Trouble | None:
    if settings.SIGN_UP not in ("domain", "open") or (settings.MAIL_WORKS and settings.JUNTO_URL):
        return None
    says = f"JUNTO_SIGN_UP is {settings.SIGN_UP!r}, but addresses are proved by letter and none goes out."
    return says, "Set SMTP_HOST and JUNTO_URL, or choose another way."


def _everybody_is_a_proxy() -> Trouble | None:
    if "*" not in settings.PROXIES:
        return None
    says = "JUNTO_PROXY is *: whoever connects is believed when they tell where they come from, so limits count for nothing."
    return says, "Name the addresses of your proxies."


QUESTIONS: tuple[Callable[[], Trouble | None], ...] = (
    _unknown,
    _no_tls,
    _letters_without_address,
    _password_in_the_clear,
    _sign_up_without_mail,
    _everybody_is_a_proxy,
)
