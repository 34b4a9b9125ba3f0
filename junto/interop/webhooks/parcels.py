"""What is brought for a delivery: signed JSON for a program, a message for a chat."""

import json
import time

from django.utils import translation

from junto.interop.chat.products import PRODUCTS, Parcel
from junto.interop.models import Webhook
from junto.interop.webhooks.happening import Happening
from junto.interop.webhooks.signing import signed


def parcel(told: Happening, webhook: Webhook) -> Parcel:
    """The parcel, in the language the webhook speaks."""
    if webhook.is_chat:
        with translation.override(webhook.language or None):
            return PRODUCTS[webhook.form].parcel(told.message(), webhook.to)
    return _signed(told, webhook)


def _signed(told: Happening, webhook: Webhook) -> Parcel:
    body = json.dumps(told.payload(), ensure_ascii=False).encode()
    key, moment = told.delivery.key, int(time.time())
    headers = {
        "Content-Type": "application/json",
        "webhook-id": key,
        "webhook-timestamp": str(moment),
        "webhook-signature": signed(key, moment, body, webhook.good_secrets()),
    }
    return Parcel(webhook.to.address, body, headers)
