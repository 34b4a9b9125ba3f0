"""The people likely to answer a question well, the likeliest first. Whether they may and want to be asked is not known here."""

from dataclasses import dataclass

from junto.people.models import Person
from junto.search.experts.evidence import Known, known_of_topics, strength
from junto.search.experts.question import Question
from junto.search.experts.similar import known_of_its_like

WORDS_BESIDE_TOPICS = 0.0005
"""Where a question has topics, its words only decide between people who know them alike: topics say more."""
TOO_LITTLE = 0.05


@dataclass(frozen=True)
class Expert:
    """Somebody who may know. `post` is the answer of theirs that says so most, if there is one."""

    person: int
    evidence: float
    post: int | None = None

    @property
    def strength(self) -> float:
        """How sure it is that they know, from 0 to 1."""
        return strength(self.evidence)


def likely_to_answer(question: Question) -> list[Expert]:
    """Everybody of whom something is known, but for the asker; a number of queries that does not grow with them."""
    of_topics, of_words = known_of_topics(question), known_of_its_like(question)
    words_weigh = WORDS_BESIDE_TOPICS if of_topics else 1.0
    experts = [
        _expert(person, of_topics.get(person), of_words.get(person), words_weigh)
        for person in of_topics.keys() | of_words.keys()
        if person != question.asker.pk
    ]
    here = {*Person.objects.here().filter(pk__in=[expert.person for expert in experts]).values_list("pk", flat=True)}
    told = [expert for expert in experts if expert.evidence >= TOO_LITTLE and expert.person in here]
    return sorted(told, key=lambda expert: (-expert.evidence, expert.person))


def _expert(person: int, of_topics: Known | None, of_words: Known | None, words_weigh: float) -> Expert:
    topics, words = of_topics or Known(), of_words or Known()
    return Expert(person, topics.evidence + words_weigh * words.evidence, topics.post or words.post)
