from typing import Any

from django.db.models import QuerySet

from junto.interop.chat.destination import PURPOSE
from junto.interop.models import ChatAddress, ChatDoor, Webhook
from junto.people.sealing_anew import Sealed


class Webhooks(Sealed):
    """Where they lead, and what their deliveries are signed with."""

    name = "interop.webhooks"
    purpose = PURPOSE
    columns = ("sealed_to", "sealed_secret", "sealed_former_secret")

    def rows(self) -> QuerySet[Any]:
        return Webhook._base_manager.all()


class ChatDoors(Sealed):
    """By what a chat shows that it is the one."""

    name = "interop.chat_doors"
    purpose = PURPOSE
    columns = ("sealed_secret",)

    def rows(self) -> QuerySet[Any]:
        return ChatDoor._base_manager.all()


class ChatAddresses(Sealed):
    """Where somebody is reached by chat."""

    name = "interop.chat_addresses"
    purpose = PURPOSE
    columns = ("sealed_to",)

    def rows(self) -> QuerySet[Any]:
        return ChatAddress._base_manager.all()
