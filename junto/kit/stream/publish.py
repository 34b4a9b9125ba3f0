"""Puts facts into the order in which open pages hear of them."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from junto.kit.clock import now
from junto.kit.facts.fact import Fact
from junto.kit.models import StreamEvent
from junto.kit.stream.bell import ring
from junto.kit.turns import one_at_a_time
from junto.kit.work.listener import listener

KEPT = timedelta(days=1)


@listener
def publish(fact: Fact) -> None:
    """One event for each address the fact is about."""
    send(fact.id, fact.about())


def send(fact: int, addresses: Iterable[str]) -> None:
    """Has open pages that show one of these addresses hear of the fact.

    One transaction at a time writes here, so the order of `seq` is the order of commits.
    """
    events = [StreamEvent(topic=address, fact_id=fact, at=now()) for address in addresses]
    if events:
        one_at_a_time("stream")
        StreamEvent.objects.bulk_create(events)
        transaction.on_commit(ring)


@listener
def forget_old() -> None:
    """Deletes events older than a day; a client that comes back later is told to load the page anew."""
    StreamEvent.objects.filter(at__lt=now() - KEPT).delete()
