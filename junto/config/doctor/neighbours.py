"""What Junto talks with: the mail server, the store of files, the providers of sign-in, the proxy in front."""

from collections.abc import Iterator
from typing import Any

import requests
from django.conf import settings
from django.core.mail import get_connection

from junto.config.running import members
from junto.operating.checks import storage
from junto.operating.finding import Finding, bad, look, well
from junto.operating.looking import PATIENCE, trouble_at
from junto.operating.troubles import SAID, trouble_of
from junto.people.providers import providers


def examine() -> Iterator[Finding]:
    """Each is tried, and nothing is left behind."""
    yield _mail()
    yield _store()
    if settings.REDIS_URL:
        yield _redis()
    for provider in providers():
        trouble, title = trouble_at(provider), f"Sign-in with {provider.label}"
        do = f"Look at JUNTO_OIDC_{provider.name.upper()}_ISSUER: it must be the address by which the provider calls itself."
        yield look("provider", title, str(SAID[trouble]), do) if trouble else well("provider", title, "It answers.")
    if settings.JUNTO_URL and members():
        yield _address()


def _mail() -> Finding:
    if not settings.MAIL_WORKS:
        return well("mail", "Mail", "No mail server is set, so links are handed over.")
    if settings.MAIL_PROVIDER:
        return well(
            "mail", "Mail", f"{settings.MAIL_PROVIDER['name']} sends the letters. Send yourself a test letter from the owners' page."
        )
    trouble = _trouble_with_mail()
    if trouble:
        do = "Look at SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_TLS and MAIL_FROM. Letters wait and are tried again."
        return bad("mail", "Mail", f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}: {trouble}", do)
    return well("mail", "Mail", f"{settings.EMAIL_HOST} takes letters from {settings.DEFAULT_FROM_EMAIL}. None was sent.")


def _trouble_with_mail() -> str:
    """Goes as far as naming the sender, and takes that back."""
    office: Any = get_connection("django.core.mail.backends.smtp.EmailBackend", timeout=PATIENCE)
    try:
        office.open()
        office.connection.ehlo_or_helo_if_needed()
        status, _ = office.connection.mail(settings.DEFAULT_FROM_EMAIL)
        office.connection.rset()
        return "" if status == 250 else f"It does not take letters from {settings.DEFAULT_FROM_EMAIL} ({status})."
    except Exception as error:  # smtplib, ssl and sockets each have errors of their own, and every one is an answer
        return str(SAID[trouble_of(error)])
    finally:
        office.close()


def _store() -> Finding:
    trouble = storage.trouble()
    place = "the bucket of STORAGE_URL" if settings.STORAGE else str(settings.MEDIA_ROOT)
    if trouble:
        return bad("storage", "Files", f"Nothing can be kept in {place}. {SAID[trouble]}", "Pictures neither come in nor show until then.")
    return well("storage", "Files", f"{place} takes, gives and takes out.")


def _redis() -> Finding:
    import redis  # here, for most houses have none

    from junto.kit.line.redis import connected

    try:
        connected(settings.REDIS_URL).ping()
    except redis.AuthenticationError:
        return bad("redis", "Redis", str(SAID["sign-in"]), "Check name and password in REDIS_URL.")
    except (redis.RedisError, OSError) as error:
        do = "Look at REDIS_URL. Until it answers, open pages hear of what happens within a second instead of at once."
        return look("redis", "Redis", str(SAID[trouble_of(error)]), do)
    return well("redis", "Redis", "It answers.")


def _address() -> Finding:
    """Knocks at the door people use, as they would."""
    title = "The address people use"
    try:
        answer = requests.get(f"{settings.JUNTO_URL}/health/live", timeout=PATIENCE, allow_redirects=False)
    except requests.RequestException as error:
        do = "Look at the proxy in front and at JUNTO_URL. It may also be that this machine alone cannot reach it."
        return look("address", title, f"{settings.JUNTO_URL}: {SAID[trouble_of(error)]}", do)
    if answer.text.strip() != "alive":
        says = f"Something else than Junto answers at {settings.JUNTO_URL} ({answer.status_code})."
        return look("address", title, says, "Have the proxy pass everything on, with Host, X-Forwarded-For and X-Forwarded-Proto.")
    return well("address", title, f"Junto answers at {settings.JUNTO_URL}.")
