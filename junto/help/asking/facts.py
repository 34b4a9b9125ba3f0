"""What can happen on a question's way to somebody who knows. That somebody declined is no fact: nobody is to know."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers

ON_ITS_WAY = {"why": _("so that a question finds somebody who knows"), "readers": Readers.HOSTS, "kept_days": 90}


@dataclass(frozen=True)
class QuestionRouted(Fact, **ON_ITS_WAY):
    """A wave went out; it does not say to whom, nor to how many."""

    thread_id: int
    space_id: int
    wave: int


@dataclass(frozen=True)
class PersonAsked(Fact, why=_("so that you are asked what you may know"), readers=Readers.SELF, kept_days=14):
    """Somebody is asked whether they can answer a question."""

    thread_id: int
    space_id: int
    post_id: int
    person_id: int
