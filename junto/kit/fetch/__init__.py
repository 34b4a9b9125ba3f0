"""The one door to the outside web: nothing else in the house asks another machine for a page because of what somebody wrote.

Only the worker fetches, never a request. The door is only loaded where it is used: it brings TLS and lists of networks.
"""

from junto.kit.fetch.door import fetch
from junto.kit.fetch.fetched import PAGE, PICTURE, Fetched
from junto.kit.fetch.refusals import NotFetched

__all__ = ["PAGE", "PICTURE", "Fetched", "NotFetched", "fetch"]
