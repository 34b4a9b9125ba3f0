import base64
import secrets
from typing import ClassVar

from django.db import models
from django.utils.crypto import constant_time_compare

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.proofs import proofs
from junto.people.models import Person

KEY = 22
"""So many letters of an address say which row is meant; the others prove that this Junto made it."""
PROOF_BYTES = 18
LONGEST_SUBJECT = 420
"""A search may be 400 letters long."""


class PersonalAddressRows(models.QuerySet["PersonalAddress"]):
    def of(self, person: Person) -> "PersonalAddressRows":
        """This person's own. Nobody sees another person's."""
        return self.filter(person=person)

    def opened_by(self, word: str, kind: str) -> "PersonalAddress | None":
        """The address with this secret word, while whoever made it is here."""
        found = self.filter(key=word[:KEY], kind=kind, person__is_active=True).select_related("person").first()
        return found if found and any(constant_time_compare(each, word) for each in found.words) else None

    @verb
    def make(self, *, by: Person, kind: str, subject: str) -> "PersonalAddress":
        """An address for that; where there is one already, the former stops working. Raises TooMany."""
        former = self.filter(person=by, kind=kind, subject=subject)
        if not former.delete()[0] and self.of(by).count() >= PersonalAddress.MOST:
            raise TooMany
        return self.create(person=by, kind=kind, subject=subject)


def new_key() -> str:
    """What nobody guesses: 128 bits."""
    return secrets.token_urlsafe(16)


class PersonalAddress(models.Model):
    """An address by which a program reads for one person, without signing in: a feed of something, or their calendar.

    What stands here opens nothing: the secret word is made of the key with the secret key of this Junto, each time it is shown.
    """

    MOST = 60

    class Kind(models.TextChoices):
        FEED = "feed"
        CALENDAR = "calendar"

    person = models.ForeignKey(Person, models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    """What it is of, such as `space:repairs`, `search:check valve` or `inbox`."""
    key = models.CharField(max_length=KEY, unique=True, default=new_key)
    made_at = models.DateTimeField(default=now)
    used_on = models.DateField(null=True)
    """The day when something last read there. Hours would tell how somebody works."""

    objects = PersonalAddressRows.as_manager()

    class Meta:
        db_table = "personal_address"
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "kind", "subject"], name="one_address_for_each")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject} for {self.person_id}"

    def get_absolute_url(self) -> str:
        return url(f"interop:{self.kind}", self.word)

    @property
    def word(self) -> str:
        """The secret part of the address."""
        return self.words[0]

    @property
    def words(self) -> list[str]:
        """It, and what it was with secret keys of before that still count."""
        made = proofs("junto.interop.personal", f"{self.kind} {self.key}")
        return [self.key + base64.urlsafe_b64encode(proof[:PROOF_BYTES]).decode() for proof in made]

    @verb
    def note_use(self) -> None:
        """Something read there today; written once a day."""
        today = now().date()
        if self.used_on != today:
            self.used_on = today
            self.save(update_fields=["used_on"])

    @verb
    def end(self) -> None:
        """From now on there is nothing at this address."""
        self.delete()


class TooMany(Exception):
    """Somebody has as many addresses as one person may have."""
