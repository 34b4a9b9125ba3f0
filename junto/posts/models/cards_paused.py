from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.facts import CardsSwitched
from junto.posts.models.linked_page import LinkedPage
from junto.posts.models.post import Post


class CardsPausedRows(models.QuerySet["CardsPaused"]):
    @verb
    def pause(self, *, by: Person) -> None:
        """No link gets a card from now on, and those that stand go, with all that was kept of pages elsewhere."""
        self.get_or_create(pk=CardsPaused.ONLY, defaults={"by": by})
        LinkedPage.objects.all().delete()
        Post.objects.exclude(cards_shown=[]).update(cards_shown=[])
        announce(CardsSwitched(by_id=by.pk, on=False))

    @verb
    def resume(self, *, by: Person) -> None:
        """Links of posts that are written from now on get cards again."""
        if self.filter(pk=CardsPaused.ONLY).delete()[0]:
            announce(CardsSwitched(by_id=by.pk, on=True))


class CardsPaused(models.Model):
    """An owner said that links get no cards here: who and when. At most one row."""

    ONLY = 1

    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = CardsPausedRows.as_manager()

    class Meta:
        db_table = "cards_paused"

    def __str__(self) -> str:
        return f"paused since {self.at}"
