"""What can happen to threads and posts."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers

CONVERSATION = {
    "why": _("so that the people of a thread hear of it and it can be found again"),
    "readers": Readers.SUBJECT,
    "kept_days": None,
}
CARE = {"why": _("so that hosts can see and undo what was changed"), "readers": Readers.HOSTS, "kept_days": 1095}


@dataclass(frozen=True)
class AboutThread(Fact, **CONVERSATION):
    """Base of everything that happens to a thread: pages that show the thread or its space hear of it."""

    thread_id: int
    space_id: int
    by_id: int | None

    def about(self) -> tuple[str, ...]:
        return (f"thread:{self.thread_id}", f"space:{self.space_id}")


@dataclass(frozen=True)
class ThreadOpened(AboutThread, **CONVERSATION):
    """A question was asked or a discussion started."""

    post_id: int


@dataclass(frozen=True)
class PostWritten(AboutThread, **CONVERSATION):
    """An answer, a reply or a comment was written."""

    post_id: int
    kind: str
    parent_id: int | None = None


@dataclass(frozen=True)
class PostsHelpedBefore(Fact, why=_("so that search knows which posts helped where they came from"), readers=Readers.OWNERS, kept_days=30):
    """These posts helped people before they were imported; by whom is not known."""

    numbers: list[int]


@dataclass(frozen=True)
class PersonMentioned(Fact, why=_("so that whoever is mentioned hears of it"), readers=Readers.SUBJECT, kept_days=180):
    """A post names somebody who may see it."""

    thread_id: int
    post_id: int
    person_id: int
    by_id: int


@dataclass(frozen=True)
class PostEdited(AboutThread, **CARE):
    """The text of a post was changed; the former one is kept as a revision."""

    post_id: int


@dataclass(frozen=True)
class CardsChanged(AboutThread, why=_("so that open pages show the cards of its links"), readers=Readers.SUBJECT, kept_days=7):
    """What stands on the cards of a post is something else than before."""

    post_id: int


@dataclass(frozen=True)
class FilesChanged(AboutThread, why=_("so that open pages show files as soon as they are ready"), readers=Readers.SUBJECT, kept_days=7):
    """A file of a post is ready, or turned out to be none that can be shown."""

    post_id: int


@dataclass(frozen=True)
class CardsSwitched(Fact, why=_("so that owners see who decided what is fetched from elsewhere"), readers=Readers.OWNERS, kept_days=1095):
    """An owner switched cards for links off, or on again."""

    by_id: int
    on: bool


@dataclass(frozen=True)
class PostDeleted(AboutThread, **CARE):
    """A post was taken out, and can be brought back."""

    post_id: int


@dataclass(frozen=True)
class PostRestored(AboutThread, **CARE):
    """A post was brought back."""

    post_id: int


@dataclass(frozen=True)
class ThreadDeleted(AboutThread, **CARE):
    """A whole thread was taken out, and can be brought back."""


@dataclass(frozen=True)
class ThreadRestored(AboutThread, **CARE):
    """A thread was brought back."""


@dataclass(frozen=True)
class ThreadRetitled(AboutThread, **CARE):
    """Title or topics were changed."""


@dataclass(frozen=True)
class ThreadClosed(AboutThread, **CARE):
    """A thread takes no more posts for now."""


@dataclass(frozen=True)
class ThreadReopened(AboutThread, **CARE):
    """A thread takes posts again."""


@dataclass(frozen=True)
class ThreadsLinked(AboutThread, **CARE):
    """Somebody said that two threads belong together."""

    other_id: int
    kind: str


@dataclass(frozen=True)
class ThreadsUnlinked(AboutThread, **CARE):
    """Somebody took back that two threads belong together."""

    other_id: int


@dataclass(frozen=True)
class AnswerAccepted(AboutThread, **CONVERSATION):
    """The asker (or a host) said which answer solved it."""

    post_id: int


@dataclass(frozen=True)
class AcceptanceWithdrawn(AboutThread, **CONVERSATION):
    """The answer is no longer marked as the one that solved it."""

    post_id: int


REUSE = {"why": _("so that what solved something is found first"), "readers": Readers.SELF, "kept_days": None}


@dataclass(frozen=True)
class AnswerReused(AboutThread, **REUSE):
    """A post solved what somebody was about to ask."""

    post_id: int


@dataclass(frozen=True)
class ReuseTakenBack(AboutThread, **REUSE):
    """It did not after all."""

    post_id: int


@dataclass(frozen=True)
class PostHelped(
    AboutThread, why=_("so that who helped hears of it, and what helped is found first"), readers=Readers.SUBJECT, kept_days=None
):
    """Somebody said that a post helped them."""

    post_id: int


@dataclass(frozen=True)
class PostOutdated(AboutThread, **CARE):
    """Somebody who knows said that an answer may no longer hold."""

    post_id: int


@dataclass(frozen=True)
class OutdatedTakenBack(AboutThread, **CARE):
    """An answer holds after all, or was brought up to date."""

    post_id: int
