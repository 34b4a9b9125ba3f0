import secrets
from datetime import timedelta

from django.db import models
from django.utils.crypto import salted_hmac

from junto.interop.models.chat_door import ChatDoor
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person

GOOD_FOR = timedelta(minutes=15)


class ChatLinkRows(models.QuerySet["ChatLink"]):
    def confirmed(self) -> "ChatLinkRows":
        """Those that count."""
        return self.filter(confirmed_at__isnull=False)

    def of(self, door: ChatDoor, team: str, user: str) -> "ChatLinkRows":
        """For one account of that chat."""
        return self.filter(door=door, team=team, user=user)

    @verb
    def begin(self, door: ChatDoor, team: str, user: str, *, person: Person) -> str:
        """The person says that this account is theirs. Gives the code with which that account says the same."""
        self.of(door, team, user).filter(person=person, confirmed_at=None).delete()
        code = "".join(secrets.choice("0123456789") for _ in range(6))
        self.get_or_create(door=door, team=team, user=user, person=person, defaults={"code_hash": hashed(code), "begun_at": now()})
        return code

    @verb
    def confirm(self, door: ChatDoor, team: str, user: str, code: str) -> "ChatLink | None":
        """The account said the code: from now on it is this person's, and nobody else's."""
        waiting = self.of(door, team, user).filter(confirmed_at=None, begun_at__gt=now() - GOOD_FOR)
        link = waiting.filter(code_hash=hashed(code)).first()
        if link is not None:
            self.of(door, team, user).exclude(pk=link.pk).delete()
            link.confirmed_at, link.code_hash = now(), ""
            link.save(update_fields=["confirmed_at", "code_hash"])
        return link


class ChatLink(models.Model):
    """Whose account in a chat it is: said by the person here and by the account there. For one door only: its host could pretend."""

    door = models.ForeignKey(ChatDoor, models.CASCADE, related_name="links")
    person = models.ForeignKey(Person, models.CASCADE, related_name="chat_links")
    team = models.CharField(max_length=120)
    user = models.CharField(max_length=120)
    begun_at = models.DateTimeField(default=now)
    code_hash = models.CharField(max_length=64, blank=True, default="")
    confirmed_at = models.DateTimeField(null=True)

    objects = ChatLinkRows.as_manager()

    class Meta:
        db_table = "chat_link"
        constraints = [
            models.UniqueConstraint(fields=["door", "team", "user", "person"], name="chat_link_once"),
            models.UniqueConstraint(
                fields=["door", "team", "user"], condition=models.Q(confirmed_at__isnull=False), name="one_person_for_an_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.door_id}"


def hashed(code: str) -> str:
    """Six digits are few: without the secret key nobody finds them from their hash."""
    return salted_hmac("junto.interop.chat.link", code, algorithm="sha256").hexdigest()
