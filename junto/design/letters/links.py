"""Links in letters lead to this Junto by its whole address: a mail program knows no other."""

from django.conf import settings

OUTSIDE = ("https://", "http://", "mailto:", "tel:")


def absolute(address: str) -> str:
    """The whole address of a path of this Junto. An address that is whole stays; any other leads to the front page."""
    if address.lower().startswith(OUTSIDE):
        return address
    path = address if address.startswith("/") and not address.startswith("//") else "/"
    return f"{settings.JUNTO_URL}{path}"
