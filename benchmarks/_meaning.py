"""Meaning for benchmarks: everything placed at once, and the same asked with it and without."""


def place_all() -> int:
    """Places every document there is; how many."""
    from junto.search.meaning.placing import place_some

    placed = 0
    while some := place_some(64):
        placed += some
    return placed


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
