"""Words that everybody in the house knows make no password."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from junto.kit.text.fold import folded

OURS = ("junto", "password", "passwort", "motdepasse", "welcome", "willkommen", "bienvenue")
SHORTEST = 4
ENOUGH = 6


class HouseWords:
    """A password needs some letters or numbers besides the words of the house (`JUNTO_PASSWORD_WORDS`, its address, its name)."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError when little is left without them."""
        rest = re.sub(r"[\W_]", "", folded(password))
        for word in sorted(house_words(), key=len, reverse=True):
            rest = rest.replace(word, "")
        if len(rest) < ENOUGH:
            raise ValidationError(self.get_help_text(), code="house_words")

    def get_help_text(self) -> str:
        return _("Take other words: these everybody here would try first.")


def house_words() -> set[str]:
    """Folded; the parts of the address among them, but for short ones such as “org”."""
    named = (urlsplit(settings.JUNTO_URL).hostname or "").split(".")
    words = (re.sub(r"[\W_]", "", folded(word)) for word in (*OURS, *named, *settings.PASSWORD_WORDS))
    return {word for word in words if len(word) >= SHORTEST}
