"""Who answered questions like this one. What is like it is said by one function, so that other ways to find that out can take its place."""

from collections import defaultdict
from datetime import timedelta

from junto.posts.models import Post
from junto.search.among import Among, Narrowed
from junto.search.experts.evidence import Known
from junto.search.experts.question import Question
from junto.search.query import read
from junto.search.ranking import ranked, sought
from junto.search.similar import by_meaning

MOST_LIKE_IT, MOST_NEAR = 100, 300
"""So many that share words, and so many that lie near."""
NEAR_ENOUGH = 0.25
SHARPER = 2
"""Nearness to this power: many that are a little alike must not outvote the few that ask the same."""
WORDS_BESIDE_MEANING = 0.1
"""Where it is known what a question means, shared words say little more (docs/operate/figures.md tells what else was tried)."""
ANSWER_HALVES = timedelta(days=180)
HERE_HALVES = timedelta(days=20)
LONG_AGO = timedelta(days=365)


def similar_questions(question: Question) -> dict[int, float]:
    """The threads most like it, as far as the asker may read them, each with how much: by the words of the title, and by what it means."""
    among = Among(
        Narrowed(("thread",), states=("question",), before=(question.at,)), question.asker, besides=(f"thread:{question.thread}",)
    )
    near = by_meaning(question.title, among, MOST_NEAR, at_least=NEAR_ENOUGH)
    words_weigh = WORDS_BESIDE_MEANING if near else 1.0
    alike = defaultdict(float, {thread: words_weigh * much for thread, much in _by_words(question, among).items()})
    for one in near:
        alike[one.thread] += one.likeness**SHARPER
    return alike


def _by_words(question: Question, among: Among) -> dict[int, float]:
    """1 for what shares most."""
    hits = ranked(sought(read(question.title)), among, MOST_LIKE_IT)
    best = max((hit.score for hit in hits), default=0.0)
    return {hit.number: max(hit.score, 0.0) / best for hit in hits} if best > 0 else {}


def known_of_its_like(question: Question) -> dict[int, Known]:
    """For each person how much of what is like it they answered, times how much they answer lately."""
    alike = similar_questions(question)
    standing = Post.objects.visible_to(question.asker).filter(kind=Post.Kind.ANSWER, author__is_active=True)
    answers = standing.filter(thread__in=list(alike), written_at__lt=question.at).exclude(author=question.asker)
    found: dict[int, Known] = defaultdict(Known)
    for post, author, thread, at in answers.values_list("pk", "author_id", "thread_id", "written_at"):
        found[author].add(alike[thread] * _halved(question.at - at, ANSWER_HALVES), post)
    lately = _answering_lately(set(found), question)
    for author, known in found.items():
        known.evidence *= lately[author]
    return found


def _answering_lately(people: set[int], question: Question) -> dict[int, float]:
    """How many answers each gave, those of twenty days ago counting half: who was quiet for a year counts next to nothing."""
    lately: dict[int, float] = defaultdict(float)
    since = question.at - LONG_AGO
    given = Post.objects.visible_to(question.asker).filter(kind=Post.Kind.ANSWER, written_at__lt=question.at, written_at__gte=since)
    for author, at in given.filter(author__in=people).values_list("author_id", "written_at"):
        lately[author] += _halved(question.at - at, HERE_HALVES)
    return lately


def _halved(passed: timedelta, every: timedelta) -> float:
    return float(0.5 ** (passed / every))
