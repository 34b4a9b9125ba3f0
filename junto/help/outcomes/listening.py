"""What an answer sets going: after a while the asker is asked whether it worked."""

from junto.help.asking.notices import MayKnow
from junto.help.models import CheckBack, Outcome
from junto.help.outcomes.facts import OutcomeSaid
from junto.help.outcomes.notices import DidItWork
from junto.help.settled import settle
from junto.help.waiting.notices import QuestionWaits
from junto.kit.work import later, listener
from junto.posts.facts import AnswerAccepted, PostWritten
from junto.posts.models import Post, Thread


@listener
def somebody_answered(fact: PostWritten) -> None:
    """Nobody need look after it any more; and when somebody else than the asker answered, there is something to try."""
    if fact.kind == Post.Kind.ANSWER:
        for notice in (QuestionWaits, MayKnow):
            settle(notice.name, fact.thread_id)
        for thread in Thread.objects.filter(pk=fact.thread_id, author__isnull=False).exclude(author=fact.by_id):
            CheckBack.objects.expect(thread)


@listener
def try_it(fact: AnswerAccepted) -> None:
    """An answer was accepted: what did not work before is over, and this is tried from now on."""
    Outcome.objects.filter(thread=fact.thread_id, says=Outcome.Says.NO).delete()
    for thread in Thread.objects.filter(pk=fact.thread_id, author__isnull=False):
        CheckBack.objects.accepted(thread)


@listener
def ask_due() -> None:
    """Asks those whose time has come; again while there are many."""
    if CheckBack.objects.all().ask_due():
        later(ask_due)


@listener
def stop_asking(fact: OutcomeSaid) -> None:
    """Who has said it is asked no longer."""
    settle(DidItWork.name, fact.thread_id)
