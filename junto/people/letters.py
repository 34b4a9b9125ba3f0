"""Letters about signing in. They go out through the queue, so that asking for one takes equally long for every address."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.design.letters import Letter, Part, Press, Words
from junto.kit.work import outreach
from junto.people.limits import may_be_sent
from junto.people.models import Person
from junto.people.models.person import tidy_email
from junto.people.providers import provider_named
from junto.people.sign_in_links import sign_in_path

log = logging.getLogger(__name__)
SALT = "junto.people.address"
LINKING_SALT = "junto.people.linking"
A_DAY = 86_400
LINK = "%(link)s"


@dataclass(frozen=True)
class Wording:
    """What a letter says; `words` has places for the name and for what is given to `send`, `press` is what its link is called."""

    subject: str | Promise
    words: str | Promise
    press: str | Promise = ""

    def letter(self, **values: str) -> Letter:
        """The letter in the language that is active. A paragraph that is only the link becomes what one presses."""
        return Letter(str(self.subject), [self._part(each, values) for each in str(self.words).split("\n\n")])

    def send(self, person: Person, to: str, why: str = "asked for", **values: str) -> None:
        """Sends it in the person's language."""
        with translation.override(person.language or settings.LANGUAGE_CODE):
            post(to, self.letter(name=person.name, **values), why=why)

    def _part(self, paragraph: str, values: Mapping[str, str]) -> Part:
        return Press(str(self.press), values["link"]) if paragraph == LINK else Words(paragraph % values)


RESET = Wording(
    _("A new password for Junto"),
    _(
        "Hello %(name)s,\n\nwith this link you choose a new password for Junto. It works once, within a day:\n\n%(link)s\n\n"
        "You did not ask for it? Then there is nothing to do: your password stays as it is."
    ),
    _("Choose a new password"),
)
ADDRESS = Wording(
    _("Your new address for Junto"),
    _(
        "Hello %(name)s,\n\nopen this link within a day, and from then on you sign in to Junto with this address:\n\n%(link)s\n\n"
        "You did not ask for it? Then there is nothing to do."
    ),
    _("Take this address"),
)
SIGN_UP = Wording(
    _("Your account in Junto"),
    _(
        "Hello,\n\nwith this link you open your account in Junto. It works for a day:\n\n%(link)s\n\n"
        "You did not ask for it? Then there is nothing to do."
    ),
    _("Open your account"),
)
SIGN_UP_KNOWN = Wording(
    _("Your account in Junto"),
    _(
        "Hello,\n\nsomebody wants to open an account in Junto with this address. You have one already; sign in here, "
        "or choose a new password there:\n\n%(link)s\n\nIt was not you? Then there is nothing to do."
    ),
    _("Sign in"),
)
LINKING = Wording(
    _("Your account in Junto"),
    _(
        "Hello %(name)s,\n\nsomebody signed in with %(provider)s as the person with your address. If it was you, open this link "
        "in the same browser, and from then on you sign in to your account that way:\n\n%(link)s\n\n"
        "It was not you? Then there is nothing to do: without this link nothing is linked."
    ),
    _("Link it to your account"),
)
FORMER_ADDRESS = Wording(
    _("Your address for Junto was changed"),
    _(
        "Hello %(name)s,\n\nfrom now on you sign in to Junto with another address. "
        "You did not change it? Then tell an owner of your Junto at once."
    ),
)


CHANGED = Wording(
    _("How you sign in to Junto was changed"),
    _(
        "Hello %(name)s,\n\na way to sign in to your account was added or taken out just now. "
        "What you have stands in Junto under “Signing in”:\n\n%(link)s\n\nIt was not you? "
        "Then change your password at once, and tell an owner of your Junto."
    ),
    _("See how you sign in"),
)


@dataclass(frozen=True)
class AddressChange:
    """Somebody asked for another address, and the letter sent there came back."""

    person: Person
    new: str


def post(to: str, letter: Letter, *, why: str = "asked for") -> None:
    """Sends a letter, unless the mailbox had its fill today. Letters that anybody can ask for never use up what is left for warnings."""
    if may_be_sent(to, why):
        letter.message(to).send()
    else:
        log.warning("a letter was not sent: its mailbox had %s today already", settings.LETTERS_A_DAY)


def mail_works() -> bool:
    """Whether letters can go out: a mail server is set, and the address to put into links is known and not taken from a request."""
    return bool(settings.MAIL_WORKS and settings.JUNTO_URL)


@outreach
def send_reset_letter(address: str) -> None:
    """Sends the link for a new password, when somebody here has the address."""
    person = Person.objects.here().filter(email=tidy_email(address)).first()
    if person is not None:
        RESET.send(person, person.email, link=settings.JUNTO_URL + sign_in_path(person))


@outreach
def send_address_letter(person_id: int, address: str) -> None:
    """Sends the link that proves a new address, unless somebody has it already: then nothing goes out, and nobody learns it."""
    person = Person.objects.here().filter(pk=person_id).first()
    if person is not None and Person.objects.by_email(address) is None:
        token = signing.dumps([person.pk, person.email, address], salt=SALT)
        ADDRESS.send(person, address, link=settings.JUNTO_URL + reverse("account_address_link", args=[token]))


@outreach
def tell_former_address(person_id: int, address: str) -> None:
    """Tells whoever reads the former address that it is no longer the one."""
    person = Person.objects.here().filter(pk=person_id).first()
    if person is not None and mail_works():
        FORMER_ADDRESS.send(person, address, why="warning")


@outreach
def send_linking_letter(address: str, provider: str, sub: str) -> None:
    """Sends the link that proves an account to be of whoever came from a provider with its address."""
    person, found = Person.objects.here().filter(email=address).first(), provider_named(provider)
    if person is not None and found is not None:
        token = signing.dumps([person.pk, address, provider, sub], salt=LINKING_SALT)
        link = settings.JUNTO_URL + reverse("account_linking_link", args=[token])
        LINKING.send(person, address, provider=found.label, link=link)


@outreach
def tell_of_change(person_id: int) -> None:
    """Warns somebody that a way to sign in to their account was added or taken out."""
    person = Person.objects.here().with_account().filter(pk=person_id).first()
    if person is not None and mail_works():
        CHANGED.send(person, person.email, why="warning", link=settings.JUNTO_URL + reverse("account_sessions"))


def read_address_link(token: str) -> AddressChange | None:
    """What the link in a letter was made for, while it is good: not too old, and the address was not changed since."""
    try:
        number, former, new = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        return None
    person = Person.objects.here().filter(pk=number, email=former).first()
    return AddressChange(person, new) if person else None
