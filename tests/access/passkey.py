"""What is kept of a passkey; it signs nothing."""

from junto.people.tests.keys import Device

OPTIONS = {"user": {"id": "MQ"}, "challenge": "AAAA"}


def kept() -> dict[str, object]:
    """As allauth keeps it."""
    import json

    return {"name": "A phone", "credential": json.loads(Device().make(OPTIONS))}


PASSKEY = kept()
