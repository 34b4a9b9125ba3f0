from django.db import models

from junto.kit.models.fact_record import FactRecord


class StreamEvent(models.Model):
    """What open pages hear: that a fact of this kind concerned this address. The order of `seq` is the order of commits."""

    seq = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=80)
    fact = models.ForeignKey(FactRecord, models.CASCADE)
    at = models.DateTimeField()

    class Meta:
        db_table = "stream_event"
        indexes = [models.Index(fields=["at"], name="stream_event_at")]

    def __str__(self) -> str:
        return f"{self.seq} {self.topic}"
