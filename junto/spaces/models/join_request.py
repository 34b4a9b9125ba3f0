from typing import Any

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.spaces.facts import JoinRequestAnswered, JoinRequested
from junto.spaces.models.space import Space


class JoinRequestRows(models.QuerySet["JoinRequest"]):
    def for_rows(self) -> "JoinRequestRows":
        """With what a list of requests shows."""
        return self.filter(person__is_active=True).select_related("person", "space")

    @verb
    def ask(self, space: Space, *, by: Person, message: str = "") -> "JoinRequest":
        """Asks the hosts to be let in; asking twice changes nothing."""
        request, is_new = self.get_or_create(space=space, person=by, defaults={"message": message.strip()[:500]})
        if is_new:
            announce(JoinRequested(space_id=space.pk, request_id=request.pk, by_id=by.pk))
        return request

    @verb
    def put_back(self, space: Space, *, by: Person, message: str, at: Any) -> None:
        """Undoes that a host did not let somebody in: they wait as before, and nobody is told again."""
        if not space.memberships.filter(person=by).exists():
            self.get_or_create(space=space, person=by, defaults={"message": message, "at": at})


class JoinRequest(models.Model):
    """Somebody asked to be let into a space. Answered requests are deleted."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(Person, models.CASCADE, related_name="join_requests")
    message = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=now)

    objects = JoinRequestRows.as_manager()

    class Meta:
        db_table = "join_request"
        constraints = [models.UniqueConstraint(fields=["space", "person"], name="join_request_once")]

    def __str__(self) -> str:
        return f"{self.person_id} asks for {self.space_id}"

    @verb
    def accept(self, *, by: Person) -> None:
        """Lets the person in and tells them. Nothing happens when they took the request back meanwhile."""
        if self._settled():
            self.space.add(self.person)
            self._answered(by, accepted=True)

    @verb
    def decline(self, *, by: Person) -> None:
        """Does not let the person in. They may ask again; nobody else hears of it."""
        if self._settled():
            self._answered(by, accepted=False)

    @verb
    def withdraw(self) -> None:
        """The person no longer asks."""
        self._settled()

    def _settled(self) -> bool:
        return JoinRequest.objects.filter(pk=self.pk).delete()[0] == 1

    def _answered(self, by: Person, *, accepted: bool) -> None:
        announce(JoinRequestAnswered(space_id=self.space_id, request_id=self.pk, person_id=self.person_id, by_id=by.pk, accepted=accepted))
