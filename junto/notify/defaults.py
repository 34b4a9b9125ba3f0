"""What one may choose, and what is usual for whoever chose nothing: what asks for somebody calls at once, what can wait comes together."""

from collections.abc import Sequence

from junto.kit.notices import Concern
from junto.notify.means import When

MAIL = "mail"
CALLS = {Concern.ASKED: When.AT_ONCE, Concern.NAMED: When.AT_ONCE, Concern.ANSWERS: When.AT_ONCE}
USUAL: dict[str, dict[Concern, When]] = {
    MAIL: {
        **CALLS,
        Concern.REPLIES: When.SUMMARY,
        Concern.HELPED: When.SUMMARY,
        Concern.SPACE: When.AT_ONCE,
        Concern.NEW: When.FRIDAY,
    },
}


def default_wish(means: str, concern: Concern) -> When:
    """When somebody who chose nothing is called of such a thing; by a means without an entry of its own only of what asks for them."""
    return USUAL.get(means, CALLS).get(concern, When.NOT)


def choices(means: str, concern: Concern) -> Sequence[When]:
    """What somebody may choose: Friday's letter goes by mail, and tells of threads."""
    has_friday = means == MAIL and concern not in (Concern.ASKED, Concern.SPACE)
    return [when for when in When if has_friday or when is not When.FRIDAY]
