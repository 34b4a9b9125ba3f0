from django.db import models, transaction

from junto.kit.clock import now


class Neighbour(models.Model):
    """What Junto stands on outside: the mail server, the store of files, a provider of sign-in. When it was tried, what was wrong.

    `trouble` is one of the words of `troubles.py`, never what the other side said: that may name people.
    """

    name = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField(default=now)
    trouble = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        db_table = "neighbour"

    def __str__(self) -> str:
        return f"{self.name}: {self.trouble or 'well'}"

    @classmethod
    def keep(cls, name: str, trouble: str = "") -> None:
        """How it went just now."""
        with transaction.atomic():
            cls.objects.update_or_create(name=name, defaults={"at": now(), "trouble": trouble})
