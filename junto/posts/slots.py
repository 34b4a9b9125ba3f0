"""What the posts room offers for pages of other rooms: the threads of a space, of a person, and what is said and missing about a topic."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from junto.kit.compiled import compiled
from junto.kit.slots import Slot
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.posts.models.thread import ThreadRows
from junto.posts.rules import may_ask_on_the_way, may_open
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

ALIVE = 12
OF_PERSON = 5
ABOUT_TOPIC = 10


@compiled
def _alive(person: int, space: int) -> ThreadRows:
    reader = Person(pk=person)
    rows = Thread.objects.filter(space=space).visible_to(reader).for_rows().with_read_position_of(reader)
    return rows.order_by("-last_activity_at", "-id")[:ALIVE]


class AliveNow(Slot):
    """On a space's front page: what moved last, what is new to the reader in bold."""

    name = "posts.alive_now"
    page = "space"
    order = 20

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: object) -> SafeString | str:
        threads = _alive(person=request.user.pk, space=space.pk)
        looked_at = membership.looked_at if membership else None
        said = {"space": space, "threads": threads, "looked_at": looked_at}
        return render_to_string("posts/slots/alive_now.html", said, request)


class AskHere(Slot):
    """In the head of a space: its main act, for who belongs and for who would join by asking."""

    name = "posts.ask_here"
    page = "space.head"

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: object) -> SafeString | str:
        if not may_open(membership) and not may_ask_on_the_way(space, membership):
            return ""
        return render_to_string("posts/slots/ask_here.html", {"space": space, "belongs": membership is not None}, request)


class AskedAndAnswered(Slot):
    """On a person's page: what they asked and answered lately, as far as the reader may see it."""

    name = "posts.asked_and_answered"
    page = "person"
    order = 20

    def part(self, request: HttpRequest, *, person: Person, **things: object) -> SafeString | str:
        asked = list(_rows(request, Thread.objects.filter(author=person).order_by("-opened_at", "-id"))[:OF_PERSON])
        answers = Post.objects.visible_to(request.user).filter(author=person, kind__in=[Post.Kind.ANSWER, Post.Kind.REPLY])
        answered = list(answers.for_rows().order_by("-written_at", "-id")[:OF_PERSON])
        if not asked and not answered:
            return ""
        return render_to_string("posts/slots/asked_and_answered.html", {"person": person, "asked": asked, "answered": answered}, request)


class AnswersAboutTopic(Slot):
    """On a topic's page: what was solved about it, what helped most first."""

    name = "posts.answers_about_topic"
    page = "topic"
    order = 20

    def part(self, request: HttpRequest, *, topic: Topic, **things: object) -> SafeString | str:
        solved = Thread.objects.filter(topics=topic).solved().order_by("-helped_count", "-last_activity_at", "-id")
        found = list(_rows(request, solved)[: ABOUT_TOPIC + 1])
        shown = {"threads": found[:ABOUT_TOPIC], "more": len(found) > ABOUT_TOPIC, "topic": topic}
        return render_to_string("posts/slots/answers_about_topic.html", shown, request)


class TalkedAbout(Slot):
    """On a topic's page: discussions, and questions that have answers and no solution, what moved last first."""

    name = "posts.talked_about"
    page = "topic"
    order = 30

    def part(self, request: HttpRequest, *, topic: Topic, **things: object) -> SafeString | str:
        others = Thread.objects.filter(topics=topic, accepted_count=0).exclude(kind=Thread.Kind.QUESTION, answer_count=0, closure=None)
        threads = list(_rows(request, others.order_by("-last_activity_at", "-id"))[:ABOUT_TOPIC])
        return render_to_string("posts/slots/talked_about.html", {"threads": threads}, request) if threads else ""


class UnansweredAboutTopic(Slot):
    """On a topic's page, among what is missing: questions nobody has answered, the newest first."""

    name = "posts.unanswered_about_topic"
    page = "topic.missing"
    order = 20

    def part(self, request: HttpRequest, *, topic: Topic, **things: object) -> SafeString | str:
        waiting = Thread.objects.filter(topics=topic).unanswered().order_by("-opened_at", "-id")
        threads = list(_rows(request, waiting)[:ABOUT_TOPIC])
        return render_to_string("posts/slots/unanswered_about_topic.html", {"threads": threads}, request) if threads else ""


class AskAboutTopic(Slot):
    """On a topic's page: the way to ask about it."""

    name = "posts.ask_about_topic"
    page = "topic.acts"
    order = 20

    def part(self, request: HttpRequest, *, topic: Topic, **things: object) -> SafeString | str:
        return render_to_string("posts/slots/ask_about_topic.html", {"topic": topic}, request)


class CardsOfLinks(Slot):
    """For owners, beside what else they decide: whether links get cards."""

    name = "posts.link_cards"
    page = "accounts"

    def part(self, request: HttpRequest, **things: object) -> SafeString | str:
        return render_to_string("posts/slots/link_cards.html", {}, request)


def _rows(request: HttpRequest, threads: Any) -> Any:
    return threads.visible_to(request.user).for_rows().with_read_position_of(request.user)
