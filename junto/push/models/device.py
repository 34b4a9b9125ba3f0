import hashlib
import json
from typing import NamedTuple

from allauth.usersessions.models import UserSession
from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.people.sealing import key_of, seal, unseal

PURPOSE = "push"


class Way(NamedTuple):
    """What a browser named so that it can be called: an address at its maker's, and the keys with which only it reads a call."""

    endpoint: str
    p256dh: str
    auth: str


class DeviceRows(models.QuerySet["Device"]):
    @verb
    def listen(self, person: Person, session: UserSession, way: Way, *, name: str, service: str) -> "Device":
        """This browser wants to be called for this person. A browser listens for one person: whoever asked last."""
        mark = hashlib.sha256(way.endpoint.encode()).hexdigest()
        said = {"person": person, "session": session, "sealed": seal(json.dumps(way), PURPOSE), "name": name, "service": service}
        device = self.update_or_create(mark=mark, defaults=said)[0]
        surplus = self.filter(person=person).order_by("-pk").values_list("pk", flat=True)[Device.MOST :]
        self.filter(pk__in=list(surplus)).delete()
        return device


class Device(models.Model):
    """A browser that is called when something concerns its person. It ends with the session in which it was allowed."""

    MOST = 20

    person = models.ForeignKey(Person, models.CASCADE, related_name="devices")
    session = models.ForeignKey(UserSession, models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64, unique=True)
    """Of its address, by which it is known again without opening what is sealed."""
    sealed = models.TextField()
    """Its way, sealed: with it anybody could try to call."""
    name = models.CharField(max_length=100)
    service = models.CharField(max_length=253)
    """Through whose machine it is called."""
    since = models.DateTimeField(default=now)
    called_at = models.DateTimeField(null=True)

    objects = DeviceRows.as_manager()

    class Meta:
        db_table = "device"

    def __str__(self) -> str:
        return self.name

    @property
    def way(self) -> Way:
        """Raises InvalidToken when the secret key of this house is another one now."""
        return Way(*json.loads(unseal(self.sealed, PURPOSE)))

    @property
    def key(self) -> str:
        """The secret key this house had when the browser allowed calls. It allows anew when somebody comes by and there is another."""
        return key_of(self.sealed, PURPOSE)

    @verb
    def was_called(self) -> None:
        """Its service took a call."""
        self.called_at = now()
        self.save(update_fields=["called_at"])

    @verb
    def end(self) -> None:
        """It is not called any more."""
        Device.objects.filter(pk=self.pk).delete()
