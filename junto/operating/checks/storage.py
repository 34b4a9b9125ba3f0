"""Whether the store of files takes, gives and takes out: asked by doing it, with a few bytes of our own."""

import io
import secrets

from junto.kit.files.store import store
from junto.operating.troubles import word_for

WORDS = b"Is anybody there?"


def trouble() -> str:
    """What is wrong with the store, as one of the words of `troubles.py`; empty when it is well."""
    folder = f"probe-{secrets.token_hex(8)}"  # its own: several processes ask at once
    name = f"{folder}/it"
    try:
        place = store()
        place.put(name, io.BytesIO(WORDS))
        try:
            whole = b"".join(place.read(name)) == WORDS
        finally:
            place.clear(folder)
    except Exception as error:  # the clients of stores have errors of their own, and every one of them is an answer
        return word_for(error)
    return "" if whole else "other"
