from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from junto.kit.slots import Slot
from junto.search.offers import for_a_question
from junto.search.query import read


class AnsweredBefore(Slot):
    """Under the title of a new question: what was answered already."""

    name = "search.answered_before"
    page = "ask"

    def part(self, request: HttpRequest, **things: object) -> SafeString | str:
        asked = read(str(things.get("words", "")))
        shown = {"asked": asked, "offers": for_a_question(asked, request.user), "looked": things.get("looked", False)}
        return render_to_string("search/similar.html", shown, request)
