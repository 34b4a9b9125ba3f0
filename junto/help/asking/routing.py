"""A question's way to somebody who knows, from top to bottom. Who it is put to, and whether they want, nobody else learns at any step.

It sets out when it is opened. The first wave is three people of its space, one of them somebody who is still learning the topic; the
second, when nobody answered after a while, five who may read it and may join in; then its hosts are told. Whoever answers ends it.
When the next wave goes out depends on the hours of those asked, never on whether somebody declined: declining can be read off nothing.
"""

from collections.abc import Sequence
from operator import itemgetter
from random import SystemRandom

from junto.help.asking.candidates import Candidate, Candidates
from junto.help.asking.facts import PersonAsked, QuestionRouted
from junto.help.asking.patience import over, time_to_answer
from junto.help.asking.weighing import weight
from junto.help.models import Escalation, Request, Route
from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.kit.turns import one_at_a_time
from junto.kit.work import later, listener
from junto.posts.facts import ThreadOpened
from junto.posts.models import Post, Thread
from junto.search.experts import Question, likely_to_answer

FIRST, WIDER = 3, 5
LEARNS_FROM, LEARNS_TO = 0.3, 0.6
CHANCE = SystemRandom()


@listener
def set_out(fact: ThreadOpened) -> None:
    """A question was asked: it sets out at once."""
    if _waiting(fact.thread_id) and Route.objects.begin(fact.thread_id):
        go_on(fact.thread_id)


@listener
def go_on(thread: int) -> None:
    """The next wave goes out, unless somebody answered meanwhile."""
    question, route = _waiting(thread), Route.objects.filter(thread=thread).first()
    if question is None or route is None or route.wave >= Route.Wave.HOSTS:
        return
    wave = Route.Wave(route.wave + 1)
    route.reach(wave)
    if wave is Route.Wave.HOSTS:
        Escalation.objects.begin_all([question])
    else:
        _send_out(question, wave)


@verb
def _send_out(thread: Thread, wave: Route.Wave) -> None:
    """Asks the people of this wave. One question at a time: two that are routed at once must not both take somebody's last place."""
    one_at_a_time("asking people")
    topics = tuple(thread.topics.values_list("pk", flat=True))
    candidates = Candidates(thread, topics, is_wide=wave is Route.Wave.WIDER)
    seats = _seats(candidates, topics, wave)
    _ask(thread, seats)
    announce(QuestionRouted(thread_id=thread.pk, space_id=thread.space_id, wave=wave))
    waiting_for = [seat.expert.person for seat in seats] or [thread.author_id or 0]
    hours = candidates.hours_of(waiting_for)
    wait = time_to_answer(thread.space_id)
    later(go_on, at=over(hours, now(), wait) if hours else now() + wait, thread=thread.pk)


def _seats(candidates: Candidates, topics: tuple[int, ...], wave: Route.Wave) -> Sequence[Candidate]:
    thread = candidates.thread
    if thread.author is None:
        return []
    experts = likely_to_answer(Question(thread.title, topics, thread.author, now(), thread.pk))
    found = candidates.among(experts)
    return first_wave(found) if wave is Route.Wave.FIRST else by_weight(found)[:WIDER]


def first_wave(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Three people; one place is for somebody who is learning, beside somebody who knows more and can add to what they say."""
    ordered = by_weight(candidates)
    surest = ordered[: FIRST - 1]
    learning = [one for one in ordered[FIRST - 1 :] if LEARNS_FROM <= one.expert.strength <= LEARNS_TO]
    return [*surest, *(learning or ordered[FIRST - 1 :])[:1]]


def by_weight(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Who knows most and was asked least comes first."""
    weighed = [(weight(one.expert.strength, one.asked, one.capacity, CHANCE), one) for one in candidates]
    return [one for _, one in sorted(weighed, key=itemgetter(0), reverse=True)]


def _ask(thread: Thread, seats: Sequence[Candidate]) -> None:
    Request.objects.bulk_create(Request(thread=thread, person_id=seat.expert.person, because_id=seat.expert.post) for seat in seats)
    opening = Post.objects.get(thread=thread, kind=Post.Kind.OPENING).pk
    people = [seat.expert.person for seat in seats]
    announce_all(PersonAsked(thread_id=thread.pk, space_id=thread.space_id, post_id=opening, person_id=person) for person in people)


def _waiting(thread: int) -> Thread | None:
    """The question, as long as it waits for an answer."""
    waiting = Thread.objects.unanswered().filter(pk=thread, deletion=None)
    return waiting.select_related("space", "author").first()
