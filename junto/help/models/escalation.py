from collections.abc import Collection

from django.db import models

from junto.help.waiting.facts import QuestionWaited
from junto.kit.clock import now
from junto.kit.facts import announce_all, verb
from junto.posts.models import Thread


class EscalationRows(models.QuerySet["Escalation"]):
    @verb
    def begin_all(self, threads: Collection[Thread]) -> None:
        """Hosts are told of these questions; of each once, whoever calls this and how often."""
        known = set(Escalation.objects.filter(thread__in=threads).values_list("thread", flat=True))
        fresh = [thread for thread in threads if thread.pk not in known]
        Escalation.objects.bulk_create(Escalation(thread=thread) for thread in fresh)
        announce_all(QuestionWaited(thread_id=thread.pk, space_id=thread.space_id, by_id=None) for thread in fresh)


class Escalation(models.Model):
    """That hosts were told of a question: nobody who was asked answered it, or it waited longer than is usual in its space."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="escalation")
    at = models.DateTimeField(default=now)

    objects = EscalationRows.as_manager()

    class Meta:
        db_table = "escalation"

    def __str__(self) -> str:
        return f"{self.thread_id} waits"
