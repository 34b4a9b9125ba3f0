"""A phone with an app for codes."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from junto.people.models import Person
from junto.people.second_step import set_up_app

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET, later: int = 0) -> str:
    """What the app shows, or will show `later` half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def gets_app(person: Person) -> list[str]:
    """From now on that person has the app; gives their recovery codes."""
    return set_up_app(person, SECRET)


def long_ago(browser):
    """It is a while since whoever sits there showed who they are."""
    session = browser.session
    session["proved_at"] = 0
    session.save()
    return browser
