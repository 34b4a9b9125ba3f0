from datetime import datetime, timedelta

from django.db import models

from junto.help.models.outcome import Outcome
from junto.help.outcomes.facts import OutcomeAsked
from junto.kit.clock import now
from junto.kit.facts import announce_all, verb
from junto.posts.models import Thread

USUALLY = timedelta(hours=48)
AT_ONCE = 200


class CheckBackRows(models.QuerySet["CheckBack"]):
    def due(self, moment: datetime) -> "CheckBackRows":
        """Whose time has come, and who was not asked yet."""
        belongs = {"thread__space__memberships__person": models.F("thread__author")}
        return self.filter(at__lte=moment, asked_at=None, thread__deletion=None, **belongs)

    @verb
    def expect(self, thread: Thread) -> None:
        """There is something to ask about: in two days, unless the asker chose another time or was asked already."""
        if not Outcome.objects.filter(thread=thread, says=Outcome.Says.WORKED).exists():
            CheckBack.objects.get_or_create(thread=thread, defaults={"at": now() + USUALLY})

    @verb
    def accepted(self, thread: Thread) -> None:
        """The two days begin anew: what was accepted is tried from now on."""
        self.expect(thread)
        CheckBack.objects.filter(thread=thread, is_chosen=False, asked_at=None).update(at=now() + USUALLY)

    @verb
    def choose(self, thread: Thread, at: datetime | None) -> None:
        """The asker says when they want to be asked; None for not at all."""
        CheckBack.objects.update_or_create(thread=thread, defaults={"at": at, "is_chosen": True, "asked_at": None})

    @verb
    def ask_due(self) -> int:
        """Asks those whose time has come, once. Gives how many."""
        due = list(self.due(now()).select_related("thread").select_for_update(of=("self",), skip_locked=True).order_by("at")[:AT_ONCE])
        CheckBack.objects.filter(pk__in=[each.pk for each in due]).update(asked_at=now())
        announce_all(each.as_fact() for each in due)
        return len(due)


class CheckBack(models.Model):
    """When the asker is asked whether it worked. Asked once; silence is taken for nothing."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="check_back")
    at = models.DateTimeField(null=True)
    is_chosen = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True)

    objects = CheckBackRows.as_manager()

    class Meta:
        db_table = "check_back"
        indexes = [models.Index(fields=["at"], condition=models.Q(asked_at=None), name="check_back_due")]

    def __str__(self) -> str:
        return f"{self.thread_id} at {self.at}"

    def as_fact(self) -> OutcomeAsked:
        """That it is time to ask."""
        thread = self.thread
        return OutcomeAsked(thread_id=thread.pk, space_id=thread.space_id, by_id=None, person_id=thread.author_id or 0)
