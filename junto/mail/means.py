"""Mail as a way to reach people."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from junto.design.links import url
from junto.mail.out.composing import compose, envelope
from junto.mail.out.mailing import Calls
from junto.mail.out.sending import send
from junto.notify.means import Means, Message
from junto.people.letters import mail_works
from junto.people.models import Person


class Mail(Means):
    """To the address a person signs in with."""

    name = "mail"
    title = _("Mail")
    icon = "mail"
    order = 10

    def is_there(self) -> bool:
        return mail_works()

    def reaches(self, person: Person) -> bool:
        return Calls.registry[Calls.name].reaches(person)

    def reached_of(self, people: Sequence[Person]) -> set[int]:
        return Calls.registry[Calls.name].reached_of(people)

    def set_up(self) -> str:
        return url("mail:address")

    def send(self, person: Person, messages: Sequence[Message], key: str) -> None:
        """One message is a mail in the words of the post, several are one mail together."""
        calls = Calls.registry[Calls.name]
        with translation.override(person.language or settings.LANGUAGE_CODE):
            around = envelope(person, messages, key, calls)
            send(person, compose(person, messages, around.answer_to, calls), around)
