"""By what our own mails are known when they come back, and what keeps machines from answering them."""

from django.utils.crypto import salted_hmac

MARK = "X-Junto"


def mark() -> str:
    """The same in every mail of this Junto, and in no other's."""
    return salted_hmac("junto.mail.loops", "ours", algorithm="sha256").hexdigest()[:16]


def heads_of_ours(*, answers: bool = False) -> dict[str, str]:
    """Headers of every mail that goes out; `answers` when it answers one that came in."""
    return {
        MARK: mark(),
        "Auto-Submitted": "auto-replied" if answers else "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
