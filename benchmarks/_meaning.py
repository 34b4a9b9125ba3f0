"""Meaning for benchmarks: everything placed at once, and the same asked with it and without."""

from unittest.mock import patch

from junto.kit.meaning import chosen

PORTION = 64


def place_all(file: str = "") -> int:
    """Places every document there is; how many texts the model works out in a second of CPU, 0 when it was asked for none.

    `file` keeps where they stand from one run to the next.
    """
    from benchmarks._kept_places import KeptPlaces
    from junto.search.meaning.placing import place_some

    loaded = chosen.model()
    if loaded is None:
        return 0
    kept = KeptPlaces(loaded, file)
    with patch.object(chosen, "model", return_value=kept):
        while place_some(PORTION):
            pass
    return round(kept.worked_out / kept.spent) if kept.worked_out else 0


class speaking:
    """Meaning and words, or words alone."""

    def __init__(self, words_only: bool) -> None:
        self.words_only = words_only

    def __enter__(self) -> None:
        from django.conf import settings

        self.former = settings.MEANING
        if self.words_only:
            settings.MEANING = "off"

    def __exit__(self, *trouble: object) -> None:
        from django.conf import settings

        settings.MEANING = self.former
