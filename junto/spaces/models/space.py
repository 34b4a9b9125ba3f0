from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.facts import SpaceChanged, SpaceStarted
from junto.topics.models import Topic


class SpaceRows(models.QuerySet["Space"]):
    def visible_to(self, person: Person) -> "SpaceRows":
        """Spaces whose name and purpose this person may see."""
        return self.filter(rules.spaces_seen_by(person))

    def readable_by(self, person: Person) -> "SpaceRows":
        """Spaces whose threads this person may read."""
        return self.filter(rules.spaces_read_by(person))

    def of(self, person: Person) -> "SpaceRows":
        """Spaces this person belongs to."""
        return self.filter(memberships__person=person)

    @verb
    def start(self, *, by: Person, name: str, purpose: str, topics: list[str] | None = None, at: Any = None, **settings: Any) -> "Space":
        """A new space; whoever starts it hosts it."""
        space = self.create(name=name.strip(), slug=free_slug(name), purpose=purpose.strip(), started_by=by, started_at=at or now(), **settings)
        space.topics.set(Topic.objects.called(topics or []))
        space.add(by, role="host", at=at)
        announce(SpaceStarted(space_id=space.pk, by_id=by.pk), at=at)
        return space


class Space(models.Model):
    """A place with a purpose."""

    class Kind(models.TextChoices):
        COMMUNITY = "community", _("community of practice")
        COHORT = "cohort", _("cohort")
        STUDY_GROUP = "study_group", _("study group")
        PAIR = "pair", _("pair")
        CIRCLE = "circle", _("circle")
        TEAM = "team", _("team")
        EVENT = "event", _("event room")

    class Joining(models.TextChoices):
        OPEN = "open", _("open: whoever wants to, joins")
        REQUEST = "request", _("on request: hosts let people in")
        INVITATION = "invitation", _("by invitation")

    class Visibility(models.TextChoices):
        ALL = "all", _("everybody here may read it")
        LISTED = "listed", _("everybody sees name and purpose, members read")
        HIDDEN = "hidden", _("only members know of it")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=140, unique=True, allow_unicode=True)
    purpose = models.CharField(_("what we are here for"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.COMMUNITY)
    joining = models.CharField(_("how people join"), max_length=20, choices=Joining.choices, default=Joining.OPEN)
    visibility = models.CharField(_("who sees it"), max_length=20, choices=Visibility.choices, default=Visibility.ALL)
    topics = models.ManyToManyField(Topic, blank=True, related_name="spaces")
    started_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField(default=now)
    people_count = models.PositiveIntegerField(default=0)
    thread_count = models.PositiveIntegerField(default=0)
    last_activity_at = models.DateTimeField(default=now)

    objects = SpaceRows.as_manager()

    class Meta:
        db_table = "space"
        indexes = [
            models.Index(fields=["name", "id"], name="space_by_name"),
            models.Index(fields=["-last_activity_at", "-id"], name="space_by_activity"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("spaces:space", args=[self.slug])

    def membership_of(self, person: Person) -> Any:
        """This person's membership, or None."""
        return self.memberships.filter(person=person).first()

    def is_hosted_by(self, person: Person) -> bool:
        """Whether this person is a host here."""
        return self.memberships.filter(person=person, role="host").exists()

    def add(self, person: Person, *, role: str = "member", at: Any = None) -> Any:
        """Makes the person part of this space (or leaves the part they have)."""
        from junto.spaces.models.membership import Membership

        return Membership.objects.begin(self, person, role=role, at=at)

    @verb
    def change(self, *, by: Person, topics: list[str] | None = None, **changes: Any) -> None:
        """Changes what was named. Members are told when the way in or the sight of it changed."""
        wider = ["hidden", "listed", "all"]
        opened = wider.index(changes.get("visibility", self.visibility)) > wider.index(self.visibility)
        changed = [field for field, value in changes.items() if getattr(self, field) != value]
        for field in changed:
            setattr(self, field, changes[field])
        self.save(update_fields=changed)
        if topics is not None:
            self.topics.set(Topic.objects.called(topics))
        if changed:
            announce(SpaceChanged(space_id=self.pk, by_id=by.pk, changes=changed, opened=opened))


def free_slug(name: str) -> str:
    """An address for the space that nobody has yet. One query, however many spaces share the name."""
    wish = slugify(name, allow_unicode=True)[:120].strip("-") or "space"
    taken = set(Space.objects.filter(slug__startswith=wish).values_list("slug", flat=True)[:1000])
    if wish not in taken and wish not in RESERVED:
        return wish
    return next(f"{wish}-{number}" for number in range(2, 1003) if f"{wish}-{number}" not in taken)


RESERVED = {"new", "mine"}
