from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from junto.kit.slots import Slot
from junto.posts.models import Thread
from junto.search.offers import for_a_question
from junto.search.query import read
from junto.spaces.models import Space


class LikelyDoubles(Slot):
    """Among what hosts look after in a space."""

    name = "search.likely_doubles"
    page = "space.settings"

    def part(self, request: HttpRequest, *, space: Space, **things: object) -> SafeString | str:
        return render_to_string("search/slots/doubles.html", {"space": space}, request)


class LikeThis(Slot):
    """Beside a thread: others that are like it."""

    name = "search.like_this"
    page = "thread"
    order = 60

    def part(self, request: HttpRequest, *, thread: Thread, **things: object) -> SafeString | str:
        return render_to_string("search/slots/related.html", {"thread": thread}, request)


class AnsweredBefore(Slot):
    """Under the title of a new question: what was answered already."""

    name = "search.answered_before"
    page = "ask"

    def part(self, request: HttpRequest, **things: object) -> SafeString | str:
        asked = read(str(things.get("words", "")))
        shown = {"asked": asked, "offers": for_a_question(asked, request.user), "looked": things.get("looked", False)}
        return render_to_string("search/similar.html", shown, request)
