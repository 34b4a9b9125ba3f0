"""Brings one delivery, and notes how it went."""

import json
import random
from contextlib import suppress
from datetime import timedelta

from cryptography.fernet import InvalidToken
from django.utils.translation import gettext as _

from junto.interop.chat.message import seen
from junto.interop.models import Delivery, Webhook
from junto.interop.telling import tell
from junto.interop.webhooks.happening import LEFT_OUT, Happening, happening, without_words
from junto.interop.webhooks.kinds import TEST
from junto.interop.webhooks.parcels import parcel
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.fetch import Answered, NotFetched

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 60, 300, 1800, *(hours * 3600 for hours in (2, 5, 10, 14, 20, 24))))
"""Between one try and the next, about three days in all."""
LEAST, MOST = 0.9, 1.1
"""Of each pause: a little more or less, so that many do not come back together."""
LONGEST_REST = timedelta(hours=1)
"""A webhook that failed is left alone for as long as its last pause, but new things are tried at least so often."""
GIVES_UP = sum(PAUSES, timedelta()) * LEAST
"""As long as it takes at least until one thing was tried to the end."""
GONE = 410
LONGEST_SAID = 300


def bring(delivery: Delivery) -> None:
    """One try. What is no longer there is not sent; a space that was closed meanwhile is asked about."""
    webhook = delivery.webhook
    told = happening(delivery)
    if not webhook.may_leave():
        return _stop(webhook, "closed")
    if told is None:
        return _no_longer_there(delivery)
    try:
        sent = parcel(told, webhook)
        answered = tell(sent.address, sent.body, sent.headers)
    except (NotFetched, InvalidToken) as refused:
        said = str(refused) or _("The secret key of this Junto is another one now; enter the address again.")
        return _failed(delivery, told, said)
    if answered.is_taken:
        return _taken(delivery, told, answered)
    _failed(delivery, told, _words(answered, told), answered)


@verb
def _taken(delivery: Delivery, told: Happening, answered: Answered) -> None:
    webhook = _with_its_turn_over(delivery)
    _note(delivery, told, Delivery.State.TAKEN, "", answered)
    webhook.failures, webhook.failing_since, webhook.rests_until = 0, None, None
    webhook.save(update_fields=["failures", "failing_since", "rests_until", "busy_until"])


@verb
def _failed(delivery: Delivery, told: Happening, said: str, answered: Answered | None = None) -> None:
    """Tried again later, each time later; after the last pause it is given up. A test is tried once: somebody waits for how it went."""
    pause = _pause(delivery.tries, answered)
    is_gone = answered is not None and answered.status == GONE
    is_over = pause is None or is_gone or delivery.kind == TEST
    webhook = _with_its_turn_over(delivery)
    delivery.next_at, delivery.is_wanted = now() + (pause or timedelta()), False
    _note(delivery, told, Delivery.State.GIVEN_UP if is_over else Delivery.State.WAITING, said, answered)
    if delivery.kind != TEST:
        _rest(webhook, answered)
    webhook.save(update_fields=["failures", "failing_since", "rests_until", "busy_until"])
    if is_gone:
        webhook.stop("gone")
    elif webhook.failing_since is not None and webhook.failing_since <= now() - GIVES_UP:
        webhook.stop("failed")


def _rest(webhook: Webhook, answered: Answered | None) -> None:
    """It failed once more, and is left alone for a while."""
    webhook.failing_since = webhook.failing_since or now()
    webhook.rests_until = now() + min(_pause(webhook.failures, answered) or LONGEST_REST, LONGEST_REST)
    webhook.failures += 1


@verb
def _no_longer_there(delivery: Delivery) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(state=Delivery.State.GONE, tried_at=now())
    _with_its_turn_over(delivery).save(update_fields=["busy_until"])


@verb
def _stop(webhook: Webhook, because: str) -> None:
    webhook.busy_until = None
    webhook.save(update_fields=["busy_until"])
    webhook.stop(because)


def _with_its_turn_over(delivery: Delivery) -> Webhook:
    """As it stands now: a host may have changed it while the other side took its time."""
    webhook = Webhook.objects.select_for_update().get(pk=delivery.webhook_id)
    webhook.busy_until = None
    return webhook


def _note(delivery: Delivery, told: Happening, state: str, said: str, answered: Answered | None) -> None:
    delivery.state, delivery.said, delivery.tried_at = state, said, now()
    delivery.tries += 1
    delivery.status = answered.status if answered else None
    delivery.seconds = round(answered.seconds, 3) if answered else None
    delivery.body = json.dumps(without_words(told.payload()), ensure_ascii=False, indent=2)
    fields = ["state", "said", "tried_at", "tries", "status", "seconds", "body", "next_at", "is_wanted"]
    delivery.save(update_fields=fields)


def _pause(failures: int, answered: Answered | None) -> timedelta | None:
    """A little more or less each time; and as long as the other side asked for."""
    if failures >= len(PAUSES):
        return None
    return max(PAUSES[failures] * random.uniform(LEAST, MOST), timedelta(seconds=answered.rest if answered else 0))


def _words(answered: Answered, told: Happening) -> str:
    """The beginning of what the other side said, on one line. Where it says back what it was told, that is left out."""
    if 300 <= answered.status < 400:
        return _("The other side leads elsewhere. That is not followed: enter the address it leads to.")
    said = ""
    with suppress(UnicodeDecodeError):
        said = answered.body[:LONGEST_SAID].decode()
    line = " ".join(seen(said).split())
    return LEFT_OUT if any(word in line for word in told.words) else line
