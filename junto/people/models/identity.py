from typing import TYPE_CHECKING

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people import facts
from junto.people.models.person import Person

if TYPE_CHECKING:
    from junto.people.providers import Claims


class IdentityRows(models.QuerySet["Identity"]):
    def named(self, claims: "Claims") -> "Identity | None":
        """Who somebody is at a provider: by issuer and `sub` and nothing else. Addresses change hands, these do not."""
        return self.filter(issuer=claims.issuer, sub=claims.sub).select_related("person").first()

    @verb
    def link(self, person: Person, claims: "Claims") -> "Identity":
        """From now on the person signs in with it. IntegrityError when it is somebody's already."""
        announce(facts.IdentityLinked(person_id=person.pk, provider=claims.provider))
        return self.create(person=person, provider=claims.provider, issuer=claims.issuer, sub=claims.sub)


class Identity(models.Model):
    """Who somebody is at a provider of sign-in (OpenID Connect)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="identities")
    provider = models.CharField(max_length=40)
    issuer = models.CharField(max_length=255)
    sub = models.CharField(max_length=255)
    linked_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = IdentityRows.as_manager()

    class Meta:
        db_table = "identity"
        constraints = [models.UniqueConstraint(fields=["issuer", "sub"], name="identity_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.provider}"

    @verb
    def used(self) -> None:
        """Remembers when it last let its person in."""
        self.last_used_at = now()
        self.save(update_fields=["last_used_at"])

    @verb
    def unlink(self, *, by: Person) -> None:
        """It lets nobody in from now on."""
        announce(facts.IdentityUnlinked(person_id=self.person_id, by_id=by.pk, provider=self.provider))
        self.delete()
