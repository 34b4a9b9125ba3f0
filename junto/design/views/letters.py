"""Every letter of the house with invented people, as it looks and as plain text. What goes out and is not here is added here first."""

from django.http import Http404, HttpRequest, HttpResponse

from junto.design.letters import Letter
from junto.design.letters.samples import LetterSample
from junto.design.letters.showing import shown
from junto.kit.http import answers


@answers("GET")
def letter(request: HttpRequest, name: str) -> HttpResponse:
    """A letter as a mail program shows it."""
    return shown(_sample(name).html())


@answers("GET")
def plain(request: HttpRequest, name: str) -> HttpResponse:
    """The same letter as plain text, under its subject."""
    found = _sample(name)
    return HttpResponse(f"{found.subject}\n\n{found.plain()}", content_type="text/plain; charset=utf-8")


def _sample(name: str) -> Letter:
    known = LetterSample.named(name)
    if known is None:
        raise Http404
    return known.letter()
