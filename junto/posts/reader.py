"""One person in front of one thread: what is new to them, and what they may do. Asks the database nothing."""

from functools import cached_property

from junto.people.models import Person
from junto.posts import rules
from junto.posts.models import Post, Thread
from junto.spaces.models import Membership


class Reader:
    """`thread` comes from `Thread.objects.for_page(person)`, which brings along the person's own part in it."""

    def __init__(self, thread: Thread, person: Person) -> None:
        self.thread, self.person = thread, person
        self.membership = membership_as(thread, person)

    def know(self, post: Post) -> Post:
        """Rules ask a post for its thread and its deletion; both are known here."""
        post.thread = self.thread
        post._state.fields_cache["deletion"] = None
        return post

    def is_new(self, post: rules.Written) -> bool:
        """Whether the post was written since the person was last here. On a first visit nothing is marked: all of it is new."""
        read_to = self.thread.read_to
        return read_to is not None and post.pk > read_to and post.author_id != self.person.pk

    @cached_property
    def takes_part(self) -> bool:
        """Whether the person belongs to the space."""
        return rules.may_open(self.membership)

    @cached_property
    def may_write(self) -> bool:
        """Whether they may answer, reply and comment now."""
        return rules.may_write(self.thread, self.membership)

    @cached_property
    def _may_accept(self) -> bool:
        return rules.may_accept(self.person, self.thread, self.membership)

    def may_accept(self, post: rules.Written) -> bool:
        """Whether they may say that this answer solved it, or take that back."""
        return post.kind == Post.Kind.ANSWER and self._may_accept

    @cached_property
    def may_close(self) -> bool:
        """Whether they may close and reopen the thread."""
        return rules.may_close(self.person, self.thread, self.membership)

    @cached_property
    def may_link(self) -> bool:
        """Whether they may say which other thread this one belongs with."""
        return rules.may_link(self.person, self.thread, self.membership)

    @cached_property
    def may_delete_thread(self) -> bool:
        """Whether they may take out the whole thread."""
        return rules.may_delete_thread(self.person, self.thread, self.membership)

    def may_edit(self, post: rules.Written) -> bool:
        """Whether they may change the text."""
        return rules.may_edit(self.person, post, self.membership)

    def may_delete(self, post: rules.Written) -> bool:
        """Whether they may take the post out."""
        return rules.may_delete(self.person, post, self.membership)

    def may_be_helped(self, post: rules.Written) -> bool:
        """Whether they may say that it helped them."""
        return rules.may_be_helped(self.person, post)


def membership_as(thread: Thread, person: Person) -> Membership | None:
    """The person's part in the space of a thread that came with `for_page`."""
    return Membership(space_id=thread.space_id, person_id=person.pk, role=thread.role) if thread.role else None
