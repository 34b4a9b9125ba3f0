"""An edition that is only read here: no letter goes out."""

from datetime import datetime, timedelta

from junto.digest.chosen import chosen
from junto.digest.due import slot_of
from junto.digest.models import Edition
from junto.digest.models.rhythm import EIGHT, FRIDAY
from junto.digest.week import gather
from junto.people.models import Person


def compose_unsent(person: Person, moment: datetime) -> None:
    """What the last Friday would have brought this person, made as it always is. Who has that week's already keeps theirs."""
    friday = slot_of(person.time_zone, FRIDAY, EIGHT, moment).date()
    monday = friday - timedelta(days=friday.weekday())
    week = gather(monday, moment)
    Edition.objects.begin_all(monday, chosen([person.pk], week))
