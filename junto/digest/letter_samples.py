"""Friday's letter, to be looked at."""

from django.utils.translation import gettext as _

from junto.design.letters import Letter
from junto.design.letters.samples import LetterSample
from junto.digest.also import Also, Title
from junto.digest.corrections import Correction
from junto.digest.letter import draw_up
from junto.digest.models import Kind, Rhythm, Thing, Why
from junto.digest.models.rhythm import FRIDAYS_LETTER
from junto.digest.reading import Line, line_of
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space
from junto.topics.models import Topic

CHECK_VALVE = "It was the check valve: a grain of sand held it open. Rinse it with warm water, and look at the sieve before you close it."
BEARINGS = "At five degrees ours begin to sing, and only the new ones. Grease and tension are the same."
LABELS = "By what they are for, not by what they are. Then the night shift finds them as well."
RYE = "I will begin: eighteen hours, and nobody asked for the other loaf any more."
FILTERS = "Since March they are another make, and last half as long."
ALSO = Also([Title("Spring cleaning of the sieves", "/", "Quiet machines"), Title("Who has a spare pallet jack?", "/", "Yard")], 3, [])


class WeeksLetterSample(LetterSample):
    name, title = "digest", FRIDAYS_LETTER

    def letter(self) -> Letter:
        lines = [
            _line(Kind.SOLVED, Why.ANSWERED_ABOUT, "Machine room", "The big pump loses pressure overnight", "Amir Haddad", CHECK_VALVE),
            _line(
                Kind.ASKED,
                Why.CAN_BE_ASKED,
                "Quiet machines",
                "Which bearings stay quiet when it is cold?",
                "Li Na Chen",
                BEARINGS,
                "bearings",
            ),
            _line(Kind.HELPED, Why.BELONGS, "Machine room", "How do you label spare parts?", "Femke de Vries", LABELS),
            _line(Kind.OPENED, Why.CHANCE, "Bread on Thursdays", "Rye needs longer than the book says", "Tomás Ferreira", RYE),
        ]
        corrected = _post("Machine room", "How long do the filters last?", "Amir Haddad", FILTERS)
        correction = Correction(_("Corrected since: it may no longer hold"), "/", FILTERS)
        lines.append(line_of(Thing(kind=Kind.CORRECTED, why=Why.STOOD), corrected, correction))
        return draw_up(lines, ALSO, Person(name="Rosa Quispe"), Rhythm(), "/")


def _line(kind: str, why: str, space: str, title: str, name: str, words: str, topic: str = "pumps") -> Line:
    return line_of(Thing(kind=kind, why=why, topic=Topic(name=topic)), _post(space, title, name, words))


def _post(space: str, title: str, name: str, words: str) -> Post:
    thread = Thread(pk=1, title=title, space=Space(name=space))
    return Post(pk=1, thread=thread, author=Person(name=name), plain=words, helped_count=14, kind=Post.Kind.ANSWER)
