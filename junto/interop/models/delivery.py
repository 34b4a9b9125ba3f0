from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from junto.interop.models.webhook import Webhook
from junto.interop.webhooks.signing import new_key
from junto.kit.clock import now
from junto.kit.facts import verb

KEPT = timedelta(days=14)


class DeliveryRows(models.QuerySet["Delivery"]):
    def waiting(self) -> "DeliveryRows":
        """What was not brought yet, and is still tried."""
        return self.filter(state=Delivery.State.WAITING)

    def due(self, webhook: Webhook) -> "DeliveryRows":
        """What may be brought now, longest due first. Where the webhook rests, only what a host asked for."""
        rests = webhook.paused_at is not None or (webhook.rests_until is not None and webhook.rests_until > now())
        rows = self.waiting().filter(webhook=webhook, next_at__lte=now()).order_by(F("is_wanted").desc(), "next_at", "pk")
        return rows.filter(is_wanted=True) if rests else rows

    def upcoming(self, webhook: Webhook) -> "DeliveryRows":
        """What will be due by itself: everything, or while it is paused what a host asked for."""
        rows = self.waiting().filter(webhook=webhook).order_by("next_at")
        return rows.filter(is_wanted=True) if webhook.paused_at else rows

    def plan(self, webhooks: Sequence[Webhook], kind: str, **about: Any) -> None:
        """Writes down for each of these webhooks that it is to be told."""
        self.bulk_create(self.model(webhook=webhook, kind=kind, key=new_key(), next_at=now(), **about) for webhook in webhooks)

    def forget(self) -> None:
        """Lets go of what is older than it is kept."""
        self.filter(made_at__lt=now() - KEPT).delete()


class Delivery(models.Model):
    """One thing a webhook is told, and how that went. Of what was said only the shape is kept: no names, no words, for fourteen days."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        TAKEN = "taken", _("taken")
        GIVEN_UP = "given_up", _("given up")
        GONE = "gone", _("not sent: it is no longer there")

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    key = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=40)
    thread_id = models.BigIntegerField(null=True)
    post_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(default=now, db_index=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    next_at = models.DateTimeField()
    is_wanted = models.BooleanField(default=False)
    """Whether a host asked for it: then it is tried even while the webhook rests."""
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True)
    seconds = models.FloatField(null=True)
    body = models.TextField(blank=True, default="")
    said = models.TextField(blank=True, default="")
    """What the other side answered, or why nothing could be brought."""

    objects = DeliveryRows.as_manager()

    class Meta:
        db_table = "webhook_delivery"
        indexes = [
            models.Index(fields=["webhook", "-id"], name="delivery_of_webhook"),
            models.Index(fields=["webhook", "next_at"], name="delivery_waiting", condition=Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_due(self) -> bool:
        """Whether it is tried within the minute."""
        return self.next_at <= now() + timedelta(minutes=1)

    @verb
    def again(self) -> None:
        """Is brought once more, with the same key, so that the other side can tell that it is the same."""
        self.state, self.next_at, self.tries, self.is_wanted = self.State.WAITING, now(), 0, True
        self.save(update_fields=["state", "next_at", "tries", "is_wanted"])
        self.webhook.call()
