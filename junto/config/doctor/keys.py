"""Whether secret keys of before are still needed."""

from collections.abc import Iterator

from django.conf import settings

from junto.operating.finding import Finding, look, well
from junto.people.sealing_anew import sealed_before


def examine() -> Iterator[Finding]:
    """Only where there are any."""
    if settings.SECRET_KEY_FALLBACKS:
        yield _former_keys(sealed_before())


def _former_keys(waiting: int) -> Finding:
    title = "Secret keys of before"
    if waiting:
        says = f"In {waiting} rows (second steps, webhooks, chats) something is sealed with one of them."
        return look("former-keys", title, says, "The worker seals them anew every night; take JUNTO_SECRET_KEY_FALLBACKS out after that.")
    return well("former-keys", title, "Nothing is sealed with them. Without them, whoever did not come since signs in anew.")
