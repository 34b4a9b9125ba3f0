from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.help.needs import rules
from junto.help.needs.facts import HelpOffered, NeedChanged, NeedEnded, NeedReopened, NeedSaid
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.models import Thread
from junto.posts.models.thread import tidy_title
from junto.posts.twice import TWICE, one_sending_at_a_time
from junto.spaces.models import Space
from junto.topics.models import Topic

if TYPE_CHECKING:
    from junto.help.models.need_end import NeedEnd
    from junto.help.models.need_offer import NeedOffer


class NeedRows(models.QuerySet["Need"]):
    def visible_to(self, person: Person) -> "NeedRows":
        """Needs this person may see."""
        return self.filter(rules.needs_seen_by(person))

    def open(self) -> "NeedRows":
        """Those that nobody ended."""
        return self.filter(end=None)

    def fulfilled(self) -> "NeedRows":
        """Those that came to a good end."""
        return self.filter(end__how="fulfilled")

    def for_rows(self, person: Person) -> "NeedRows":
        """With what a row of a list shows, and whether this person wants it too."""
        wants = Need.joined_by.through.objects.filter(need=OuterRef("pk"), person=person)
        return self.select_related("person", "space", "end").prefetch_related("topics", "offers").annotate(wants=Exists(wants))

    @verb
    def say(self, *, by: Person, title: str, text: str, space: Space | None, topics: list[str], at: Any = None) -> "Need":
        """A new need; sent twice by mistake it is said once. `at` says when, where it is history."""
        one_sending_at_a_time(by)
        said = {"person": by, "title": tidy_title(title), "space": space}
        same = self.open().filter(**said, at__gt=now() - TWICE).first() if at is None else None
        if same is not None:
            return same
        need = self.create(**said, text=text, at=at or now())
        need.topics.set(Topic.objects.called(topics))
        announce(NeedSaid(need_id=need.pk, by_id=by.pk), at=at)
        return need


class Need(models.Model):
    """What somebody would like to learn, said in a space or to the whole house. Nobody is counted and nothing is ranked."""

    LONGEST_TEXT = 2000

    person = models.ForeignKey(Person, models.CASCADE, related_name="needs")
    title = models.CharField(_("title"), max_length=Thread.LONGEST_TITLE)
    text = models.TextField(blank=True)
    space = models.ForeignKey(Space, models.CASCADE, null=True, related_name="needs")
    topics = models.ManyToManyField(Topic, blank=True, related_name="needs")
    joined_by = models.ManyToManyField(Person, through="help.NeedJoin", related_name="+")
    at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)

    objects = NeedRows.as_manager()

    class Meta:
        db_table = "need"
        indexes = [models.Index(fields=["-at", "-id"], name="needs_by_time")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("help:need", self.pk)

    @property
    def ended(self) -> "NeedEnd | None":
        """How it ended, if it did."""
        return getattr(self, "end", None)

    @property
    def is_open(self) -> bool:
        return self.ended is None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken off the board."""
        return self.ended is not None and self.ended.how == "withdrawn"

    def membership_of(self, person: Person) -> Any:
        """The person's part in the space it was said in."""
        return self.space.membership_of(person) if self.space else None

    @verb
    def change(self, *, by: Person, title: str, text: str, topics: list[str]) -> None:
        """In other words, or about other topics; the same again is no change. Who sees it stays: others put their names under it there."""
        before = (self.title, self.text)
        self.title, self.text = tidy_title(title), text
        is_reworded, named = before != (self.title, self.text), Topic.objects.called(topics)
        if not is_reworded and set(named) == set(self.topics.all()):
            return
        self.topics.set(named)
        self.edited_at = now()
        self.save(update_fields=["title", "text", "edited_at"])
        announce(NeedChanged(need_id=self.pk, by_id=by.pk, is_reworded=is_reworded))

    @verb
    def join(self, person: Person, *, at: Any = None) -> None:
        """The person would like to learn it too."""
        Need.joined_by.through.objects.get_or_create(need=self, person=person, defaults={"at": at or now()})

    @verb
    def leave(self, person: Person) -> None:
        """Not any more."""
        Need.joined_by.through.objects.filter(need=self, person=person).delete()

    @verb
    def offer(self, *, by: Person, kind: str, words: str, at: Any = None) -> "NeedOffer":
        """Somebody volunteers; whoever wants to learn it hears of it. Said again, the words change."""
        first = {"words": words, "at": at or now()}
        offer, is_new = self.offers.update_or_create(person=by, kind=kind, defaults={"words": words}, create_defaults=first)
        if is_new:
            announce(HelpOffered(need_id=self.pk, offer_id=offer.pk, by_id=by.pk), at=at)
        return offer

    @verb
    def finish(self, how: str, *, by: Person, at: Any = None) -> None:
        """It was learned, or is not wanted any more."""
        from junto.help.models.need_end import NeedEnd

        _end, is_new = NeedEnd.objects.get_or_create(need=self, defaults={"how": how, "by": by, "at": at or now()})
        if is_new:
            announce(NeedEnded(need_id=self.pk, by_id=by.pk), at=at)

    @verb
    def begin_again(self, *, by: Person) -> None:
        """It stands on the board as before."""
        from junto.help.models.need_end import NeedEnd

        ended, _rows = NeedEnd.objects.filter(need=self).delete()
        if ended:
            announce(NeedReopened(need_id=self.pk, by_id=by.pk))
