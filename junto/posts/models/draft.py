from typing import Any

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class DraftRows(models.QuerySet["Draft"]):
    @verb
    def keep(self, person: Person, key: str, fields: dict[str, Any]) -> "Draft":
        """Keeps what the person has written so far under this key."""
        return self.update_or_create(person=person, key=key, defaults={"fields": fields, "kept_at": now()})[0]

    @verb
    def let_go(self, person: Person, key: str) -> None:
        """Forgets the draft, because it was sent or given up."""
        self.filter(person=person, key=key).delete()


class Draft(models.Model):
    """Text somebody began and has not sent. Nobody else sees it, and it announces nothing."""

    MOST = 200

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
