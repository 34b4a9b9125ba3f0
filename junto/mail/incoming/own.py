"""One mail as its sender meets it: what came of it, and what they can still do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.arrivals import arrived
from junto.kit.facts import verb
from junto.mail.addresses import ToPost, read_address
from junto.mail.incoming import answering, asking
from junto.mail.incoming.answering import CannotBe
from junto.mail.incoming.letterbox import Letterbox
from junto.mail.incoming.reasons import ASTRAY, why_given_back
from junto.mail.models import IncomingMail
from junto.people.models import Person
from junto.posts.addresses import address_of
from junto.posts.models import Post, Thread

State = IncomingMail.State
SAID: dict[str, str | Promise] = {
    State.TAKEN: _("It is being worked on."),
    State.POSTED: _("It is posted."),
    State.MARKED: _("It said that something helped, and that was marked."),
    State.ASKING: _("It is not posted yet: anybody can write your address into a mail. Is it from you?"),
}


@dataclass(frozen=True)
class Own:
    """A mail and its sender's view of it."""

    mail: IncomingMail

    @property
    def said(self) -> str | Promise:
        """How it stands, as a sentence."""
        if self.mail.state == State.GIVEN_BACK:
            return _("It could not be posted: %(why)s") % {"why": why_given_back(self.mail.reason)}
        if self.mail.state == State.WAITING and self.mail.reason in ASTRAY:
            return _("It was not posted: %(why)s The owners can say where it belongs.") % {"why": ASTRAY[self.mail.reason]}
        return self._letterbox.taken if self._letterbox else SAID.get(self.mail.state, "")

    @property
    def _letterbox(self) -> Letterbox | None:
        return Letterbox.named(self.mail.reason) if self.mail.state == State.MADE_OWN else None

    @property
    def can_be_posted(self) -> bool:
        """Whether it waits, and it is known for where."""
        return self.mail.state in (State.ASKING, State.GIVEN_BACK) and bool(self.mail.thread_id or self.mail.space_id)

    def said_after(self, trouble: str) -> str | Promise:
        """The same, or why posting it did not go through just now."""
        return _("It could not be posted: %(why)s") % {"why": why_given_back(trouble)} if trouble else self.said

    @property
    def place(self) -> str:
        """The conversation or the space it is for, while it is known."""
        thread = self.mail.thread
        return thread.title if thread is not None else self.mail.space.name if self.mail.space is not None else ""

    @property
    def join_url(self) -> str:
        """Where they join first, when it is for a space they do not belong to."""
        space = self.mail.space
        is_of_others = self.mail.state == State.GIVEN_BACK and self.mail.reason == "no_part"
        return space.get_absolute_url() if space is not None and is_of_others else ""

    @property
    def post_url(self) -> str:
        """Where the post that came of it stands."""
        return address_of(self.mail.post) if self.mail.post is not None else ""

    @property
    def own_url(self) -> str:
        """Where what became their own stands, as long as it does."""
        return (self._letterbox and arrived(self.mail.mark, self.mail.person_id or 0)) or ""

    @property
    def may_put_back(self) -> bool:
        """Whether a post of theirs came of it, in which more can stand."""
        return self.mail.state == State.POSTED and self.mail.post is not None

    @property
    def may_not_be_theirs(self) -> bool:
        """Whether they are asked if they wrote it."""
        return self.mail.state == State.ASKING

    @verb
    def post(self, *, by: Person, title: str, words: str) -> Post:
        """Posts it after all, once. Raises CannotBe."""
        mail = IncomingMail.objects.select_for_update(of=("self",)).get(pk=self.mail.pk)
        if mail.post is not None:
            return mail.post
        post = self._write(by, title, words)
        mail.become(State.POSTED, post=post, thread=post.thread, is_theirs=True)
        return post

    def _write(self, by: Person, title: str, words: str) -> Post:
        if self.mail.space is not None:
            opened = asking.open_thread(self.mail.space, by=by, title=title, words=words, mail=self.mail)
            opening: Post = opened.posts.get(kind=Post.Kind.OPENING)
            return opening
        thread = Thread.objects.visible_to(by).filter(pk=self.mail.thread_id or 0).select_related("space").first()
        if thread is None:
            raise CannotBe("gone")
        return answering.write(thread, self._answered(by, thread), by=by, words=words, mail=self.mail)

    def _answered(self, by: Person, thread: Thread) -> Post | None:
        meant = read_address(self.mail.recipient)
        number = meant.post_id if isinstance(meant, ToPost) else None
        return Post.objects.visible_to(by).filter(pk=number or 0, thread=thread).first()
