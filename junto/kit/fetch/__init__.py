"""The one door to the outside web: nothing else in the house asks or tells another machine something because of what somebody wrote.

Only the worker goes through it, never a request. The door is only loaded where it is used: it brings TLS and lists of networks.
"""

from junto.kit.fetch.door import fetch
from junto.kit.fetch.fetched import PAGE, PICTURE, Fetched
from junto.kit.fetch.refusals import NotFetched
from junto.kit.fetch.sending import Answered, judged, send

__all__ = ["PAGE", "PICTURE", "Answered", "Fetched", "NotFetched", "fetch", "judged", "send"]
