"""Opening an account by oneself, where the rules of the house allow it. An address is always proved by a letter first."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from junto.kit.facts import verb
from junto.kit.work import later, outreach
from junto.people.letters import A_DAY, SIGN_UP, SIGN_UP_KNOWN, mail_works, post
from junto.people.models import HouseRules, Person
from junto.people.models.person import tidy_email

SALT = "junto.people.sign_up"


@dataclass(frozen=True)
class Proved:
    """An address whose letter came back."""

    address: str


def sign_up_open() -> bool:
    """Whether there is a door for people nobody invited. Without mail nobody can prove an address, so there is none."""
    return HouseRules.now().sign_up and mail_works()


def ask_for_account(address: str) -> None:
    """Puts the letter off to the worker: what happens here is the same whether or not somebody has the address."""
    later(send_sign_up_letter, address=address, language=get_language() or settings.LANGUAGE_CODE)


@outreach
def send_sign_up_letter(address: str, language: str) -> None:
    """The link to a new account; whoever has one already is told so, and how to get in."""
    to = tidy_email(address) or ""
    wording, path = (SIGN_UP_KNOWN, reverse("account_login")) if Person.objects.by_email(to) else (SIGN_UP, sign_up_path(to))
    with translation.override(language):
        post(to, wording.letter(link=settings.JUNTO_URL + path))


def sign_up_path(address: str) -> str:
    """Where the letter leads. Nothing is kept of it."""
    return reverse("account_sign_up_link", args=[signing.dumps(address, salt=SALT)])


def opened_by(token: str) -> Proved | None:
    """The address a link proves, as long as it may still come in and nobody has it."""
    try:
        address = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        return None
    rules = HouseRules.now()
    return Proved(address) if rules.sign_up and rules.admits(address) and not Person.objects.by_email(address) else None


@verb
def open_account(proved: Proved, *, name: str, password: str) -> Person:
    """Somebody new comes in. IntegrityError when the link is used twice in the same moment."""
    person: Person = Person.objects.join(name=name, email=proved.address, password=password, language=get_language() or "")
    return person
