import unicodedata
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.facts import PersonDeactivated, PersonJoined, PersonReturned, ProfileChanged
from junto.people.sessions import end_sessions
from junto.topics.models import Topic


class PersonRows(models.QuerySet["Person"]):
    def here(self) -> "PersonRows":
        """People who are part of this Junto now; whoever was deactivated is not."""
        return self.filter(is_active=True)

    def visible_to(self, person: "Person") -> "PersonRows":
        """Everybody signed in may see everybody who is here; an owner also sees who was deactivated."""
        return self.all() if person.is_owner else self.filter(models.Q(is_active=True) | models.Q(pk=person.pk))

    def with_account(self) -> "PersonRows":
        """People who can sign in; the others came with an import and are waiting to be claimed."""
        return self.exclude(email=None)


class PersonManager(BaseUserManager.from_queryset(PersonRows)):  # type: ignore[misc]  # built at run time
    @verb
    def join(self, *, name: str, email: str | None = None, password: str | None = None, at: Any = None, **profile: Any) -> "Person":
        """A new person. Without an address or a password they cannot sign in until they are invited or given a link."""
        person: Person = self.model(name=tidy_name(name), email=tidy_email(email), joined_at=at or now(), **profile)
        person.set_password(password)
        person.save()
        announce(PersonJoined(person_id=person.pk), at=at)
        return person

    def by_email(self, email: str) -> "Person | None":
        """The person with this address, however it is capitalised."""
        return self.filter(email=tidy_email(email)).first()


class Person(AbstractBaseUser):
    """Somebody with an account, or somebody an import brought along who may claim theirs one day (no address yet)."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True, null=True, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    what_i_do = models.CharField(_("what I do"), max_length=200, blank=True)
    department = models.CharField(_("department"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    languages = models.JSONField(_("languages I speak"), default=list, blank=True)
    language = models.CharField(_("language of the pages"), max_length=10, default="", blank=True)
    ask_me_about = models.ManyToManyField("topics.Topic", through="people.Expertise", related_name="experts")
    is_active = models.BooleanField(default=True)
    is_owner = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)
    deactivated_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        db_table = "person"
        indexes = [models.Index(fields=["name", "id"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    @property
    def initials(self) -> str:
        """One or two letters to draw where a picture would stand."""
        words = [word for word in self.name.split() if word[0].isalnum()] or [self.name]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    @property
    def tone(self) -> int:
        """1 to 5: the colour behind the initials, the same on every page."""
        return self.pk % 5 + 1

    @property
    def has_account(self) -> bool:
        """Whether this person can sign in at all."""
        return self.email is not None

    @verb
    def change_profile(self, **changes: Any) -> None:
        """Changes what the person says of themselves; only the fields named."""
        for field, value in changes.items():
            setattr(self, field, value)
        self.save(update_fields=list(changes))
        announce(ProfileChanged(person_id=self.pk))

    @verb
    def can_be_asked_about(self, names: list[str]) -> None:
        """Sets the topics the person says they can be asked about."""
        self.ask_me_about.set(Topic.objects.called(names))
        announce(ProfileChanged(person_id=self.pk))

    @verb
    def deactivate(self, *, by: "Person") -> None:
        """Ends the account and, at once, every session and stream. What the person wrote stays."""
        self.is_active, self.deactivated_at = False, now()
        self.save(update_fields=["is_active", "deactivated_at"])
        end_sessions(self.pk)
        announce(PersonDeactivated(person_id=self.pk, by_id=by.pk))

    @verb
    def reactivate(self, *, by: "Person") -> None:
        """Lets the person sign in again."""
        self.is_active, self.deactivated_at = True, None
        self.save(update_fields=["is_active", "deactivated_at"])
        announce(PersonReturned(person_id=self.pk, by_id=by.pk))

    @verb
    def make_owner(self) -> None:
        """Gives the person the keys of the instance."""
        self.is_owner = True
        self.save(update_fields=["is_owner"])


def tidy_email(email: str | None) -> str | None:
    """One spelling for one address."""
    return unicodedata.normalize("NFKC", email).strip().casefold() if email else None


def tidy_name(name: str) -> str:
    """The name as it is kept: NFC, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())[:120]
