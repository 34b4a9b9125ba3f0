from datetime import timedelta
from typing import Any

from django.db import models

from junto.design.links import url
from junto.help.hallway import rules
from junto.help.hallway.facts import PartnerAgreed, PartnerAsked
from junto.help.models.note import Note
from junto.help.models.shared_note import Shape, Wish, Words, publish
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.notify.models import InboxItem
from junto.people.models import Block, Person
from junto.posts.models import Thread
from junto.spaces.models import Space


class FirstLookRows(models.QuerySet["FirstLook"]):
    def visible_to(self, person: Person) -> "FirstLookRows":
        """What this person is asked now."""
        return self.filter(rules.first_looks_of(person))

    def shown_to(self, person: Person) -> "FirstLookRows":
        """What this person was asked, now or before."""
        return self.filter(rules.first_looks_shown_to(person))

    def for_page(self) -> "FirstLookRows":
        """With what the page shows."""
        return self.select_related("note__author", "space", "thread")

    @verb
    def begin(self, note: Note, wish: Wish) -> "FirstLook":
        """Shows the note to its partner first. Across a block it rests: it looks the same to the writer, and the partner hears nothing."""
        assert note.partner is not None, "only a partner with an account is asked"
        asked = {"person": note.partner, "title": note.title, "text": note.text, "answer": "", "until": now() + FirstLook.LASTS}
        wished = {"shape": wish.shape, "space": wish.space, "thread": wish.thread}
        rests = Block.objects.between(note.author_id, note.partner.pk).exists()
        look, _ = self.update_or_create(note=note, defaults={**asked, **wished, "rests": rests})
        if not rests:
            announce(PartnerAsked(look_id=look.pk, person_id=note.partner.pk, by_id=note.author_id))
        return look

    @verb
    def end_all(self) -> None:
        """Those whose time is over leave the inbox, and from then on a no is the same row as silence."""
        over = self.exclude(answer__in=FirstLook.YES).filter(until__lte=now())
        lines = [f"first-look:{number}" for number in over.values_list("pk", flat=True)]
        InboxItem.objects.filter(subject__in=lines).delete()
        over.exclude(answer="").update(answer="")


class FirstLook(models.Model):
    """The partner of a note sees it before anybody else does: what would be shared, how and where, and until when they may say so."""

    LASTS = timedelta(hours=48)
    YES = ("named", "unnamed")

    class Answer(models.TextChoices):
        NAMED = "named"
        UNNAMED = "unnamed"
        NO = "no"

    note = models.OneToOneField(Note, models.CASCADE, related_name="first_look")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    """Without anybody when they left for good: what they did not agree to stays unshared even then."""
    shape = models.CharField(max_length=10, choices=Shape.choices)
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+")
    title = models.CharField(max_length=Thread.LONGEST_TITLE)
    text = models.TextField()
    until = models.DateTimeField(db_index=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    rests = models.BooleanField(default=False)

    objects = FirstLookRows.as_manager()

    class Meta:
        db_table = "hallway_first_look"

    def __str__(self) -> str:
        return f"first look at {self.note_id}"

    def get_absolute_url(self) -> str:
        return url("help:first_look", self.pk)

    @property
    def address(self) -> str:
        """What lines of the inbox know it by."""
        return f"first-look:{self.pk}"

    @property
    def is_yes(self) -> bool:
        """Whether the partner agreed."""
        return self.answer in self.YES

    @property
    def is_no(self) -> bool:
        """Whether the partner said no, and may still think again."""
        return self.answer == self.Answer.NO and self._has_time

    @property
    def waits(self) -> bool:
        """Whether the partner may still answer."""
        return not self.answer and self._has_time

    @property
    def _has_time(self) -> bool:
        return self.until > now() and self.note.deleted_at is None

    @property
    def wish(self) -> Wish:
        """How and where it would be shared."""
        return Wish(Shape(self.shape), self.space, self.thread)

    @verb
    def agree(self, *, by: Person, title: str, text: str, is_named: bool) -> Any:
        """The partner says yes to these words, with their name or without it; then they are shared, if that is still possible."""
        self.title, self.text, self.answer = title, text, "named" if is_named else "unnamed"
        self.save(update_fields=["title", "text", "answer"])
        self.leave_inbox()
        done = publish(self.note, self.wish, Words(title, text, by if is_named else None))
        if done is not None:
            announce(PartnerAgreed(look_id=self.pk, person_id=self.note.author_id, by_id=by.pk))
        return done

    @verb
    def decline(self) -> None:
        """Please don't share. Nothing is announced: to everybody else it looks as if nobody had answered."""
        self.answer = self.Answer.NO
        self.save(update_fields=["answer"])
        self.leave_inbox()

    @verb
    def think_again(self) -> None:
        """Takes the no back while there is still time."""
        self.answer = ""
        self.save(update_fields=["answer"])

    @verb
    def leave_inbox(self) -> None:
        """The partner is asked no longer."""
        InboxItem.objects.filter(subject=self.address).delete()
