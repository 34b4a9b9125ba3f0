from urllib.parse import quote, urlencode

from django.http import HttpRequest
from django.utils.translation import get_language

from junto.interop.feeds.atom import ATOM, Head, write
from junto.interop.feeds.source import Named, Part
from junto.interop.feeds.sources import source_of
from junto.interop.models import PersonalAddress
from junto.interop.personal.answering import Answer, read_by_programs
from junto.interop.personal.house import house_address


@read_by_programs("feed")
def feed(request: HttpRequest, address: PersonalAddress) -> Answer | None:
    """What the feed holds for the person now; nothing when what it is of is not theirs to read any more."""
    source, which = source_of(address.subject)
    named = source.titles([which], address.person).get(which) if source else None
    if source is None or named is None:
        return None
    part = source.part(which, address.person, request.GET.get("after"))
    base = house_address(request)
    updated = max([address.made_at, *(entry.updated for entry in part.entries)])
    head = Head(f"feed/{quote(address.subject)}", f"{named.title} · Junto", get_language() or "en", updated, _links(request, named, part))
    return Answer(write(head, list(part.entries), base), ATOM, updated)


def _links(request: HttpRequest, named: Named, part: Part) -> dict[str, str]:
    base = house_address(request)
    itself = base + request.path
    links = {"self": base + request.get_full_path(), "alternate": base + named.url}
    return {**links, "first": itself, "next": f"{itself}?{urlencode({'after': part.after})}"} if part.after else links
