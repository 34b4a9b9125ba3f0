from collections.abc import Sequence

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.cards.face import Face, site_of
from junto.posts.facts import CardsChanged
from junto.posts.models.linked_page import LinkedPage
from junto.posts.models.post import Post


class CardRows(models.QuerySet["Card"]):
    def standing(self) -> "CardRows":
        """Those that nobody took off."""
        return self.filter(removal=None)

    def place(self, post: Post, pages: Sequence[LinkedPage]) -> None:
        """The post has a card for each of these pages, in their order. One that was taken off stays off."""
        cards = [Card(post=post, page=page, nth=nth) for nth, page in enumerate(pages)]
        Card.objects.bulk_create(cards, update_conflicts=True, unique_fields=["post", "page"], update_fields=["nth"])


class Card(models.Model):
    """A link of a post that has a line of its own, shown with what stands behind it."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="cards")
    page = models.ForeignKey(LinkedPage, models.CASCADE, related_name="cards")
    nth = models.PositiveSmallIntegerField()

    objects = CardRows.as_manager()

    class Meta:
        db_table = "card"
        constraints = [models.UniqueConstraint(fields=["post", "page"], name="card_once")]

    def __str__(self) -> str:
        return f"{self.post_id} links to {self.page_id}"

    @property
    def face(self) -> Face | None:
        """What it shows; nothing when the page could not be looked at."""
        page = self.page
        if page.title:
            return Face(self.pk, page.address, page.site, page.title, page.description, page.picture, page.picture_is_coming)
        return Face(self.pk, page.address, site_of(page.address), is_coming=True) if page.looked_at is None else None

    @verb
    def take_off(self, *, by: Person) -> None:
        """The post shows only the link from now on, also after it was edited."""
        CardRemoval.objects.get_or_create(card=self, defaults={"by": by})
        self._redraw(by)

    @verb
    def put_back(self, *, by: Person) -> None:
        """It shows the card again."""
        CardRemoval.objects.filter(card=self).delete()
        self._redraw(by)

    def _redraw(self, by: Person) -> None:
        from junto.posts.cards.linking import draw

        draw([self.post])
        announce(CardsChanged(thread_id=self.post.thread_id, space_id=self.post.thread.space_id, by_id=by.pk, post_id=self.post_id))


class CardRemoval(models.Model):
    """A card was taken off: by whom and when. Deleting this row brings it back."""

    card = models.OneToOneField(Card, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "card_removal"

    def __str__(self) -> str:
        return f"card {self.card_id} taken off"
