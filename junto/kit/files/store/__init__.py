"""Where the bytes are: in the data folder, or in a bucket when `STORAGE_URL` names one. Names are made here, never by people."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from junto.kit.files.store.base import Store, Stored
from junto.kit.files.store.disk import Disk

__all__ = ["Store", "Stored", "store"]


def store() -> Store:
    """The store of this Junto."""
    if settings.STORAGE:
        return _bucket(**settings.STORAGE)
    return Disk(Path(settings.MEDIA_ROOT))


@lru_cache(maxsize=4)
def _bucket(**place: str) -> Store:
    from junto.kit.files.store.bucket import Bucket  # here, for it takes a third of a second and a folder needs none of it

    return Bucket(**place)
