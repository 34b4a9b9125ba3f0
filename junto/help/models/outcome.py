from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.help.outcomes.facts import OutcomeSaid, OutcomeTakenBack
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.text import clean
from junto.people.models import Person
from junto.posts.models import Acceptance, Post, Thread


class OutcomeRows(models.QuerySet["Outcome"]):
    @verb
    def say(self, thread: Thread, *, by: Person, says: str, words: str = "", at: Any = None) -> "Outcome":
        """The asker says whether it worked. When it did not, the question is open again, and their words stand under it."""
        from junto.help.models.check_back import CheckBack

        former = Outcome.objects.filter(thread=thread).first()
        if former and (former.says, former.words) == (says, clean(words)) and not former.is_overtaken:
            return former
        outcome = former or Outcome(thread=thread)
        outcome.person, outcome.says, outcome.words, outcome.at = by, says, clean(words)[: Outcome.LONGEST], at or now()
        comment = outcome.follow(by)
        outcome.save()
        CheckBack.objects.filter(thread=thread).delete()
        announce(OutcomeSaid(**outcome.about(by), says=says, post_id=comment.pk if comment else None), at=at)
        return outcome


class Outcome(models.Model):
    """Whether it worked, in the words of whoever asked. No row means that nobody said, and nothing is concluded from that."""

    LONGEST = 2000

    class Says(models.TextChoices):
        WORKED = "worked", _("It worked")
        PARTLY = "partly", _("It worked in part")
        NO = "no", _("It did not work yet")

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="outcome")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    says = models.CharField(max_length=10, choices=Says.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=now)
    withdrawn = models.JSONField(default=list)
    """The numbers of the answers that counted as what solved it until the asker said that it did not work."""
    was_closed = models.BooleanField(default=False)

    objects = OutcomeRows.as_manager()

    class Meta:
        db_table = "outcome"

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.says}"

    @property
    def is_no(self) -> bool:
        return self.says == self.Says.NO

    @property
    def is_overtaken(self) -> bool:
        """Whether the asker said that it did not work, and it was accepted or closed since."""
        return self.is_no and (self.thread.is_solved or self.thread.is_closed)

    def about(self, by: Person) -> dict[str, Any]:
        """What every fact about it says."""
        return {"thread_id": self.thread_id, "space_id": self.thread.space_id, "by_id": by.pk}

    def follow(self, by: Person) -> Post | None:
        """What comes of it: when it did not work, nothing counts as what solved it, answers are welcome again, and what is missing
        stands under the question. Otherwise there will be nothing to bring back."""
        if self.is_no:
            return self._open_again(by)
        self.withdrawn, self.was_closed = [], False
        return None

    def _open_again(self, by: Person) -> Post | None:
        self.was_closed = self.was_closed or self.thread.is_closed
        self.thread.reopen(by=by)
        self.withdrawn = sorted({*self.withdrawn, *Acceptance.objects.filter(thread=self.thread).withdraw_all(by=by)})
        opening = Post.objects.get(thread=self.thread, kind=Post.Kind.OPENING)
        return self.thread.reply(by=by, source=self.words, parent=opening) if self.words else None

    @verb
    def take_back(self, *, by: Person) -> None:
        """As if nothing had been said: what counted as solving it counts again. A comment that was written stays."""
        for post in Post.objects.standing().filter(pk__in=self.withdrawn, thread=self.thread):
            post.accept(by=by)
        if self.was_closed:
            self.thread.close(by=by)
        about = self.about(by)
        self.delete()
        announce(OutcomeTakenBack(**about))
