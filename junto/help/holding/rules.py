"""Who says whether an answer still holds."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from junto.people.models import Person
    from junto.posts.models import Post
    from junto.spaces.models import Membership


def can_be_reviewed(post: "Post") -> bool:
    """Answers that solved something are what people rely on."""
    return post.kind == "answer" and not post.is_deleted and post.solved_it


def may_review(person: "Person", post: "Post", membership: "Membership | None", *, is_credited: bool) -> bool:
    """Its author, hosts, and members who solved something about the same topic; all while they belong to the space."""
    knows = post.author_id == person.pk or is_credited or (membership is not None and membership.role == "host")
    return membership is not None and knows and can_be_reviewed(post)


def may_doubt(person: "Person", post: "Post") -> bool:
    """Whoever may read it asks whether it still holds; its author edits it instead."""
    return can_be_reviewed(post) and post.author_id != person.pk


def hears_of_doubts(person: "Person", post: "Post", membership: "Membership | None") -> bool:
    """What readers ask on the quiet is for the author and the hosts."""
    return membership is not None and (membership.role == "host" or post.author_id == person.pk)


def may_see_reviews(membership: "Membership | None") -> bool:
    """What should be looked at is a list for hosts."""
    return membership is not None and membership.role == "host"
