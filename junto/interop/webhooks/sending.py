"""Telling other tools: what happened becomes deliveries, and the worker brings them, one webhook at a time and one delivery at a turn.

A delivery is brought at least once, always with the same key. In which order they arrive is not promised.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from junto.interop.models import Delivery, Webhook
from junto.interop.models.webhook import WebhookRows
from junto.interop.webhooks.kinds import kind_of
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import Fact, verb
from junto.kit.work import later, listener, visit

TURN = timedelta(minutes=1)
"""Longer than anything takes that is brought: whoever is still at it then was stopped."""
LOST = timedelta(minutes=15)
"""After which a call is not believed any more: the worker's own lease is over by then."""


@listener
def follow(fact: Fact) -> None:
    """Plans a delivery for every webhook of the space that tells this, and stood already when it happened."""
    space: Any = getattr(fact, "space_id", None)
    telling = [webhook for webhook in _telling(space=space) if fact.at is None or webhook.set_up_at <= fact.at]
    kind = kind_of(fact) if telling else ""
    tell([webhook for webhook in telling if kind in webhook.kinds], kind, fact)


@verb
def tell(webhooks: list[Webhook], kind: str, fact: Fact | None = None) -> None:
    """Has these webhooks told."""
    about = {name: getattr(fact, name, None) for name in ("thread_id", "post_id")}
    Delivery.objects.plan(webhooks, kind, **about)
    for webhook in webhooks:
        call(webhook.pk, now())


@visit
def deliver(webhook: int) -> None:
    """Brings what has been due longest. The next goes to the end of the queue, so that whoever is slow holds up nobody but themselves."""
    from junto.interop.webhooks.bringing import bring  # it brings TLS, which most starts do not need

    delivery = _begin(webhook)
    if delivery is not None:
        with suppress(Webhook.DoesNotExist):  # a host took it away while the other side took its time
            bring(delivery)
    _go_on(webhook)


@listener
def forget_deliveries() -> None:
    """Lets go of the history that is old enough."""
    Delivery.objects.all().forget()


@verb
def call(webhook: int, at: datetime) -> None:
    """Has the worker look after this webhook then, unless it will do so earlier anyway."""
    is_news = Q(called_for=None) | Q(called_for__gt=at) | Q(called_for__lt=now() - LOST)
    if Webhook.objects.filter(is_news, pk=webhook).update(called_for=at):
        later(deliver, at=at, webhook=webhook)


@verb
def _begin(number: int) -> Delivery | None:
    """Takes the turn of this webhook; nothing when somebody else is at it, or nothing is due."""
    for webhook in Webhook.objects.select_for_update().filter(pk=number):
        if webhook.busy_until and webhook.busy_until > now():
            return None
        delivery = Delivery.objects.due(webhook).first()
        if delivery is not None:
            webhook.busy_until = now() + TURN
            webhook.save(update_fields=["busy_until"])
        return delivery
    return None


@verb
def _go_on(number: int) -> None:
    """Sets when it is looked after next. The row is locked, so that what is planned meanwhile is either seen here or calls by itself."""
    for webhook in Webhook.objects.select_for_update().filter(pk=number):
        webhook.called_for = None
        webhook.save(update_fields=["called_for"])
        upcoming = Delivery.objects.upcoming(webhook).first()
        if upcoming is not None:
            rest = None if upcoming.is_wanted else webhook.rests_until
            call(number, max(upcoming.next_at, rest or upcoming.next_at, webhook.busy_until or upcoming.next_at))


@compiled
def _telling(space: int) -> WebhookRows:
    return Webhook.objects.filter(space=space).telling()
