"""What concerns somebody, as mail, to be looked at."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from junto.design.letters import Letter
from junto.design.letters.samples import LetterSample
from junto.kit.clock import now
from junto.kit.text.render import render
from junto.mail.letters import PROOF
from junto.mail.out.composing import compose
from junto.mail.out.mailing import Calls
from junto.notify.means import Message
from junto.people.letter_samples import WordingSample
from junto.people.models import Person

ANSWER_TO = "junto+r2k7@example.org"


class OneCall(LetterSample):
    name, title = "answer", _("An answer, by mail")

    def letter(self) -> Letter:
        return compose(Person(pk=0), [answer()], ANSWER_TO, Calls.registry[Calls.name])


class SeveralCalls(LetterSample):
    name, title = "several", _("Several things in one mail")

    def letter(self) -> Letter:
        return compose(Person(pk=0), [answer(), mention(), request()], None, Calls.registry[Calls.name])


class Proof(WordingSample):
    name, title, wording = "mail-works", _("Mail that reaches you again"), PROOF


def answer() -> Message:
    """Somebody answered a question."""
    said = [
        gettext(
            "It was the **check valve**: a grain of sand kept it open. Look at the drawing in [the manual](/threads/7/), then measure:"
        ),
        gettext("> After a night it should hold at least 3 bar."),
        gettext("1. Close the inlet.\n2. Wait ten minutes.\n3. Read the gauge."),
    ]
    words = render("\n\n".join(said))
    return Message(
        **about(gettext("Pump loses pressure overnight"), says=gettext("Rosa Quispe answered “Pump loses pressure overnight”")),
        because=gettext("You asked this question."),
        people=("Rosa Quispe",),
        html=words.html,
        plain=words.plain,
    )


def mention() -> Message:
    """Somebody named the reader."""
    title = gettext("Which oil for the old lathe?")
    says = gettext("Bertil Lindqvist mentioned you in “Which oil for the old lathe?”")
    return Message(**about(title, says=says), because=gettext("You were named."), plain=gettext("Luca knows the lathe better than I do."))


def request() -> Message:
    """Somebody would like to come in."""
    says = gettext("Adaeze Nwosu asks to join “Quiet machines”")
    return Message(**about("", says=says), because=gettext("You host this space."))


def about(title: str, says: str) -> dict[str, Any]:
    """What every message has."""
    return {
        "item_id": 0,
        "thread_id": 7 if title else None,
        "notice": "answer",
        "says": says,
        "title": title,
        "url": "/threads/7/",
        "switch": "/inbox/",
        "at": now(),
    }
