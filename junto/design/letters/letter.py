"""A letter: its subject, its parts in their order, and at the end why it came. HTML and plain text are made of the same parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from junto.design.letters.domain import domain
from junto.design.letters.parts import Part, Way

SIGNATURE = "-- "
"""By this line mail programs know what is no longer the letter, and leave it out of answers."""


@dataclass(frozen=True)
class Letter:
    """What somebody is written, in the language that is active when it is drawn up."""

    subject: str
    parts: Sequence[Part]
    because: str = ""
    """Why this person gets it, as one sentence."""
    ways: Sequence[Way] = ()

    def html(self) -> str:
        """The whole letter as HTML, its styles in the elements themselves."""
        from junto.design.letters.inlining import inlined  # heavy, and only who sends needs it

        language, bidi = get_language() or settings.LANGUAGE_CODE, get_language_bidi()
        context = {"letter": self, "lang": language, "dir": "rtl" if bidi else "ltr", "home": settings.JUNTO_URL}
        return inlined(render_to_string("design/letters/frame.html", context))

    def plain(self) -> str:
        """The same letter as plain text."""
        said = [part.plain() for part in self.parts]
        return "\n\n".join(part for part in said if part) + "\n\n" + "\n".join(self._end()) + "\n"

    def message(self, to: str, headers: Mapping[str, str] | None = None, **options: object) -> EmailMultiAlternatives:
        """The letter as mail to one address, ready to be sent. `options` are Django's own, such as `from_email`."""
        head = {"Message-ID": make_msgid(domain=domain()), **(headers or {})}
        mail = EmailMultiAlternatives(self.subject, self.plain(), to=[to], headers=head, **options)  # type: ignore[arg-type]  # passed on
        mail.attach_alternative(self.html(), "text/html")
        return mail

    def _end(self) -> list[str]:
        why = [_("Why do I get this?") + f" {self.because}"] if self.because else []
        return [SIGNATURE, *why, *(way.plain() for way in self.ways), f"Junto {settings.JUNTO_URL}".rstrip()]
