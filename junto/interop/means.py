"""Chat as a means of reaching people, besides mail and push."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.interop.models import ChatAddress
from junto.interop.webhooks.possible import can_tell
from junto.notify.means import Means, Message, Unreachable
from junto.people.models import Person


class Chat(Means):
    """A person's own place in Mattermost, Slack, Teams or Zulip."""

    name = "chat"
    title = _("Chat")
    icon = "message-circle"
    order = 40
    meets_strangers = True

    def is_there(self) -> bool:
        return can_tell()

    def reaches(self, person: Person) -> bool:
        return person.pk in self.reached_of([person])

    def reached_of(self, people: Sequence[Person]) -> set[int]:
        """Asked once for all of them."""
        return set(ChatAddress.objects.reaching().filter(person__in=people).values_list("person_id", flat=True))

    def set_up(self) -> str:
        return url("chat:own")

    def send(self, person: Person, messages: Sequence[Message], key: str) -> None:
        """Brings them as one message."""
        from junto.interop.chat.reaching import gathered, write

        place = ChatAddress.objects.reaching().filter(person=person).first()
        if place is None:
            raise Unreachable(self.name)
        if place.last_key != key[:64]:
            with translation.override(person.language or None):
                write(place, gathered(messages), key)
