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

MOST_LIKE_IT = 100
SHARPER = 2
"""Nearness to this power: many that are a little alike must not outvote the few that ask the same."""
ANSWER_HALVES = timedelta(days=365)
HERE_HALVES = timedelta(days=30)
LONG_AGO = timedelta(days=365)


def similar_questions(question: Question) -> dict[int, float]:
    """The threads most like it, as far as the asker may read them, each with how much: by the words of the title, and by what it means."""
    among = Among(
        Narrowed(("thread",), states=("question",), before=(question.at,)), question.asker, besides=(f"thread:{question.thread}",)
    )
    alike = defaultdict(float, _by_words(question, among))
    for one in by_meaning(question.title, among, MOST_LIKE_IT):
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
    """How many answers each gave, those of a month ago counting half: who was quiet for a year counts next to nothing."""
    lately: dict[int, float] = defaultdict(float)
    since = question.at - LONG_AGO
    given = Post.objects.visible_to(question.asker).filter(kind=Post.Kind.ANSWER, written_at__lt=question.at, written_at__gte=since)
    for author, at in given.filter(author__in=people).values_list("author_id", "written_at"):
        lately[author] += _halved(question.at - at, HERE_HALVES)
    return lately


def _halved(passed: timedelta, every: timedelta) -> float:
    return float(0.5 ** (passed / every))
