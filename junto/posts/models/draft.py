from typing import Any

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class DraftRows(models.QuerySet["Draft"]):
    @verb
    def keep(self, person: Person, key: str, fields: dict[str, Any]) -> "Draft | None":
        """Keeps what the person has written so far under this key; fields that are not named stay. Nothing is kept of nothing."""
        kept = self.select_for_update().filter(person=person, key=key).first()
        fields = (kept.fields if kept else {}) | fields
        if not any(str(fields.get(name, "")).strip() for name in Draft.WORDS):
            self.let_go(person, key)
            return None
        draft = self.update_or_create(person=person, key=key, defaults={"fields": fields, "kept_at": now()})[0]
        self._forget_the_oldest(person)
        return draft

    def _forget_the_oldest(self, person: Person) -> None:
        """More than Draft.MOST drafts are no drafts any more but a store, which somebody could fill without end."""
        surplus = self.filter(person=person).order_by("-kept_at", "-id").values_list("pk", flat=True)[Draft.MOST : Draft.MOST + 10]
        self.filter(pk__in=list(surplus)).delete()

    @verb
    def give_up(self, person: Person, key: str) -> None:
        """Forgets the draft and the files that were to go along."""
        from junto.posts.models.attachment import Attachment

        Attachment.objects.waiting(person, key).drop()
        self.let_go(person, key)

    @verb
    def let_go(self, person: Person, key: str) -> None:
        """Forgets the draft, because it was sent or given up."""
        self.filter(person=person, key=key).delete()


class Draft(models.Model):
    """Text somebody began and has not sent. Nobody else sees it, and it announces nothing."""

    MOST = 200
    WORDS = ("text", "title", "topics")
    """The fields that somebody writes; the others are choices."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=80)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField(default=now)

    objects = DraftRows.as_manager()

    class Meta:
        db_table = "draft"
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="draft_once")]

    def __str__(self) -> str:
        return f"draft {self.key}"
