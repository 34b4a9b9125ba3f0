import unicodedata
from collections.abc import Sequence
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.kit.files.limits import LARGE, SMALL
from junto.kit.files.names import address
from junto.kit.text.fold import folded
from junto.kit.text.line import one_line
from junto.kit.turns import one_at_a_time
from junto.people import facts
from junto.people.models.look import Look, LookKind
from junto.people.sessions import end_sessions
from junto.topics.models import Topic

NAMELESS = "Somebody"
FOUND_BY = ("name", "what_i_do", "place", "department")


class LastOwner(Exception):
    """Somebody must keep the keys: the last owner cannot be let go."""


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

    def owners(self) -> "PersonRows":
        """People who hold the keys now."""
        return self.here().filter(is_owner=True)

    def counted(self) -> dict[str, int]:
        """How many there are: here, without an account, ended, owners, auditors. Nobody is named."""
        here = models.Q(is_active=True)
        wanted = {
            "here": here & models.Q(email__isnull=False),
            "unclaimed": here & models.Q(email__isnull=True),
            "ended": ~here,
            "owners": here & models.Q(is_owner=True),
            "auditors": here & models.Q(is_auditor=True),
        }
        return self.aggregate(**{name: models.Count("pk", filter=which) for name, which in wanted.items()})

    def with_words(self, text: str) -> "PersonRows":
        """People with all these words in their name, work, place or department; accents and capitals do not matter."""
        rows = self
        for word in folded(text).split()[:8]:
            rows = rows.filter(words__contains=word)
        return rows


class PersonManager(BaseUserManager.from_queryset(PersonRows)):  # type: ignore[misc]  # built at run time
    @verb
    def join(self, *, name: str, email: str | None = None, password: str | None = None, at: Any = None, **profile: Any) -> "Person":
        """A new person. Without an address or a password they cannot sign in until they are invited or given a link."""
        person = self.newcomer(name=name, email=email, password=password, at=at, **profile)
        self.join_all([person], is_history=at is not None)
        return person

    def newcomer(self, *, name: str, email: str | None = None, password: str | None = None, at: Any = None, **profile: Any) -> "Person":
        """Somebody who has not joined yet; saves nothing."""
        person: Person = self.model(name=tidy_name(name), email=tidy_email(email), joined_at=at or now(), **profile)
        person.set_password(password)
        person.remember_words()
        return person

    @verb
    def join_all(self, newcomers: "Sequence[Person]", *, is_history: bool) -> None:
        """Newcomers become part of this Junto, in as many queries for a hundred as for one."""
        self.bulk_create(newcomers)
        with_address = [person for person in newcomers if person.email]
        EmailAddress.objects.bulk_create(EmailAddress(user=person, email=person.email, primary=True) for person in with_address)
        announce_all(facts.PersonJoined(person_id=person.pk, at=person.joined_at if is_history else None) for person in newcomers)

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
    picture = models.CharField(max_length=32, default="", blank=True, editable=False)
    """The key of the picture that is shown; kept here so that no list asks for it apart."""
    is_active = models.BooleanField(default=True)
    is_owner = models.BooleanField(default=False)
    is_auditor = models.BooleanField(default=False)
    """Reads how this Junto is set and who looked at what; sees no more than others otherwise."""
    joined_at = models.DateTimeField(default=now)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    name_key = models.CharField(max_length=200, editable=False, default="")
    """The name as lists are ordered by it: without accents and capitals, the same on every database."""
    words = models.TextField(editable=False, default="")
    """Everything the directory finds the person by, written the same way."""

    objects: ClassVar[Any] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        db_table = "person"
        indexes = [models.Index(fields=["name_key", "id"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("people:person", self.pk)

    @property
    def is_overseer(self) -> bool:
        """Whether the person may read how this Junto is set, what it keeps of people, and the access log."""
        return self.is_owner or self.is_auditor

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
    def face(self) -> str:
        """Where the small picture of the person is; nothing when there is none, or nobody may see it because the account was ended."""
        return address(self.picture, SMALL) if self.picture and self.is_active else ""

    @property
    def large_face(self) -> str:
        """The same for the person's own page."""
        return address(self.picture, LARGE) if self.picture and self.is_active else ""

    @property
    def has_account(self) -> bool:
        """Whether this person can sign in at all."""
        return self.email is not None

    def remember_words(self) -> None:
        """Works out what lists order and find the person by; saves nothing."""
        self.name_key = folded(self.name)[:200]
        self.words = "\n".join(folded(getattr(self, field)) for field in FOUND_BY)

    def mirror_address(self) -> None:
        """Keeps the one row by which sign-in knows the address."""
        EmailAddress.objects.filter(user=self).exclude(email=self.email or "").delete()
        if self.email:
            EmailAddress.objects.get_or_create(user=self, email=self.email, defaults={"primary": True})

    @verb
    def change_profile(self, **changes: Any) -> None:
        """Changes what the person says of themselves; only the fields named."""
        for field, value in changes.items():
            setattr(self, field, tidy_name(value) if field == "name" else value)
        self.remember_words()
        self.save(update_fields=[*changes, "name_key", "words"])
        announce(facts.ProfileChanged(person_id=self.pk))

    @verb
    def show_picture(self, key: str) -> None:
        """From now on the person is shown with this picture, or with drawn initials when there is none."""
        self.picture = key
        self.save(update_fields=["picture"])
        announce(facts.ProfileChanged(person_id=self.pk))

    @verb
    def can_be_asked_about(self, names: list[str]) -> None:
        """Sets the topics the person says they can be asked about."""
        self.ask_me_about.set(Topic.objects.called(names))
        announce(facts.ProfileChanged(person_id=self.pk))

    @verb
    def claim(self, *, email: str, password: str) -> None:
        """Gives a person an import brought along the account of whoever they really are."""
        self.take_address(email)
        self.change_password(password)

    @verb
    def take_address(self, email: str) -> None:
        """From now on the person signs in with this address. IntegrityError when somebody else has it."""
        self.email = tidy_email(email)
        self.save(update_fields=["email"])
        self.mirror_address()
        announce(facts.AddressTaken(person_id=self.pk))

    @verb
    def change_password(self, password: str, *, but: str = "") -> None:
        """Sets the password and signs the person out everywhere (but for the session with that key)."""
        self.set_password(password)
        self.save(update_fields=["password"])
        end_sessions(self.pk, but=but)

    @verb
    def take_out_password(self) -> None:
        """No password opens this account from now on, until one is chosen again."""
        self.set_unusable_password()
        self.save(update_fields=["password"])

    @verb
    def deactivate(self, *, by: "Person", why: str = "") -> None:
        """Ends the account and, at once, every session and stream. What the person wrote stays. Raises LastOwner."""
        self._keep_an_owner()
        self.is_active, self.deactivated_at = False, now()
        self.save(update_fields=["is_active", "deactivated_at"])
        end_sessions(self.pk)
        announce(facts.PersonDeactivated(person_id=self.pk, by_id=by.pk))
        Look.objects.note(LookKind.ENDED, by=by, people=[self.pk], why=why)

    @verb
    def reactivate(self, *, by: "Person", why: str = "") -> None:
        """Lets the person sign in again."""
        self.is_active, self.deactivated_at = True, None
        self.save(update_fields=["is_active", "deactivated_at"])
        announce(facts.PersonReturned(person_id=self.pk, by_id=by.pk))
        Look.objects.note(LookKind.REOPENED, by=by, people=[self.pk], why=why)

    @verb
    def make_owner(self, *, by: "Person | None" = None, why: str = "") -> None:
        """Gives the person the keys of the instance."""
        self.is_owner = True
        self.save(update_fields=["is_owner"])
        announce(facts.OwnershipGiven(person_id=self.pk, by_id=by.pk if by else None))
        if by:
            Look.objects.note(LookKind.RIGHTS, by=by, people=[self.pk], why=why)

    @verb
    def end_ownership(self, *, by: "Person", why: str = "") -> None:
        """Takes the keys back. Raises LastOwner."""
        self._keep_an_owner()
        self.is_owner = False
        self.save(update_fields=["is_owner"])
        announce(facts.OwnershipEnded(person_id=self.pk, by_id=by.pk))
        Look.objects.note(LookKind.RIGHTS, by=by, people=[self.pk], why=why)

    @verb
    def make_auditor(self, *, by: "Person", why: str = "") -> None:
        """Lets the person read settings, definitions and the access log; it opens nothing else."""
        self.is_auditor = True
        self.save(update_fields=["is_auditor"])
        announce(facts.AuditingGiven(person_id=self.pk, by_id=by.pk))
        Look.objects.note(LookKind.RIGHTS, by=by, people=[self.pk], why=why)

    @verb
    def end_auditing(self, *, by: "Person", why: str = "") -> None:
        """Takes that back."""
        self.is_auditor = False
        self.save(update_fields=["is_auditor"])
        announce(facts.AuditingEnded(person_id=self.pk, by_id=by.pk))
        Look.objects.note(LookKind.RIGHTS, by=by, people=[self.pk], why=why)

    def _keep_an_owner(self) -> None:
        one_at_a_time("owners")
        if self.is_owner and not Person.objects.owners().exclude(pk=self.pk).exists():
            raise LastOwner


def tidy_email(email: str | None) -> str | None:
    """One spelling for one address."""
    return unicodedata.normalize("NFKC", email).strip().casefold() if email else None


def tidy_name(name: str) -> str:
    """The name as it is kept: one line, nothing invisible, never empty."""
    return one_line(name, 120) or NAMELESS
