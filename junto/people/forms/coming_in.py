import re
from typing import Any

from django import forms
from django.core.validators import DomainNameValidator
from django.utils.translation import gettext_lazy as _

from junto.people.domains import plain
from junto.people.forms.owner import NewAccount
from junto.people.models import HouseRules, Identity, Person
from junto.people.models.house_rules import Rules, Way
from junto.people.models.person import tidy_email
from junto.people.providers import providers


class SignUp(forms.Form):
    """An address, to be proved by a letter."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True})
    )

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules

    def clean_email(self) -> str:
        """The address in its one spelling. Nobody is looked up here."""
        email = tidy_email(self.cleaned_data["email"]) or ""
        if not self.rules.admits(email):
            domains = ", ".join(self.rules.domains)
            raise forms.ValidationError(_("Only addresses of %(domains)s can open an account here.") % {"domains": domains})
        return email


class ProvedAccount(NewAccount):
    """Name and password of somebody whose address is proved."""

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["email"]
        self.address = address

    def clean(self) -> None:
        """A password that is not the name or the address in disguise."""
        self.cleaned_data["email"] = self.address
        super().clean()
        del self.cleaned_data["email"]


class HouseRulesForm(forms.Form):
    """Who may open an account."""

    way = forms.ChoiceField(label=_("Who may come in"), choices=Way.choices, widget=forms.RadioSelect)
    domains = forms.CharField(
        label=_("Domains"),
        required=False,
        max_length=2000,
        help_text=_(
            "With commas between, such as example.org. What stands behind the @ has to be just that: name departments with their own."
        ),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        rules, self.person = HouseRules.now(), person
        super().__init__(*args, **{"initial": {"way": rules.way, "domains": ", ".join(rules.domains)}, **kwargs})

    def clean_domains(self) -> list[str]:
        """Each domain once, as the network knows it."""
        words = re.split(r"[\s,;]+", self.cleaned_data["domains"])
        domains = [plain(word.removeprefix("@")) for word in words if word]
        for domain in domains:
            DomainNameValidator(message=_("There is something in it that is no domain."))(domain or "-")
        return list(dict.fromkeys(domains))

    def clean(self) -> None:
        """Domains are needed where they count, and nobody shuts themselves out."""
        if self.cleaned_data.get("way") == Way.PROVIDER and not self._may_sign_in_with_provider():
            self.add_error("way", _("Link your own account with the sign-in of your organisation first, or you would shut yourself out."))
        if self.cleaned_data.get("way") == Way.DOMAIN and not self.cleaned_data.get("domains") and not self.has_error("domains"):
            self.add_error("domains", _("Name at least one domain."))

    def _may_sign_in_with_provider(self) -> bool:
        names = [provider.name for provider in providers()]
        return Identity.objects.filter(person=self.person, provider__in=names).exists()
