"""The letters about signing in, to be looked at."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from junto.design.letters import Letter
from junto.design.letters.samples import LetterSample
from junto.people import letters

INVENTED = {"name": "Rosa Quispe", "link": "/account/login/", "provider": "Northwind"}


class WordingSample(LetterSample):
    """Base: a letter by its wording."""

    wording: ClassVar[letters.Wording]

    def letter(self) -> Letter:
        return self.wording.letter(**INVENTED)


class Reset(WordingSample):
    name, title, wording = "new-password", _("A new password"), letters.RESET


class Address(WordingSample):
    name, title, wording = "new-address", _("A new address"), letters.ADDRESS


class FormerAddress(WordingSample):
    name, title, wording = "former-address", _("To the former address"), letters.FORMER_ADDRESS


class SignUp(WordingSample):
    name, title, wording = "sign-up", _("A new account"), letters.SIGN_UP


class SignUpKnown(WordingSample):
    name, title, wording = "sign-up-known", _("An account that is there already"), letters.SIGN_UP_KNOWN


class Linking(WordingSample):
    name, title, wording = "linking", _("Signing in with a provider"), letters.LINKING


class Changed(WordingSample):
    name, title, wording = "sign-in-changed", _("How you sign in was changed"), letters.CHANGED
