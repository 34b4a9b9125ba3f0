"""The letter of an edition: what still stands at the moment it goes out."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from junto.design.letters import Entry, Letter, Way, Words
from junto.digest.mailings import WeeksLetter
from junto.digest.models import Edition
from junto.digest.reading import Line, issues
from junto.kit.text.line import one_line
from junto.kit.work import outreach
from junto.mail.out.heads import Envelope
from junto.mail.out.sending import send
from junto.mail.out.stopping import stop_path
from junto.notify.means import Unreachable
from junto.people.letters import mail_works
from junto.people.models import Person

LONGEST_TITLE = 70


@outreach
def send_letter(edition: int) -> None:
    """Sends it, unless nothing of it is left, or it went out already. A crash in between sends none rather than two: the page has it."""
    found = Edition.objects.to_be_sent().filter(pk=edition).first()
    mailing = WeeksLetter.registry[WeeksLetter.name]
    if found is None or not mail_works() or not mailing.reaches(found.person):
        return
    with translation.override(found.person.language or settings.LANGUAGE_CODE):
        standing = [line for issue in issues([found], found.person) for line in issue.lines if line.holds]
        if is_worth_it(standing) and Edition.objects.claim_letter(found.pk):
            _send(found, draw_up(standing, found.person, stop_path(found.person, mailing)))


def _send(edition: Edition, letter: Letter) -> None:
    mailing = WeeksLetter.registry[WeeksLetter.name]
    try:
        send(edition.person, letter, Envelope(mailing, key=f"digest-{edition.pk}"))
    except Unreachable:
        pass  # the page has it, and mail says that the address takes none
    except Exception:
        Edition.objects.give_letter_back(edition.pk)
        raise


def is_worth_it(standing: Sequence[Line]) -> bool:
    """Whether more is left than what came by chance or is soon: that alone is no reason for a letter."""
    return any(line.thing.is_near for line in standing)


def draw_up(standing: Sequence[Line], person: Person, stop: str) -> Letter:
    """The letter, in the language that is active; `stop` is where it is stopped."""
    entries = [Entry(line.title, line.url, line.shared, line.excerpt, line.because) for line in standing]
    lead = Words(_("Hello %(name)s,\n\nthis is what the week had for you. Nothing of it is urgent.") % {"name": person.name})
    subject = _("Worth two minutes: %(title)s") % {"title": one_line(standing[0].title, LONGEST_TITLE)}
    because = _("It comes once a week, on the day you chose, and only when there is something.")
    ways = [Way(_("Another day or hour"), reverse("digest:rhythm")), Way(_("Not this any more"), stop)]
    return Letter(subject, [lead, *entries], because, ways)
