from collections.abc import Sequence
from datetime import timedelta

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.work import later
from junto.posts.facts import CardsChanged
from junto.spaces.models import Space

PICTURE_USE = "page-picture"
GOOD_FOR = timedelta(days=30)
AGAIN_AFTER = (timedelta(hours=1), timedelta(days=1), timedelta(days=7))
"""When a page that could not be looked at is tried again by itself; after that only when somebody links to it anew."""


class LinkedPageRows(models.QuerySet["LinkedPage"]):
    def of(self, space: int, addresses: Sequence[str]) -> "list[LinkedPage]":
        """The pages at these addresses, in their order; those nobody in the space linked to before are begun."""
        if not addresses:
            return []
        LinkedPage.objects.bulk_create([LinkedPage(space_id=space, address=address) for address in addresses], ignore_conflicts=True)
        known = {page.address: page for page in self.filter(space=space, address__in=addresses)}
        return [known[address] for address in addresses]

    def due(self) -> "LinkedPageRows":
        """Those to be looked at now, because some post still links to them."""
        return self.filter(look_again_at__lte=now(), cards__isnull=False).distinct()

    def unused(self) -> "LinkedPageRows":
        """Those that no post links to."""
        return self.filter(cards=None)


class LinkedPage(models.Model):
    """A page elsewhere as it was when it was last looked at. Each space has its own, so that a card tells nobody what others link to."""

    LONGEST = 1_000

    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    address = models.CharField(max_length=LONGEST)
    title = models.CharField(max_length=160, default="", blank=True)
    site = models.CharField(max_length=60, default="", blank=True)
    description = models.CharField(max_length=240, default="", blank=True)
    picture = models.CharField(max_length=32, default="", blank=True)
    picture_is_coming = models.BooleanField(default=False)
    etag = models.CharField(max_length=500, default="", blank=True)
    modified = models.CharField(max_length=500, default="", blank=True)
    kept_at = models.DateTimeField(default=now)
    looked_at = models.DateTimeField(null=True)
    look_again_at = models.DateTimeField(default=now)
    tries = models.PositiveSmallIntegerField(default=0)
    """How often in a row it could not be looked at."""

    objects = LinkedPageRows.as_manager()

    class Meta:
        db_table = "linked_page"
        constraints = [models.UniqueConstraint(fields=["space", "address"], name="linked_page_once")]

    def __str__(self) -> str:
        return self.address

    @verb
    def say(self, title: str, site: str, description: str, *, etag: str, modified: str, picture_is_coming: bool) -> None:
        """What the page says of itself from now on; every post that links to it shows it."""
        self.title, self.site, self.description, self.picture_is_coming = title, site, description, picture_is_coming
        self.etag, self.modified = etag, modified
        self._looked("title", "site", "description", "picture_is_coming", "etag", "modified")
        self._redraw()

    @verb
    def has_not_changed(self) -> None:
        """It says what it said."""
        self._looked()

    @verb
    def could_not_be_looked_at(self, *, may_change: bool, by: int | None) -> None:
        """Remembers that, and tries again later where that may help. What was known stays known."""
        from junto.posts.cards.looking import look_up

        again = AGAIN_AFTER[self.tries] if may_change and self.tries < len(AGAIN_AFTER) else None
        self.tries, self.looked_at, self.look_again_at = self.tries + 1, now(), now() + (again or GOOD_FOR)
        self.save(update_fields=["tries", "looked_at", "look_again_at"])
        if again:
            later(look_up, at=self.look_again_at, page=self.pk, by=by)
        self._redraw()

    @verb
    def show_picture(self, key: str) -> None:
        """From now on its cards show this picture (none, when the key is empty)."""
        self.picture, self.picture_is_coming = key, False
        self.save(update_fields=["picture", "picture_is_coming"])
        self._redraw()

    def _looked(self, *fields: str) -> None:
        self.looked_at, self.look_again_at, self.tries = now(), now() + GOOD_FOR, 0
        self.save(update_fields=["looked_at", "look_again_at", "tries", *fields])

    def _redraw(self) -> None:
        from junto.posts.cards.linking import draw
        from junto.posts.models.post import Post

        posts = list(Post.objects.filter(cards__page=self, cards__removal=None).select_related("thread"))
        draw(posts)
        for post in posts:
            announce(CardsChanged(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=None, post_id=post.pk))
