"""What people are given: what is worth two minutes of a week, and after it what was corrected since it was given."""

from collections.abc import Sequence

from junto.digest.composing import compose
from junto.digest.corrections import corrections
from junto.digest.models import Thing
from junto.digest.readers import readers
from junto.digest.week import Week


def chosen(people: Sequence[int], week: Week) -> dict[int, list[Thing]]:
    """For each of these people, in as many queries for five hundred as for one."""
    found = readers(people, week)
    corrected = corrections(found, week)
    return {reader.person: [*compose(week, reader), *corrected.get(reader.person, ())] for reader in found}
