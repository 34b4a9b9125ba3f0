"""Who says whether it worked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.posts.models import Thread
    from junto.spaces.models import Membership


def may_say_outcome(person: "Person", thread: "Thread", membership: "Membership | None") -> bool:
    """Whoever asked, while they belong to the space."""
    return thread.kind == "question" and membership is not None and thread.author_id == person.pk
