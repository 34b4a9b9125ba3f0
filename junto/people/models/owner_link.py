import hashlib
import secrets
from datetime import timedelta

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models.person import Person


class OwnerLink(models.Model):
    """A link that makes its first visitor the owner of a new instance. Kept as a hash, used once, for a day."""

    LASTS = timedelta(days=1)

    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "owner_link"

    def __str__(self) -> str:
        return f"owner link of {self.made_at:%Y-%m-%d}"

    @classmethod
    @verb
    def make(cls) -> str:
        """A new token; older links stop working."""
        cls.objects.all().delete()
        token = secrets.token_urlsafe(32)
        cls.objects.create(token_hash=hashed(token))
        return token

    @classmethod
    def opened_by(cls, token: str) -> "OwnerLink | None":
        """The link this token belongs to, while it is good: nobody owns this Junto yet."""
        if Person.objects.owners().exists():
            return None
        return cls.objects.filter(token_hash=hashed(token), made_at__gt=now() - cls.LASTS).first()

    @verb
    def use_up(self) -> bool:
        """Takes the link away; says whether it was still there. Of two visitors in the same moment one hears no."""
        return bool(OwnerLink.objects.filter(pk=self.pk).delete()[0])


def hashed(token: str) -> str:
    """What is kept of a secret link: enough to know it again, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
