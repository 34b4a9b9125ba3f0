"""The letter of an edition: what still stands at the moment it goes out."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.letters import Entry, Heading, Letter, Part, Quiet, Way, Words
from junto.digest.also import Also, also_for
from junto.digest.mailings import WeeksLetter
from junto.digest.models import Edition, Rhythm
from junto.digest.reading import Line, lines_of
from junto.kit.clock import now
from junto.kit.text.line import one_line
from junto.kit.work import later, outreach
from junto.mail.out.heads import Envelope
from junto.mail.out.sending import send
from junto.mail.out.stopping import stop_path
from junto.notify.friday import settle_friday
from junto.notify.means import Unreachable
from junto.notify.models import Preferences
from junto.people.letters import mail_works
from junto.people.models import Person
from junto.people.zones import zone_of

LONGEST_TITLE = 70


@outreach
def send_letter(edition: int) -> None:
    """Sends it, unless nothing of it is left, or it went out already. A crash in between sends none rather than two: the page has it."""
    found = Edition.objects.to_be_sent().filter(pk=edition).first()
    if found is None or not mail_works() or not _mailing().reaches(found.person):
        return
    opens = Preferences.objects.of(found.person).hours(zone_of(found.person)).opens(now())
    if opens > now():
        return later(send_letter, at=opens, edition=edition)
    with translation.override(found.person.language or settings.LANGUAGE_CODE):
        _send(found)


def _send(edition: Edition) -> None:
    person, standing = edition.person, [line for line in lines_of(edition) if line.holds]
    also = also_for(person, [line.thing.thread_id for line in standing])
    if not (also.titles or is_worth_it(standing)) or not Edition.objects.claim_letter(edition.pk):
        return
    try:
        letter = draw_up(standing, also, person, Rhythm.objects.of(person), stop_path(person, _mailing()))
        send(person, letter, Envelope(_mailing(), key=f"digest-{edition.pk}"))
        settle_friday(also.calls)
    except Unreachable:
        pass  # the page has it, and mail says that the address takes none
    except Exception:
        Edition.objects.give_letter_back(edition.pk)
        raise


def is_worth_it(standing: Sequence[Line]) -> bool:
    """Whether more is left than what came by chance or is soon: that alone is no reason for a letter."""
    return any(line.thing.is_near for line in standing)


def draw_up(standing: Sequence[Line], also: Also, person: Person, rhythm: Rhythm, stop: str) -> Letter:
    """The letter, in the language that is active; `stop` is where it is stopped."""
    first = standing[0].title if standing else also.titles[0].text
    subject = rhythm.subject(one_line(first, LONGEST_TITLE))
    lead = Words(_("Hello %(name)s,\n\nthis is what the week had for you. Nothing of it is urgent.") % {"name": person.name})
    entries = [Entry(line.title, line.url, line.shared, line.excerpt, line.because) for line in standing]
    because = _("It comes once a week, on the day you chose, and only when there is something.")
    ways = [Way(_("Another day or hour"), reverse("digest:rhythm")), Way(_("Not this any more"), stop)]
    return Letter(subject, [lead, *entries, *_also(also)], because, ways)


def _also(also: Also) -> Iterator[Part]:
    """What the person asked to hear of on Friday, by its titles."""
    if also.titles:
        yield Heading(_("You wanted to hear of this as well"))
    for title in also.titles:
        yield Entry(title.text, title.url, title.place)
    if also.more:
        yield Quiet(ngettext("One more waits in your inbox.", "%(n)d more wait in your inbox.", also.more) % {"n": also.more})


def _mailing() -> WeeksLetter:
    found: WeeksLetter = WeeksLetter.registry[WeeksLetter.name]
    return found
