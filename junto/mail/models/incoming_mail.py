import zlib
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.files.refusals import words_of
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space


class IncomingMailRows(models.QuerySet["IncomingMail"]):
    def of(self, person: Person) -> "IncomingMailRows":
        """What this person sent, as far as it is certain that it was them."""
        return self.filter(person=person, is_theirs=True)

    def for_owners(self) -> "IncomingMailRows":
        """What could not be placed, the latest first."""
        return self.filter(state=IncomingMail.State.WAITING).select_related("person").order_by("-pk")

    def passed_over(self) -> "IncomingMailRows":
        """What machines sent, the latest first."""
        return self.filter(state=IncomingMail.State.PASSED_OVER).order_by("-pk")

    def forgettable(self) -> "IncomingMailRows":
        """What is old enough to go. An original of which something could not go along stays as long as the post: it stands nowhere else."""
        old = self.filter(came_at__lt=now() - IncomingMail.KEPT)
        return old.exclude(Q(state=IncomingMail.State.POSTED) & Q(attachments__gt=F("carried")))


class IncomingMail(models.Model):
    """One mail to one of our addresses, and what came of it."""

    KEPT = timedelta(days=30)

    class State(models.TextChoices):
        TAKEN = "taken"
        POSTED = "posted"
        MARKED = "marked"
        """It said that something helped, and nothing else."""
        ASKING = "asking"
        """Its sender is asked whether it is really theirs."""
        GIVEN_BACK = "given_back"
        WAITING = "waiting"
        """An owner decides."""
        PASSED_OVER = "passed_over"
        MADE_OWN = "made_own"
        """It became something of its sender's own, such as a note; `reason` names the letterbox."""

    key = models.CharField(max_length=64, unique=True)
    """Message-ID, recipient and words, hashed: by it the same mail is known when it comes again."""
    sender = models.CharField(max_length=320, default="", blank=True)
    """On the envelope; empty for what machines send."""
    recipient = models.CharField(max_length=320)
    came_at = models.DateTimeField(default=now, db_index=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.TAKEN)
    reason = models.CharField(max_length=20, default="", blank=True)
    """Why it was not posted at once: a key of `junto.mail.incoming.reasons`; or to which letterbox it went."""
    from_address = models.CharField(max_length=320, default="", blank=True)
    subject = models.CharField(max_length=200, default="", blank=True)
    attachments = models.PositiveSmallIntegerField(default=0)
    carried = models.PositiveSmallIntegerField(default=0)
    """How many of them went along with the post, or are nothing but decoration."""
    left_behind = models.JSONField(default=list)
    """Of each that could not go along: its name, and why (a key of `junto.kit.files.refusals` and what stands in its words)."""
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    """Whose address it bears."""
    is_theirs = models.BooleanField(default=False)
    """Whether it is certain that this person sent it, so that they may see it."""
    space = models.ForeignKey(Space, models.SET_NULL, null=True, related_name="+")
    thread = models.ForeignKey(Thread, models.SET_NULL, null=True, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+")
    """What came of it."""

    objects = IncomingMailRows.as_manager()

    class Meta:
        db_table = "incoming_mail"
        indexes = [
            models.Index(fields=["state", "-id"], name="incoming_mail_by_state"),
            models.Index(fields=["person", "-id"], name="incoming_mail_of"),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk} {self.state}"

    @property
    def raw(self) -> bytes:
        """The whole message as it came."""
        return zlib.decompress(self.original.packed)

    @property
    def mark(self) -> str:
        """Under which what came of it is kept, and found again."""
        return f"mail-{self.pk}"

    @verb
    def become(self, state: "IncomingMail.State", reason: str = "", **found: object) -> None:
        """What came of it, and what was found out on the way."""
        self.state, self.reason = state, reason
        for field, value in found.items():
            setattr(self, field, value)
        self.save(update_fields=["state", "reason", *found])

    @property
    def why_left_behind(self) -> list[tuple[str, str]]:
        """What could not go along, and why, in the reader's language."""
        return [(name, words_of(code, **places)) for name, code, places in self.left_behind]

    @verb
    def note_left_behind(self, left: list[Any], *, carried: int) -> None:
        """What became of the things that hung on it."""
        self.left_behind, self.carried = left, min(carried, 1000)
        self.save(update_fields=["left_behind", "carried"])


class Original(models.Model):
    """The message itself, packed; beside its mail so that no list loads it."""

    mail = models.OneToOneField(IncomingMail, models.CASCADE, related_name="original")
    packed = models.BinaryField()

    class Meta:
        db_table = "incoming_mail_original"

    def __str__(self) -> str:
        return f"original of {self.mail_id}"
