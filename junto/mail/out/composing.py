"""What `notify` has to say, as a letter: one thing in its own words, or several together under a subject that says what they are about."""

from collections.abc import Sequence
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.letters import Entry, Letter, Part, Press, Quiet, Way, Words, Written
from junto.kit.text.plain import excerpt
from junto.mail.addresses import helped_address, reply_address
from junto.mail.out.heads import Envelope, subject
from junto.mail.out.mailing import Mailing
from junto.mail.out.stopping import stop_path
from junto.notify.means import Message
from junto.people.models import Person
from junto.spaces.models import Space

LONGEST_WHOLE = 50_000
"""Characters of HTML; mail programs cut off letters of more than about 100,000 bytes."""
BEGINNING = 1500
ANSWER = "answer"


def compose(person: Person, messages: Sequence[Message], answer_to: str | None, mailing: Mailing) -> Letter:
    """The letter, in the language that is active."""
    stop = Way(_("No more of these mails"), stop_path(person, mailing))
    if len(messages) > 1:
        said = [_entry(message) for message in messages]
        return Letter(subject(_about(messages)), [*said, *_how_to_answer(answer_to)], ways=(stop,))
    [message] = messages
    ways = (*_thanks(person, message), _switch(message), stop)
    parts = [*_said(message), Press(_("Read it in Junto"), message.url), *_how_to_answer(answer_to)]
    return Letter(subject(_title(message)), parts, message.because, ways)


def envelope(person: Person, messages: Sequence[Message], key: str, mailing: Mailing) -> Envelope:
    """What is around it: what all the messages have in common."""
    writers = {name for message in messages for name in message.people}
    threads = {message.thread_id for message in messages}
    thread = threads.pop() if len(threads) == 1 else None
    return Envelope(
        mailing,
        key,
        writer=writers.pop() if len(writers) == 1 else "",
        answer_to=_answer_to(person, messages, thread),
        thread_id=thread,
        space=_space(person, thread),
    )


def _about(messages: Sequence[Message]) -> str:
    titles = list(dict.fromkeys(map(_title, messages)))
    if len(titles) == 1:
        return titles[0]
    more = len(titles) - 1
    return ngettext("%(title)s, and one thing more", "%(title)s, and %(num)d things more", more) % {"title": titles[0], "num": more}


def _title(message: Message) -> str:
    """A thread is called the same in every mail about it; anything else by what happened."""
    return (message.thread_id and message.title) or message.says


def _entry(message: Message) -> Entry:
    title = _title(message)
    says = message.says if message.says != title else ""
    return Entry(title, message.url, says, excerpt(message.plain, 300), message.because, _switch(message))


def _said(message: Message) -> list[Part]:
    says: list[Part] = [Words(message.says)] if message.says != _title(message) else []
    if not message.html:
        return says
    if len(message.html) > LONGEST_WHOLE:
        return [*says, Words(excerpt(message.plain, BEGINNING))]
    return [*says, Written(message.html)]


def _how_to_answer(answer_to: str | None) -> list[Part]:
    return [Quiet(_("Answer this mail, and your words stand in Junto under your name."))] if answer_to else []


def _switch(message: Message) -> Way:
    return Way(_("Less of this, or none"), message.switch)


def _thanks(person: Person, message: Message) -> list[Way]:
    if message.notice != ANSWER or message.thread_id is None or message.post_id is None:
        return []
    address = helped_address(person, message.thread_id, message.post_id)
    return [Way(_("This helped me (a mail says so)"), f"mailto:{quote(address, safe='@+')}")] if address else []


def _answer_to(person: Person, messages: Sequence[Message], thread: int | None) -> str | None:
    if thread is None:
        return None
    return reply_address(person, thread, messages[0].post_id if len(messages) == 1 else None)


def _space(person: Person, thread: int | None) -> Space | None:
    return Space.objects.visible_to(person).filter(threads=thread).first() if thread else None
