"""Who will answer, on a real community: each later question, with only what stood before it visible, ranked by the product's own code.

travel-2017 has titles and no topics: every third question of nine months with an answerer among those who had given five answers or
more (1,219). travel-2011 has topics: the last 30 % of its questions. A hit is somebody who did answer. Final votes are not used: they
would tell of the future. Balanced: each question is put to the first three, with the usual weight of what they were asked already and a
week's capacity that nobody exceeds; who answers much by themselves is taken to set a larger one (as many as they answered a week, from
3 to 10), and `hit_at_10_all_default` is the same with 3 for everybody. `gini` is over all who were asked,
`gini_of_candidates` over all who might have been.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from benchmarks._aside import is_aside, run_aside
from benchmarks._meaning import place_all, speaking

FIRST, LAST = datetime(2016, 9, 1, tzinfo=UTC), datetime(2017, 6, 1, tzinfo=UTC)
EARLIER = 5
A_WEEK, A_MONTH = timedelta(days=7), timedelta(days=28)
AT_ONCE = 3


def run(options: dict[str, str]) -> dict[str, Any]:
    """Each community in a process and a database of its own."""
    if not is_aside():
        return run_aside("experts", options | {"of": "2017"}) | run_aside("experts", options | {"of": "2011"})
    from benchmarks import _travellers

    posts = _travellers.posts_2017() if options["of"] == "2017" else _travellers.posts_2011()
    _travellers.build(posts)
    every = int(options.get("every", 3))
    with speaking(words_only=True):
        later = _later(posts, options["of"], every)
    if options["of"] == "2011":
        return _tags(later)
    place_all(options.get("places", ""))
    return _by_words(later) | _by_both(_later(posts, "2017", every))


@dataclass
class Asked:
    """A question of the benchmark: who may be meant, how sure the product is of each, and who did answer."""

    at: datetime
    sure: list[tuple[int, float]]
    answered: set[int]
    pace: dict[int, int] = field(default_factory=dict)


def _later(posts: list[dict[str, Any]], of: str, every: int) -> list[Asked]:
    """The questions in their order, each ranked by what stood before it."""
    questions = sorted((post for post in posts if post["kind"] == "1"), key=lambda post: post["id"])
    if of == "2017":
        wanted = [post for post in questions if FIRST <= post["at"] < LAST][::every]
    else:
        wanted = sorted(questions, key=lambda post: post["at"])[int(len(questions) * 0.7) :]
    return _ranked(posts, {post["id"] for post in wanted})


def _ranked(posts: list[dict[str, Any]], wanted: set[int]) -> list[Asked]:
    answerers: dict[int, set[int]] = defaultdict(set)
    for post in posts:
        if post["kind"] == "2" and post["author"]:
            answerers[post["parent"]].add(post["author"])
    given: dict[int, list[datetime]] = defaultdict(list)
    later = []
    for post in posts:
        if post["kind"] == "2" and post["author"]:
            given[post["author"]].append(post["at"])
        elif post["id"] in wanted:
            pool = {person for person, times in given.items() if len(times) >= EARLIER} - {post["author"]}
            if answered := answerers[post["id"]] & pool:
                later.append(_asked(post, pool, answered, given))
    return later


def _asked(post: dict[str, Any], pool: set[int], answered: set[int], given: dict[int, list[datetime]]) -> Asked:
    from junto.people.models import Person
    from junto.posts.models import Thread
    from junto.search.experts import Question, likely_to_answer

    topics = tuple(Thread.topics.through.objects.filter(thread=post["id"]).values_list("topic_id", flat=True))
    asker = Person.objects.filter(pk=post["author"]).first() or Person(pk=0)
    experts = likely_to_answer(Question(post["title"], topics, asker, post["at"], post["id"]))
    sure = [(expert.person, expert.strength) for expert in experts if expert.person in pool]
    pace = {person: sum(at > post["at"] - A_MONTH for at in given[person][-60:]) // 4 for person, _ in sure}
    return Asked(post["at"], sure, answered, pace)


def _by_words(later: list[Asked]) -> dict[str, Any]:
    places = [_place([person for person, _ in asked.sure], asked.answered) for asked in later]
    return {"questions": len(later), "hit_at_5_words_only": _hits(places, 5), "mrr_words_only": _mrr(places)}


def _by_both(later: list[Asked]) -> dict[str, Any]:
    places = [_place([person for person, _ in asked.sure], asked.answered) for asked in later]
    figures = {"hit_at_5": _hits(places, 5), "mrr": _mrr(places), "hit_at_10": _hits(places, 10)}
    default, by_knowing = _Balanced().run(later), _Balanced(is_spread=False).run(later)
    besides = {"hit_at_10_all_default": default["hit_at_10_balanced"]}
    unspread = {f"{name}_by_knowing": by_knowing[name] for name in ("gini", "busiest_week")}
    return figures | besides | _Balanced(grows=True).run(later) | unspread


def _tags(later: list[Asked]) -> dict[str, Any]:
    places = [_place([person for person, _ in asked.sure], asked.answered) for asked in later]
    return {"questions_tags": len(later), "mrr_tags": _mrr(places), "hit_at_5_tags": _hits(places, 5)}


class _Balanced:
    """The same questions one after another, each put to three people by the product's own weighing; or by what they know alone."""

    def __init__(self, grows: bool = False, is_spread: bool = True) -> None:
        self.lately: dict[int, deque[datetime]] = defaultdict(deque)
        self.grows, self.is_spread = grows, is_spread
        self.load: dict[int, int] = defaultdict(int)
        self.busiest = 0

    def run(self, later: list[Asked]) -> dict[str, Any]:
        """What comes of it."""
        chance = Random(20261122)
        places = [self._one(asked, chance) for asked in later]
        load, candidates = list(self.load.values()), len({person for asked in later for person, _ in asked.sure})
        return {
            "hit_at_10_balanced": _hits(places, 10),
            "gini": round(gini(load), 3),
            "gini_of_candidates": round(gini(load + [0] * (candidates - len(load))), 3),
            "busiest_week": self.busiest,
        }

    def _one(self, asked: Asked, chance: Random) -> int:
        from junto.help.asking.weighing import weight

        order = []
        for person, strength in asked.sure:
            times, capacity = self._week(person, asked.at), self._capacity(asked, person)
            if not self.is_spread:
                order.append((strength, person))
            elif len(times) < capacity:
                order.append((weight(strength, len(times), capacity, chance), person))
        order.sort(reverse=True)
        for _, person in order[:AT_ONCE]:
            self._ask(person, asked.at)
        return _place([person for _, person in order], asked.answered)

    def _capacity(self, asked: Asked, person: int) -> int:
        return min(10, max(3, asked.pace[person])) if self.grows else 3

    def _week(self, person: int, at: datetime) -> deque[datetime]:
        times = self.lately[person]
        while times and times[0] <= at - A_WEEK:
            times.popleft()
        return times

    def _ask(self, person: int, at: datetime) -> None:
        self.lately[person].append(at)
        self.load[person] += 1
        self.busiest = max(self.busiest, len(self.lately[person]))


def gini(load: list[int]) -> float:
    """How unevenly it lies: 0 for all alike (handbook, 0.4)."""
    ordered, count = sorted(load), len(load)
    return 2 * sum(place * value for place, value in enumerate(ordered, start=1)) / (count * sum(ordered)) - (count + 1) / count


def _place(order: list[int], answered: set[int]) -> int:
    """The place of the first who did answer, from 1; 0 when nobody is there."""
    return next((place for place, person in enumerate(order, start=1) if person in answered), 0)


def _hits(places: list[int], most: int) -> float:
    return round(100 * sum(0 < place <= most for place in places) / len(places), 1)


def _mrr(places: list[int]) -> float:
    return round(100 * sum(1 / place for place in places if place) / len(places), 1)
