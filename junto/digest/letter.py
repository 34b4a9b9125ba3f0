"""The letter of an edition: what still stands at the moment it goes out."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from junto.design.letters import Entry, Letter, Way, Words
from junto.digest.models import Edition
from junto.digest.reading import Line, issues
from junto.kit.text.line import one_line
from junto.kit.work import outreach
from junto.people.letters import mail_works
from junto.people.models import Person

LONGEST_TITLE = 70


@outreach
def send_letter(edition: int) -> None:
    """Sends it, unless nothing of it is left, or it went out already. A crash in between sends none rather than two: the page has it."""
    found = Edition.objects.to_be_sent().filter(pk=edition).first()
    standing = [line for issue in issues([found], found.person) for line in issue.lines if line.holds] if found else []
    if found is None or not is_worth_it(standing) or not mail_works() or not Edition.objects.claim_letter(found.pk):
        return
    try:
        with translation.override(found.person.language or settings.LANGUAGE_CODE):
            draw_up(standing, found.person).message(str(found.person.email)).send()
    except Exception:
        Edition.objects.give_letter_back(found.pk)
        raise


def is_worth_it(standing: Sequence[Line]) -> bool:
    """Whether more is left than what came by chance or is soon: that alone is no reason for a letter."""
    return any(line.thing.is_near for line in standing)


def draw_up(standing: Sequence[Line], person: Person) -> Letter:
    """The letter, in the language that is active."""
    entries = [Entry(line.title, line.url, _shared(line), line.excerpt, line.because) for line in standing]
    lead = Words(_("Hello %(name)s,\n\nthis is what the week had for you. Nothing of it is urgent.") % {"name": person.name})
    subject = _("Worth two minutes: %(title)s") % {"title": one_line(standing[0].title, LONGEST_TITLE)}
    because = _("It comes once a week, on the day you chose, and only when there is something.")
    return Letter(subject, [lead, *entries], because, [Way(_("Choose another day, or not this any more"), reverse("digest:rhythm"))])


def _shared(line: Line) -> str:
    return f"{line.says} · {line.where}" if line.where else line.says
