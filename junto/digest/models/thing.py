from collections.abc import Collection

from django.db import models

from junto.digest.models.edition import Edition
from junto.posts.models import Post, Thread
from junto.topics.models import Topic


class Kind(models.TextChoices):
    """What it is."""

    SOLVED = "solved"
    HELPED = "helped"
    ANSWERED = "answered"
    ASKED = "asked"
    OPENED = "opened"
    OCCASION = "occasion"
    CORRECTED = "corrected"


class Why(models.TextChoices):
    """Why it was chosen."""

    CAN_BE_ASKED = "can_be_asked"
    ANSWERED_ABOUT = "answered_about"
    FOLLOWS = "follows"
    BELONGS = "belongs"
    SPACE_ABOUT = "space_about"
    CHANCE = "chance"
    SOON = "soon"
    STOOD = "stood"


class ThingRows(models.QuerySet["Thing"]):
    def given_to(self, people: Collection[int]) -> "ThingRows":
        """What these people were given so far."""
        return self.filter(edition__person__in=people)


class Thing(models.Model):
    """One thing of an edition: what it is, and why it was put there. The first to be read has the lowest number."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="things")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    why = models.CharField(max_length=16, choices=Why.choices)
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+")
    """What was shown: the opening, or the answer that solved it or helped."""
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="+")
    """The topic on whose account it was chosen."""
    occasion = models.CharField(max_length=60, default="", blank=True)
    """The address of an occasion, such as `invitation:7`."""

    objects = ThingRows.as_manager()

    class Meta:
        db_table = "edition_thing"

    def __str__(self) -> str:
        return f"{self.kind} {self.thread_id or self.occasion}"

    @property
    def is_near(self) -> bool:
        """Whether it was chosen because it concerns the reader, and not by chance or for its date."""
        return self.why not in (Why.CHANCE, Why.SOON)
