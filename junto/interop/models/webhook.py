from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.interop.chat.destination import PURPOSE, Destination
from junto.interop.facts import WebhookChanged, WebhookEnded, WebhookSetUp, WebhookStopped
from junto.interop.webhooks.signing import new_secret
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.kit.text.line import one_line
from junto.people.models import Person
from junto.people.sealing import seal, unseal
from junto.spaces.models import Space

BOTH_GOOD = timedelta(days=1)
"""How long after a change of secrets the former one signs as well."""


class WebhookRows(models.QuerySet["Webhook"]):
    def telling(self) -> "WebhookRows":
        """Those that do not rest."""
        return self.filter(paused_at=None)

    def for_rows(self) -> "WebhookRows":
        """With what a list and the line for members show."""
        return self.only("space_id", "name", "form", "host", "kinds", "paused_at", "paused_because").order_by("pk")

    @verb
    def set_up(self, space: Space, *, by: Person, name: str, form: str, to: Destination, kinds: Sequence[str], **more: Any) -> "Webhook":
        """A webhook of the space. Its secret is `webhook.secret`, to be shown once."""
        webhook = self.model(space=space, set_up_by=by, name=one_line(name, LONGEST_NAME), form=form, kinds=list(kinds), **more)
        webhook.sealed_to, webhook.host = to.sealed(), to.host
        webhook.sealed_secret = seal(new_secret(), PURPOSE)
        webhook.save(force_insert=True)
        announce(WebhookSetUp(space_id=space.pk, webhook_id=webhook.pk, by_id=by.pk))
        return webhook


LONGEST_NAME = 80


class Webhook(models.Model):
    """Another tool that a space tells what happens in it."""

    class Form(models.TextChoices):
        JUNTO = "junto", _("Another program")
        MATTERMOST = "mattermost", "Mattermost"
        SLACK = "slack", "Slack"
        TEAMS = "teams", "Microsoft Teams"
        ZULIP = "zulip", "Zulip"

    class Because(models.TextChoices):
        HOST = "host", _("A host paused it.")
        FAILED = "failed", _("The other side took nothing for three days.")
        GONE = "gone", _("The other side says that this address is no more.")
        CLOSED = "closed", _("The space is no longer open to everybody. Say under “Change” whether what is said here may still go out.")

    space = models.ForeignKey(Space, models.CASCADE, related_name="webhooks")
    name = models.CharField(max_length=LONGEST_NAME)
    form = models.CharField(max_length=12, choices=Form.choices)
    kinds = models.JSONField(default=list)
    language = models.CharField(max_length=10, blank=True, default="")
    host = models.CharField(max_length=253)
    sealed_to = models.TextField()
    sealed_secret = models.TextField()
    sealed_former_secret = models.TextField(blank=True, default="")
    former_good_until = models.DateTimeField(null=True)
    leaves_closed_space = models.BooleanField(default=False)
    """Whether a host said that what only members read may go out."""
    set_up_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    set_up_at = models.DateTimeField(default=now)
    paused_at = models.DateTimeField(null=True)
    paused_because = models.CharField(max_length=8, choices=Because.choices, blank=True, default="")
    failures = models.PositiveIntegerField(default=0)
    """How often in a row the other side did not take what was brought, and since when."""
    failing_since = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True)
    called_for = models.DateTimeField(null=True)
    """For when the worker was last asked to look after it; None: nothing waits."""
    busy_until = models.DateTimeField(null=True)

    objects = WebhookRows.as_manager()

    class Meta:
        db_table = "webhook"

    def __str__(self) -> str:
        return self.name

    @property
    def to(self) -> Destination:
        """Where it leads. Raises InvalidToken when the secret key is another one."""
        return Destination.unsealed(self.sealed_to)

    @property
    def secret(self) -> str:
        """What its deliveries are signed with."""
        return unseal(self.sealed_secret, PURPOSE)

    @property
    def is_chat(self) -> bool:
        return self.form != self.Form.JUNTO

    def good_secrets(self) -> list[str]:
        """The secrets that sign now, the new one first."""
        former_counts = self.former_good_until is not None and self.former_good_until > now()
        return [self.secret, *([unseal(self.sealed_former_secret, PURPOSE)] if former_counts else [])]

    def may_leave(self) -> bool:
        """Whether what is said in the space may go out: everybody may read it, or a host chose so."""
        return self.space.visibility == Space.Visibility.ALL or self.leaves_closed_space

    @verb
    def change(self, *, by: Person, to: Destination | None = None, **changes: Any) -> None:
        """Changes what was named. One that stopped by itself begins anew with it."""
        for field, value in changes.items():
            setattr(self, field, value)
        if to is not None:
            self.sealed_to, self.host = to.sealed(), to.host
        self.save(update_fields=[*changes, "sealed_to", "host"])
        if self.paused_because not in ("", self.Because.HOST):
            return self.resume(by=by)
        self._changed(by)

    @verb
    def renew_secret(self, *, by: Person) -> None:
        """A new secret; the former one signs for a day as well, so that the other side can take its time."""
        self.sealed_former_secret, self.former_good_until = self.sealed_secret, now() + BOTH_GOOD
        self.sealed_secret = seal(new_secret(), PURPOSE)
        self.save(update_fields=["sealed_former_secret", "former_good_until", "sealed_secret"])
        self._changed(by)

    @verb
    def pause(self, *, by: Person) -> None:
        """Brings nothing until somebody says so; what happens meanwhile is not told later."""
        self._rest("host")
        self._changed(by)

    @verb
    def resume(self, *, by: Person) -> None:
        """Tells again, beginning with what still waits."""
        self.paused_at, self.paused_because, self.failures, self.failing_since, self.rests_until = None, "", 0, None, None
        self.save(update_fields=["paused_at", "paused_because", "failures", "failing_since", "rests_until"])
        self._changed(by)
        self.call()

    @verb
    def stop(self, because: str) -> None:
        """Comes to rest by itself; hosts are told once."""
        if not self.paused_at:
            self._rest(because)
            announce(WebhookStopped(space_id=self.space_id, webhook_id=self.pk))

    @verb
    def end(self, *, by: Person) -> None:
        """Goes, with its history."""
        announce(WebhookEnded(space_id=self.space_id, webhook_id=self.pk, by_id=by.pk))
        self.delete()

    @verb
    def call(self, at: datetime | None = None) -> None:
        """Has the worker look after it then, unless it will do so earlier anyway."""
        from junto.interop.webhooks.sending import call

        call(self.pk, at or now())

    def _rest(self, because: str) -> None:
        self.paused_at, self.paused_because = now(), because
        self.save(update_fields=["paused_at", "paused_because"])

    def _changed(self, by: Person) -> None:
        announce(WebhookChanged(space_id=self.space_id, webhook_id=self.pk, by_id=by.pk))
