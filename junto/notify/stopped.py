"""What somebody stopped by an address in a mail, for the pages that say so and offer to undo it."""

from dataclasses import dataclass

from junto.notify.defaults import default_wish
from junto.notify.means import Means, When
from junto.notify.models import Preferences
from junto.notify.switch import Switch, switch_of
from junto.people.models import Person


@dataclass(frozen=True)
class Stopped:
    """Calls of one concern by one means that come no more, and when they usually come."""

    switch: Switch
    means: Means
    usual: When
    token: str


def stopped_by(token: str, person: Person) -> Stopped | None:
    """What the person stopped of that which this address turns down; None when they did not, or it is not theirs."""
    switch = switch_of(token) if token else None
    means = Means.named(switch.means) if switch else None
    if switch is None or means is None or switch.person != person.pk:
        return None
    usual = default_wish(means.name, switch.concern)
    is_stopped = Preferences.objects.of(person).wish(means.name, switch.concern) is When.NOT
    return Stopped(switch, means, usual, token) if is_stopped and usual is not When.NOT else None
