"""A mail that answers a mail: an answer, a reply or a comment there, or “this helped”. The same rules as on the page."""

from junto.kit.text import TooLong
from junto.kit.text.line import is_blank
from junto.mail.addresses import HELPED, ToPost
from junto.mail.incoming.carrying import going_along
from junto.mail.incoming.cutting import cut
from junto.mail.incoming.giving_back import give_back, tell_of_attachments
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.proving import proved
from junto.mail.incoming.thanks import is_all, says_it_helped
from junto.mail.models import IncomingMail
from junto.people.models import Person
from junto.posts import rules
from junto.posts.models import Post, Thread
from junto.posts.models.thread import ThreadIsClosed

State = IncomingMail.State


class CannotBe(Exception):
    """It cannot be posted; `reason` is a key of `reasons.GIVEN_BACK`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def answer(mail: IncomingMail, letter: Letter, meant: ToPost, sender: Person | None) -> None:
    """Does what it asks for, or gives it back."""
    sender = proved(meant.person_id, sender, mail, letter)
    if sender is None:
        return
    thread = Thread.objects.visible_to(sender).filter(pk=meant.thread_id).select_related("space", "closure").first()
    mail.become(State.TAKEN, thread=thread)
    try:
        _do(mail, letter, meant, sender, thread)
    except CannotBe as trouble:
        give_back(mail, trouble.reason)


def _do(mail: IncomingMail, letter: Letter, meant: ToPost, sender: Person, thread: Thread | None) -> None:
    if meant.is_old:
        raise CannotBe("old")
    post = Post.objects.visible_to(sender).filter(pk=meant.post_id, thread=thread).first() if meant.post_id else None
    if thread is None or (meant.post_id and post is None):
        raise CannotBe("gone")
    if letter.is_sealed and meant.kind != HELPED:
        raise CannotBe("sealed")
    words = cut(letter.words).words
    if post is not None and _is_thanks(meant, words, post, sender):
        mark_helped(post, by=sender)
        if meant.kind == HELPED or is_all(words):
            return mail.become(State.MARKED, post=post)
    mail.become(State.POSTED, post=write(thread, post, by=sender, words=words, mail=mail))
    tell_of_attachments(mail)


def _is_thanks(meant: ToPost, words: str, post: Post, sender: Person) -> bool:
    if meant.kind == HELPED and not rules.may_be_helped(sender, post):
        raise CannotBe("no_helping")
    return meant.kind == HELPED or (post.kind == Post.Kind.ANSWER and says_it_helped(words) and rules.may_be_helped(sender, post))


def mark_helped(post: Post, *, by: Person) -> None:
    """It solved the question, for who may say so while nothing else did; and it helped, in any case."""
    thread = post.thread
    may_accept = rules.may_accept(by, thread, thread.space.membership_of(by)) and thread.author_id == by.pk
    if may_accept and post.kind == Post.Kind.ANSWER and not thread.is_solved:
        post.accept(by=by)
    post.help(by)


def write(thread: Thread, post: Post | None, *, by: Person, words: str, mail: IncomingMail) -> Post:
    """Puts the words, with what hung on the mail, where an answer to that post belongs. Raises CannotBe."""
    if thread.space.membership_of(by) is None:
        raise CannotBe("left")
    if is_blank(words):
        raise CannotBe("empty")
    try:
        with going_along(mail, by=by) as files:
            return thread.reply(by=by, source=words, parent=_parent(thread, post), files=files)
    except ThreadIsClosed:
        raise CannotBe("closed") from None
    except TooLong:
        raise CannotBe("too_long") from None


def _parent(thread: Thread, post: Post | None) -> Post | None:
    """A mail about an answer is answered below it, one about a comment beside that; in a discussion everybody speaks in turn."""
    if post is None or post.kind in (Post.Kind.OPENING, Post.Kind.REPLY):
        return None
    return post.parent if post.kind == Post.Kind.COMMENT else post
