"""The letters with which names begin, to jump to in a long list."""

from collections.abc import Sequence
from typing import Any

from django.db.models.functions import Substr

MOST = 80
"""Of one script there are fewer; more would be no help."""


def first_letters(people: Any) -> Sequence[str]:
    """Each letter with which a name of these people begins, in the order of the list; one query."""
    letters = people.order_by().annotate(letter=Substr("name_key", 1, 1)).values_list("letter", flat=True).distinct()
    return [letter for letter in letters.order_by("letter")[:MOST] if letter.strip()]
