from django.db import models


class Rebuild(models.Model):
    """How far a rebuild of the index has come, so that it goes on after an interruption. There is no row when none is under way."""

    made_anew = True  # by `reindex`, so it is not carried into another database

    subject = models.CharField(max_length=20, unique=True)
    upto = models.BigIntegerField(default=0)

    class Meta:
        db_table = "rebuild"

    def __str__(self) -> str:
        return f"{self.subject} up to {self.upto}"
