"""Who may see threads and who may do what with them. Seeing is a `Q`, doing is a plain predicate; each rule stands once.

Predicates take the person's membership of the thread's space (None for none), which a view fetches once.
"""

from typing import TYPE_CHECKING, Protocol

from django.db.models import Q

from junto.spaces.rules import may_join, spaces_read_by

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.posts.models import Thread
    from junto.spaces.models import Membership, Space


class Written(Protocol):
    """What the rules ask of a post."""

    @property
    def pk(self) -> int: ...

    @property
    def author_id(self) -> int | None: ...

    @property
    def kind(self) -> str: ...

    @property
    def is_deleted(self) -> bool: ...


def threads_seen_by(person: "Person") -> Q:
    """Threads of the spaces the person may read, but for deleted ones."""
    return spaces_read_by(person, of="space__") & Q(deletion=None)


def threads_deleted_and_restorable_by(person: "Person") -> Q:
    """Deleted threads the person may bring back: what they deleted themselves, and in spaces they host."""
    hosted = person.memberships.filter(role="host").values("space")
    return spaces_read_by(person, of="space__") & (Q(deletion__by=person) | Q(deletion__isnull=False, space__in=hosted))


def posts_deleted_and_restorable_by(person: "Person") -> Q:
    """Deleted posts of threads that stand, which the person may bring back: what they deleted themselves, and in spaces they host."""
    hosted = person.memberships.filter(role="host").values("space")
    standing = spaces_read_by(person, of="thread__space__") & Q(thread__deletion=None)
    return standing & (Q(deletion__by=person) | Q(deletion__isnull=False, thread__space__in=hosted))


def may_open(membership: "Membership | None") -> bool:
    """Members ask and start discussions."""
    return membership is not None


def may_ask_on_the_way(space: "Space", membership: "Membership | None") -> bool:
    """Where everybody may read and join, one joins by asking (`Places.to_join`, asked about a space at hand)."""
    return space.visibility == "all" and may_join(space, membership)


def may_write(thread: "Thread", membership: "Membership | None") -> bool:
    """Members answer, reply and comment while the thread is open."""
    return membership is not None and not thread.is_closed


def may_edit(person: "Person", post: "Written", membership: "Membership | None") -> bool:
    """Authors who still belong to the space edit what they wrote; hosts mend what others wrote, and the history shows who did."""
    return membership is not None and not post.is_deleted and (post.author_id == person.pk or membership.role == "host")


def may_delete(person: "Person", post: "Written", membership: "Membership | None") -> bool:
    """Authors take back what they wrote, even after leaving; hosts take out what does not belong. An opening goes with its thread."""
    return not post.is_deleted and post.kind != "opening" and (post.author_id == person.pk or _leads(membership))


def may_delete_thread(person: "Person", thread: "Thread", membership: "Membership | None") -> bool:
    """Hosts take out a whole thread; whoever opened it does as long as nobody else has written in it."""
    return _leads(membership) or (thread.author_id == person.pk and thread.post_count <= 1)


def may_see_deleted(membership: "Membership | None") -> bool:
    """Hosts see what was deleted in their space and can bring it back."""
    return _leads(membership)


def may_accept(person: "Person", thread: "Thread", membership: "Membership | None") -> bool:
    """The asker says which answer solved it; so may a host."""
    return thread.kind == "question" and membership is not None and (thread.author_id == person.pk or _leads(membership))


def may_be_helped(person: "Person", post: "Written") -> bool:
    """Anybody who may read a post may say that it helped, but not of their own."""
    return not post.is_deleted and post.author_id != person.pk


def may_close(person: "Person", thread: "Thread", membership: "Membership | None") -> bool:
    """Who opened a thread closes and reopens it; so may a host."""
    return membership is not None and (thread.author_id == person.pk or _leads(membership))


def may_link(person: "Person", thread: "Thread", membership: "Membership | None") -> bool:
    """Who opened a thread, or a host, says which other thread it belongs with."""
    return may_close(person, thread, membership)


def _leads(membership: "Membership | None") -> bool:
    return membership is not None and membership.role == "host"
