import secrets
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.files.limits import LARGE, SMALL
from junto.kit.files.names import address
from junto.kit.text.fold import folded
from junto.kit.text.line import one_line
from junto.kit.turns import one_at_a_time
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.facts import SpaceChanged, SpaceStarted
from junto.topics.models import Topic
from junto.topics.models.topic import topic_slug


class SpaceRows(models.QuerySet["Space"]):
    def visible_to(self, person: Person) -> "SpaceRows":
        """Spaces whose name and purpose this person may see."""
        return self.filter(rules.spaces_seen_by(person))

    def readable_by(self, person: Person) -> "SpaceRows":
        """Spaces whose threads this person may read."""
        return self.filter(rules.spaces_read_by(person))

    def hidden(self) -> "SpaceRows":
        """Spaces that only their members know of. For owners, who find them by name and see nothing of them but by joining."""
        return self.filter(visibility=Space.Visibility.HIDDEN)

    def of(self, person: Person) -> "SpaceRows":
        """Spaces this person belongs to."""
        return self.filter(memberships__person=person)

    def for_rows(self) -> "SpaceRows":
        """With what a row of a list shows."""
        return self.prefetch_related("topics")

    def about(self, topic: str) -> "SpaceRows":
        """Spaces with that topic, by its name or an alias."""
        meant = Topic.objects.filter(slug=topic_slug(topic)).values(meant=Coalesce("alias_of", "pk"))
        return self.filter(pk__in=Space.topics.through.objects.filter(topic__in=meant).values("space"))

    def with_words(self, words: str) -> "SpaceRows":
        """Spaces in whose name or purpose every one of these words occurs, however they are capitalised or accented."""
        found = self
        for word in folded(words).split()[:8]:
            found = found.filter(words__contains=word)
        return found

    @verb
    def start(
        self, *, by: Person | None, name: str, purpose: str, topics: list[str] | None = None, at: Any = None, **settings: Any
    ) -> "Space":
        """A new space; whoever starts it hosts it. Begun by an import before anybody is here, it waits for an owner to join and lead it."""
        words = {"name": one_line(name, LONGEST["name"]), "purpose": one_line(purpose, LONGEST["purpose"])}
        space = self.model(**words, started_by=by, started_at=at or now(), last_activity_at=at or now(), **settings)
        space.slug = free_slug(space.name)
        space.fold_words()
        space.joining = rules.way_in(space.joining, space.visibility)
        space.save(force_insert=True)
        space.topics.set(Topic.objects.called(topics or []))
        if by:
            space.add(by, role="host", at=at)
        announce(SpaceStarted(space_id=space.pk, by_id=by.pk if by else None), at=at)
        return space


class Space(models.Model):
    """A place with a purpose."""

    class Kind(models.TextChoices):
        COMMUNITY = "community", _("Community of practice")
        COHORT = "cohort", _("Cohort")
        STUDY_GROUP = "study_group", _("Study group")
        PAIR = "pair", _("Pair")
        CIRCLE = "circle", _("Circle")
        TEAM = "team", _("Team")
        EVENT = "event", _("Event room")

    class Joining(models.TextChoices):
        OPEN = "open", _("Open to everybody here")
        REQUEST = "request", _("On request")
        INVITATION = "invitation", _("By invitation")

    class Visibility(models.TextChoices):
        ALL = "all", _("Everybody here may read it")
        LISTED = "listed", _("Members read it")
        HIDDEN = "hidden", _("Only members know of it")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=140, unique=True, allow_unicode=True)
    purpose = models.CharField(_("what we are here for"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.COMMUNITY)
    joining = models.CharField(_("how people join"), max_length=20, choices=Joining.choices, default=Joining.OPEN)
    visibility = models.CharField(_("who sees it"), max_length=20, choices=Visibility.choices, default=Visibility.ALL)
    topics = models.ManyToManyField(Topic, blank=True, related_name="spaces")
    started_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField(default=now)
    picture = models.CharField(max_length=32, default="", blank=True, editable=False)
    """The key of the picture that is shown; kept here so that no list asks for it apart."""
    people_count = models.PositiveIntegerField(default=0)
    thread_count = models.PositiveIntegerField(default=0)
    last_activity_at = models.DateTimeField(default=now)
    name_key = models.CharField(max_length=240, default="", editable=False)
    words = models.CharField(max_length=900, default="", editable=False)
    """Name and purpose without capitals and accents: what a filter looks through, the same on every database."""

    objects = SpaceRows.as_manager()

    class Meta:
        db_table = "space"
        indexes = [
            models.Index(fields=["name_key", "id"], name="space_by_name"),
            models.Index(fields=["-last_activity_at", "-id"], name="space_by_activity"),
            models.Index(fields=["kind", "-last_activity_at", "-id"], name="space_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(visibility="hidden") | models.Q(joining="invitation"), name="hidden_is_by_invitation"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("spaces:space", self.slug)

    @property
    def face(self) -> str:
        """Where the small picture of the space is; nothing when there is none."""
        return address(self.picture, SMALL)

    @property
    def large_face(self) -> str:
        """The same for the page of the space."""
        return address(self.picture, LARGE)

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

    def fold_words(self) -> None:
        """Sets what the space is sorted and found by from its name and purpose. Does not save."""
        self.name_key = folded(self.name)[:240]
        self.words = folded(f"{self.name} {self.purpose}")[:900]

    @verb
    def change(self, *, by: Person, topics: list[str] | None = None, **changes: Any) -> None:
        """Changes what was named. Members are told when the way in or the sight of it changed."""
        before = {field: getattr(self, field) for field in CHANGEABLE}
        for field, value in changes.items():
            setattr(self, field, one_line(value, LONGEST[field]) if field in LONGEST else value)
        self.joining = rules.way_in(self.joining, self.visibility)
        self.fold_words()
        changed = [field for field in CHANGEABLE if getattr(self, field) != before[field]]
        self.save(update_fields=[*changed, "name_key", "words"])
        if topics is not None and self._changes_topics(topics):
            changed.append("topics")
        self._changed(changed, before["visibility"], by)

    @verb
    def show_picture(self, key: str, *, by: int | None) -> None:
        """From now on the space is shown with this picture, or with none."""
        self.picture = key
        self.save(update_fields=["picture"])
        announce(SpaceChanged(space_id=self.pk, by_id=by, changes=["picture"]))

    def _changes_topics(self, names: list[str]) -> bool:
        before = set(self.topics.values_list("pk", flat=True))
        after = Topic.objects.called(names)
        self.topics.set(after)
        return before != {topic.pk for topic in after}

    def _changed(self, changed: list[str], visibility_before: str, by: Person) -> None:
        if "joining" in changed:
            self.invitations.end_without_right(self)
        if changed:
            opened = WIDER.index(self.visibility) > WIDER.index(visibility_before)
            announce(SpaceChanged(space_id=self.pk, by_id=by.pk, changes=changed, opened=opened))


LONGEST = {"name": 120, "purpose": 300}
CHANGEABLE = ("name", "purpose", "kind", "joining", "visibility")
WIDER = ("hidden", "listed", "all")


def free_slug(name: str) -> str:
    """An address for the space that nobody has yet. One query, however many spaces share the name; one caller at a time."""
    one_at_a_time("addresses of spaces")
    wish = slugify(name, allow_unicode=True)[:120].strip("-") or "space"
    wishes = [wish, *(f"{wish}-{number}" for number in range(2, 100))]
    taken = {"new", *Space.objects.filter(slug__in=wishes).values_list("slug", flat=True)}
    return next((slug for slug in wishes if slug not in taken), f"{wish}-{secrets.token_hex(6)}")
