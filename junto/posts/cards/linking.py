"""Which links of a post get a card, and what stands on it: decided when the post is written, kept with it, drawn with its page."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from django.conf import settings

from junto.kit.clock import now
from junto.kit.text.alone import standing_alone
from junto.kit.work import later
from junto.posts.cards.face import Face
from junto.posts.cards.looking import look_up
from junto.posts.models.card import Card
from junto.posts.models.cards_paused import CardsPaused
from junto.posts.models.linked_page import LinkedPage

if TYPE_CHECKING:
    from junto.posts.models.post import Post

MOST = 3


def cards_are_on() -> bool:
    """Whether links get cards here: neither the operator nor an owner said no."""
    return settings.FETCH and not CardsPaused.objects.exists()


def addresses_in(source: str) -> list[str]:
    """The addresses of a text that would get a card: the first few that have a line of their own and lead out of this house."""
    outside = [urldefrag(address).url for address in standing_alone(source) if not _is_ours(address)]
    return [address for address in dict.fromkeys(outside) if len(address) <= LinkedPage.LONGEST][:MOST]


def follow_links(post: "Post", *, by: int | None) -> None:
    """After the text was written or changed: its links have cards, those that were taken out have none any more."""
    wanted = [] if post.kind == "comment" else addresses_in(post.source)
    if wanted and not cards_are_on():
        wanted = []
    if not wanted and post.edited_at is None:
        return
    pages = LinkedPage.objects.of(post.thread.space_id, wanted)
    Card.objects.filter(post=post).exclude(page__in=pages).delete()
    Card.objects.place(post, pages)
    draw([post])
    for page in pages:
        if page.look_again_at <= now():
            later(look_up, page=page.pk, by=by)


def draw(posts: "Sequence[Post]") -> None:
    """Keeps with each post what stands on its cards now."""
    shown: dict[int, list[Face]] = defaultdict(list)
    for card in Card.objects.standing().filter(post__in=posts).select_related("page").order_by("nth"):
        if face := card.face:
            shown[card.post_id].append(face)
    for post in posts:
        post.cards_shown = [list(face) for face in shown[post.pk]]
        post.save(update_fields=["cards_shown"])


def _is_ours(address: str) -> bool:
    host = (urlsplit(address).hostname or "").removesuffix(".")
    return host in settings.ALLOWED_HOSTS
