from datetime import datetime, timedelta

from django.db import models
from django.utils.crypto import salted_hmac

from junto.kit.clock import now
from junto.kit.facts import verb


def counted_key(*parts: object) -> str:
    """The key of what is counted, from which nobody can tell what that was."""
    return salted_hmac("junto.people.limits", "\n".join(map(str, parts)), algorithm="sha256").hexdigest()


class TriesRows(models.QuerySet["Tries"]):
    def shut_until(self, key: str, most: int) -> datetime | None:
        """When this key may be tried again; None: now."""
        return self.filter(key=key, count__gte=most, until__gt=now()).values_list("until", flat=True).first()

    def count_one(self, key: str, most: int, lasts: timedelta) -> datetime | None:
        """Counts a try and lets it in (None), or says from when on. Whoever is shut out writes nothing."""
        return self.shut_until(key, most) or self._count_one(key, most, lasts)

    @verb
    def _count_one(self, key: str, most: int, lasts: timedelta) -> datetime | None:
        row, is_new = self.select_for_update().get_or_create(key=key, defaults={"count": 1, "until": now() + lasts})
        if is_new:
            return None
        if row.until <= now():
            row.count, row.until = 0, now() + lasts
        if row.count >= most:
            return row.until
        row.count += 1
        row.save(update_fields=["count", "until"])
        return None

    @verb
    def take_back(self, keys: list[str]) -> None:
        """What was tried went through and does not count. To clear the count would let a guesser begin anew by signing in as themselves."""
        self.filter(key__in=keys, count__gt=0).update(count=models.F("count") - 1)


class Tries(models.Model):
    """How often something was tried, and until when that counts. In the database, so that several processes count together.

    The key is a hash of what is counted: neither a network address nor a mail address can be read from it.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    objects = TriesRows.as_manager()

    class Meta:
        db_table = "tries"

    def __str__(self) -> str:
        return f"{self.count} until {self.until:%Y-%m-%d %H:%M}"
