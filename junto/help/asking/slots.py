"""What asking offers for pages of other rooms."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.asking.shown import Happy, answers_of
from junto.help.models import Consent
from junto.kit.compiled import compiled
from junto.kit.slots import Slot
from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Membership
from junto.spaces.rules import may_lead
from junto.topics.models import Topic

MOST = 12


class HappyToBeAsked(Slot):
    """On a topic's page: people who said yes, by name, with answers of theirs; or how to be the first."""

    name = "help.happy_to_be_asked"
    page = "topic"
    order = 60

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        people = list(Person.objects.here().filter(expertise__topic=topic).order_by("name_key", "id")[: MOST + 1])
        answers = answers_of([person.pk for person in people], [topic.pk], request.user) if people else {}
        happy = [Happy(person, answers.get(person.pk, [])) for person in people[:MOST]]
        return render_to_string("help/asking/happy.html", {"happy": happy, "topic": topic, "more": len(people) > MOST}, request)


class AnswersOnThese(Slot):
    """On a person's page: answers on what they are happy to be asked about."""

    name = "help.answers_on_these"
    page = "person"
    order = 10

    def part(self, request: HttpRequest, *, person: Person, **things: Any) -> str:
        topics = list(person.ask_me_about.values_list("pk", flat=True))
        answers = answers_of([person.pk], topics, request.user).get(person.pk) if topics else None
        return render_to_string("help/asking/answers.html", {"answers": answers}, request) if answers else ""


class OnItsWay(Slot):
    """Beside a question without an answer, for whoever asked it. It always says the same, so that nothing can be read off it."""

    name = "help.on_its_way"
    page = "thread"
    order = 10

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        waits = thread.is_question and not thread.answer_count and not thread.is_closed and thread.author_id == request.user.pk
        return render_to_string("help/asking/on_its_way.html", {}, request) if waits else ""


class MayPeopleAsk(Slot):
    """On the first page, while it is not answered: the one private question."""

    name = "help.may_people_ask"
    page = "home"
    order = 10

    def part(self, request: HttpRequest, **things: Any) -> str:
        found = _open(person=request.user.pk)
        return render_to_string("help/asking/may_people_ask.html", {"consent": found[0]}, request) if found else ""


class HowOftenAsked(Slot):
    """Beside how one is told: the way to say what one may be asked about, and how often."""

    name = "help.how_often_asked"
    page = "preferences.margin"

    def part(self, request: HttpRequest, **things: Any) -> str:
        return render_to_string("help/asking/mine_link.html", {}, request)


class MineFromProfile(Slot):
    """The same in the margin of one's own page."""

    name = "help.mine_from_profile"
    page = "person.margin"

    def part(self, request: HttpRequest, *, person: Person, **things: Any) -> str:
        return render_to_string("help/asking/mine_link.html", {}, request) if person == request.user else ""


class GapsFromSpace(Slot):
    """At the foot of a space's front page, for its hosts: topics nobody covers."""

    name = "help.gaps_from_space"
    page = "space"
    order = 85

    def part(self, request: HttpRequest, *, membership: Membership | None = None, **things: Any) -> str:
        return render_to_string("help/asking/gaps_link.html", {}, request) if may_lead(membership) else ""


@compiled
def _open(person: int) -> Any:
    return Consent.objects.filter(person=person).open().select_related("topic")
