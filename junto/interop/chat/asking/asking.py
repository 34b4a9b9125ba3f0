"""Asking in a space from a chat: by the rules of the page, and only for whoever said once that the account there is theirs."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.interop.chat.asking.heard import Heard, NotBelieved
from junto.interop.chat.asking.reply import Reply, link
from junto.interop.chat.message import ChatMessage
from junto.interop.models import ChatDoor, ChatLink, ChatQuestion
from junto.kit.clock import now
from junto.kit.models import Tries, counted_key
from junto.kit.text import TooLong
from junto.kit.text.line import is_blank
from junto.people.models import Person
from junto.posts.models import Thread
from junto.posts.models.thread import tidy_title
from junto.search.answered import answered_before
from junto.search.query import read
from junto.spaces import rules
from junto.spaces.models import Space

WINDOW = timedelta(minutes=5)
REMEMBERED = timedelta(days=1)
COMMANDS_A_MINUTE, QUESTIONS_AN_HOUR, CODES = 120, 20, 5
LINKING, ANYWAY = "chat account", "chat question"
ANYWAY_WORDS = ("anyway ", "trotzdem ", "quand même ")
BUTTON_LASTS = timedelta(hours=1)
MOST_OFFERED, MOST_LOOKED_AT = 3, 5


@dataclass(frozen=True)
class Command:
    """Somebody's words, whoever they are here, and where they are answered."""

    door: ChatDoor
    person: Person
    words: str
    anyway: bool
    reply_to: str
    is_public: bool
    heard: Heard

    @property
    def is_help(self) -> bool:
        """Whether they only want to know how it works."""
        return is_blank(self.words) or self.words.casefold() in ("help", "hilfe", "aide", "?")


def is_new(heard: Heard, door: ChatDoor) -> bool:
    """Whether it was said just now, and has not come before. Raises NotBelieved when it is old."""
    if heard.at is not None and abs(now().timestamp() - heard.at) > WINDOW.total_seconds():
        raise NotBelieved
    return Tries.objects.count_one(counted_key("chat-once", door.pk, heard.once), 1, REMEMBERED) is None


def too_many(door: ChatDoor, heard: Heard) -> bool:
    """Whether this account says more than anybody would."""
    key = counted_key("chat-door", door.pk, heard.team, heard.user)
    return Tries.objects.count_one(key, COMMANDS_A_MINUTE, timedelta(minutes=1)) is not None


def understood(door: ChatDoor, heard: Heard) -> Command | Reply:
    """The command of a person here; otherwise what to answer an account that is nobody's yet. Raises NotBelieved for a button not ours."""
    words, to, anyway = _held(door, heard) if heard.pressed else (heard.text, heard.reply_to, False)
    link = ChatLink.objects.confirmed().of(door, heard.team, heard.user).select_related("person").first()
    if link is None or not link.person.is_active:
        return _nobody_yet(door, heard)
    for begins in ANYWAY_WORDS:
        if words.casefold().startswith(begins):
            words, anyway = words[len(begins) :], True
    return Command(door, link.person, words.strip(), anyway, to, door.product in ("teams", "zulip"), heard)


def answer(command: Command) -> Reply:
    """Shows first what was answered before; asks when there is nothing, or the person wants it anyway."""
    if command.is_help:
        return Reply(_("Write your question behind the command. It is asked in Junto, and the answer comes back here."))
    space = command.door.space
    if not _may_ask(command.person, space):
        return Reply(_("Nothing was asked: you may not ask in the space this command leads to."))
    offered = [] if command.anyway else similar(command)
    if offered:
        text = _("Perhaps this helps. If it does not, ask anyway: write “anyway” before your question.")
        return Reply(text, offered, again=_again(command))
    key = counted_key("chat-questions", command.person.pk)
    if Tries.objects.count_one(key, QUESTIONS_AN_HOUR, timedelta(hours=1)):
        return Reply(_("Nothing was asked: you asked a lot within this hour. Try again later."))
    return _asked(command, space)


def similar(command: Command) -> list[tuple[str, str]]:
    """What was answered before, as far as the person may see it; where a whole channel reads along, only what those there may read too."""
    before = answered_before(read(command.words[:200], is_being_typed=True), command.person, MOST_LOOKED_AT)
    found = [one.found for one in before]
    if command.is_public:
        found = [one for one in found if one.space and (one.space.visibility == "all" or one.space.pk == command.door.space_id)]
    return [link(one.title, one.url) for one in found[:MOST_OFFERED]]


def _may_ask(person: Person, space: Space) -> bool:
    part = space.membership_of(person)
    return rules.may_take_part(part) or rules.may_join(space, part)


def _asked(command: Command, space: Space) -> Reply:
    if rules.may_join(space, space.membership_of(command.person)):
        space.add(command.person)
    first_line = command.words.splitlines()[0]
    try:
        thread = Thread.objects.open(space, by=command.person, title=tidy_title(first_line), source=command.words)
    except TooLong as trouble:
        return Reply(str(trouble))
    ChatQuestion.objects.note(thread, command.door, reply_to=command.reply_to)
    said = _("%(person)s asked in %(space)s") % {"person": command.person.name, "space": space.name}
    is_public = command.door.may_answer()
    return Reply("", message=ChatMessage.short(said, thread.title, "", thread.get_absolute_url()), is_public=is_public)


def _nobody_yet(door: ChatDoor, heard: Heard) -> Reply:
    """An account is linked by its person, never by a name or an address that the chat tells."""
    key = counted_key("chat-link-code", door.pk, heard.team, heard.user)
    if heard.text.isdecimal() and len(heard.text) == 6 and not Tries.objects.count_one(key, CODES, WINDOW):
        if ChatLink.objects.confirm(door, heard.team, heard.user, heard.text):
            return Reply(_("Linked. From now on you can ask from here: write your question behind the command."))
        return Reply(_("That is not the code, or it is older than a quarter of an hour."))
    told = signing.dumps([door.pk, heard.team, heard.user, heard.name], salt=LINKING)
    text = _("Nothing was asked yet: Junto does not know who you are there. Follow the link, sign in, and link your account once.")
    return Reply(text, [(_("Link my account"), link("", url("chat:link", told))[1])])


def _again(command: Command) -> str:
    held = [command.door.pk, command.heard.team, command.heard.user, command.words, command.reply_to]
    return signing.dumps(held, salt=ANYWAY, compress=True)


def _held(door: ChatDoor, heard: Heard) -> tuple[str, str, bool]:
    """What our own button holds, for the account it was made for."""
    try:
        number, team, user, words, to = signing.loads(heard.pressed, salt=ANYWAY, max_age=BUTTON_LASTS)
    except signing.BadSignature as error:
        raise NotBelieved from error
    if (number, team, user) != (door.pk, heard.team, heard.user):
        raise NotBelieved
    return words, heard.reply_to or to, True
