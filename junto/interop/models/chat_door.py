import secrets
from typing import Any

from django.db import models

from junto.interop.chat.destination import PURPOSE
from junto.interop.facts import ChatDoorOpened, ChatDoorShut
from junto.interop.models.webhook import Webhook
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.people.sealing import seal, unseal
from junto.spaces.models import Space


class ChatDoorRows(models.QuerySet["ChatDoor"]):
    def answering(self) -> "ChatDoorRows":
        """Those that know how to tell who knocks."""
        return self.exclude(sealed_secret="")

    @verb
    def open(self, space: Space, *, by: Person, product: str) -> "ChatDoor":
        """An address of its own, for one chat. It answers nobody until it knows the chat's secret."""
        announce(ChatDoorOpened(space_id=space.pk, by_id=by.pk))
        return self.create(space=space, product=product, token=secrets.token_urlsafe(24), set_up_by=by, language=by.language)


class ChatDoor(models.Model):
    """Where a chat brings what people ask with a command: one chat, one space."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="chat_doors")
    product = models.CharField(max_length=12, choices=[choice for choice in Webhook.Form.choices if choice[0] != "junto"])
    token = models.CharField(max_length=48, unique=True)
    sealed_secret = models.TextField(blank=True, default="")
    via = models.ForeignKey(Webhook, models.SET_NULL, null=True, blank=True, related_name="+")
    """Where answers go that come later than the chat waits for."""
    leaves_closed_space = models.BooleanField(default=False)
    language = models.CharField(max_length=10, blank=True, default="")
    set_up_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    set_up_at = models.DateTimeField(default=now)

    objects = ChatDoorRows.as_manager()

    class Meta:
        db_table = "chat_door"

    def __str__(self) -> str:
        return f"{self.product} in {self.space_id}"

    @property
    def secret(self) -> str:
        """By which the chat shows that it is the one."""
        return unseal(self.sealed_secret, PURPOSE)

    def may_answer(self) -> bool:
        """Whether answers may go where the question was asked: everybody may read the space, or a host chose so."""
        return self.space.visibility == Space.Visibility.ALL or self.leaves_closed_space

    @verb
    def change(self, *, secret: str, **changes: Any) -> None:
        """Changes what was named; an empty secret leaves the one there is."""
        for field, value in changes.items():
            setattr(self, field, value)
        if secret:
            self.sealed_secret = seal(secret, PURPOSE)
        self.save(update_fields=[*changes, "sealed_secret"])

    @verb
    def shut(self, *, by: Person) -> None:
        """Nobody asks from there any more; who was linked is not."""
        announce(ChatDoorShut(space_id=self.space_id, by_id=by.pk))
        self.delete()
