import secrets
from datetime import timedelta

from django.db import models
from django.utils.crypto import salted_hmac

from junto.interop.chat.destination import Destination
from junto.interop.models.webhook import Webhook
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person

GOOD_FOR = timedelta(hours=1)
DIGITS = 6


class ChatAddressRows(models.QuerySet["ChatAddress"]):
    def reaching(self) -> "ChatAddressRows":
        """Those whose person has shown that they read there, and that work."""
        return self.filter(confirmed_at__isnull=False, broken_at=None)

    @verb
    def set_up(self, person: Person, *, form: str, to: Destination) -> "ChatAddress":
        """Where this person wants to be reached; what stood there before goes. It counts once they have read a code there."""
        self.filter(person=person).delete()
        return self.create(person=person, form=form, sealed_to=to.sealed(), host=to.host)


class ChatAddress(models.Model):
    """A place in a chat where a person is reached: an address of their own, sealed, for it lets whoever knows it write there."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="chat_address")
    form = models.CharField(max_length=12, choices=[choice for choice in Webhook.Form.choices if choice[0] != "junto"])
    host = models.CharField(max_length=253)
    sealed_to = models.TextField()
    set_up_at = models.DateTimeField(default=now)
    code_hash = models.CharField(max_length=64, blank=True, default="")
    code_good_until = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    broken_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True, default="")
    """Why the last message did not arrive."""
    last_key = models.CharField(max_length=64, blank=True, default="")
    """What was brought last, so that it is not brought again after a crash."""

    objects = ChatAddressRows.as_manager()

    class Meta:
        db_table = "chat_address"

    def __str__(self) -> str:
        return f"{self.form} of {self.person_id}"

    @property
    def to(self) -> Destination:
        """Where it leads. Raises InvalidToken when the secret key is another one."""
        return Destination.unsealed(self.sealed_to)

    @verb
    def new_code(self) -> str:
        """A code to be read there; only its hash is kept."""
        code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        self.code_hash, self.code_good_until = _hashed(self.pk, code), now() + GOOD_FOR
        self.save(update_fields=["code_hash", "code_good_until"])
        return code

    @verb
    def confirm(self, code: str) -> bool:
        """Whether that is the code; then the person is reached here from now on."""
        is_good = self.code_good_until is not None and self.code_good_until > now()
        if not is_good or not secrets.compare_digest(self.code_hash, _hashed(self.pk, code.strip())):
            return False
        self.confirmed_at, self.code_hash, self.code_good_until, self.said = now(), "", None, ""
        self.save(update_fields=["confirmed_at", "code_hash", "code_good_until", "said"])
        return True

    @verb
    def arrived(self, key: str = "") -> None:
        """Something was taken there."""
        self.last_key, self.said = key[:64], ""
        self.save(update_fields=["last_key", "said"])

    @verb
    def did_not_arrive(self, said: str, *, for_good: bool) -> None:
        """Remembers why; for good: the person is not reached here any more until they set it up anew."""
        self.said = said[:300]
        self.broken_at = self.broken_at or (now() if for_good else None)
        self.save(update_fields=["said", "broken_at"])


def _hashed(number: int, code: str) -> str:
    """Six digits are few: without the secret key nobody finds them from their hash."""
    return salted_hmac("junto.interop.chat", f"{number}:{code}", algorithm="sha256").hexdigest()
