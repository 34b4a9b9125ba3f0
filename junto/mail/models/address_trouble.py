from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.mail.facts import AddressClosed
from junto.notify.models import ClosedWay
from junto.people.models import Person


class AddressTroubleRows(models.QuerySet["AddressTrouble"]):
    def of(self, person: Person) -> "AddressTroubleRows":
        """What stands against the address this person has now; a former address is nobody's trouble any more."""
        return self.filter(person=person, email=person.email or "")

    def closed(self) -> "AddressTroubleRows":
        """Addresses nothing is written to."""
        return self.exclude(kind=AddressTrouble.Kind.FAILING)

    @verb
    def close(self, person: Person, kind: str, status: str = "") -> None:
        """Nothing is written to the person's address from now on, and they are told in the inbox. Closed already, nothing happens."""
        if self.of(person).closed().exists():
            return
        self._write(person, kind, status)
        announce(AddressClosed(person_id=person.pk))

    @verb
    def fail(self, person: Person, status: str = "") -> None:
        """Mail to the person's address did not get through this time. When that lasts too long, the address is closed."""
        first = self.of(person).first()
        if first is None:
            self._write(person, AddressTrouble.Kind.FAILING, status)
        elif first.since < now() - AddressTrouble.PATIENCE:
            self.close(person, AddressTrouble.Kind.REFUSED, status)
        else:
            self.filter(pk=first.pk).update(status=status[:20])

    @verb
    def arrived(self, person: Person) -> None:
        """Mail to the person's address got through: what failed before was no lasting trouble."""
        self.filter(person=person, kind=AddressTrouble.Kind.FAILING).delete()

    @verb
    def set_right(self, *, by: Person) -> None:
        """The person says that their address works, or took another; it is written to again."""
        self.filter(person=by).delete()
        ClosedWay.objects.open_again(by, "mail")

    def _write(self, person: Person, kind: str, status: str) -> None:
        told = {"email": person.email, "kind": kind, "status": status[:20], "since": now()}
        self.update_or_create(person=person, defaults=told)


class AddressTrouble(models.Model):
    """Mail to somebody's address does not arrive, or they do not want it. Closed, the address is written to no more."""

    class Kind(models.TextChoices):
        FAILING = "failing", _("does not get through at the moment")
        REFUSED = "refused", _("refused for good")
        COMPLAINED = "complained", _("reported as unwanted")

    PATIENCE = timedelta(days=5)
    """How long mail servers are given to mend what they call passing (RFC 5321 says 4 to 5 days)."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    email = models.EmailField(max_length=254)
    kind = models.CharField(max_length=12, choices=Kind)
    status = models.CharField(max_length=20, default="")
    """What the other mail server said, as its number only (550 5.1.1): its words may hold anything."""
    since = models.DateTimeField(default=now)

    objects = AddressTroubleRows.as_manager()

    class Meta:
        db_table = "mail_address_trouble"

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
