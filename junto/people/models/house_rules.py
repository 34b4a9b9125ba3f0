from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.domains import domain_of, plain
from junto.people.facts import HouseRulesChanged, SecondStepAsked

if TYPE_CHECKING:
    from junto.people.models.person import Person


class Way(models.TextChoices):
    """Who may open an account."""

    INVITATION = "invitation", _("Whoever is invited")
    DOMAIN = "domain", _("Whoever has an address of these domains")
    OPEN = "open", _("Anybody with an address")
    PROVIDER = "provider", _("Whoever signs in with the organisation’s own sign-in, and only so: no passwords at all")


class Duty(models.TextChoices):
    """Of whom a second step at sign-in is asked."""

    NOBODY = "", _("Nobody has to have one")
    OWNERS = "owners", _("Owners")
    EVERYBODY = "everybody", _("Everybody")


@dataclass(frozen=True)
class Rules:
    """Who may come in, as it holds now."""

    way: str
    domains: tuple[str, ...] = ()
    fixed: bool = False
    """Set by the operator: no page changes it."""

    @property
    def said(self) -> str:
        """In words."""
        return str(Way(self.way).label)

    @property
    def sign_up(self) -> bool:
        """Whether somebody may open an account by themselves, with an address they prove by letter."""
        return self.way in (Way.OPEN, Way.DOMAIN)

    def admits(self, address: str) -> bool:
        """Whether an address that was proved may open an account without an invitation. The whole domain counts, never an ending."""
        return self.way in (Way.OPEN, Way.PROVIDER) or (self.way == Way.DOMAIN and domain_of(address) in map(plain, self.domains))


class HouseRules(models.Model):
    """Who may come in, and of whom a second step is asked, as an owner chose it; at most one row."""

    way = models.CharField(max_length=20, choices=Way.choices, default=Way.INVITATION)
    domains = models.JSONField(default=list)
    second_step = models.CharField(max_length=20, choices=Duty.choices, default=Duty.NOBODY, blank=True)
    changed_at = models.DateTimeField(default=now)

    ONLY: ClassVar[int] = 1

    class Meta:
        db_table = "house_rules"

    def __str__(self) -> str:
        return self.way

    @classmethod
    def now(cls) -> Rules:
        """What holds: what the operator set, or what an owner chose, or by invitation."""
        if settings.SIGN_UP:
            return Rules(settings.SIGN_UP, tuple(settings.SIGN_UP_DOMAINS), fixed=True)
        kept = cls.objects.filter(pk=cls.ONLY).first()
        return Rules(kept.way, tuple(kept.domains)) if kept else Rules(Way.INVITATION)

    @classmethod
    def duty(cls) -> Duty:
        """Of whom a second step is asked."""
        return Duty(cls.objects.filter(pk=cls.ONLY).values_list("second_step", flat=True).first() or Duty.NOBODY)

    @classmethod
    @verb
    def ask_for_second_step(cls, *, by: "Person", of: Duty) -> None:
        """From the next sign-in on."""
        cls.objects.update_or_create(pk=cls.ONLY, defaults={"second_step": of, "changed_at": now()})
        announce(SecondStepAsked(by_id=by.pk, of=of.value))

    @classmethod
    @verb
    def change(cls, *, by: "Person", way: str, domains: list[str]) -> None:
        """Other rules from now on."""
        cls.objects.update_or_create(pk=cls.ONLY, defaults={"way": way, "domains": domains, "changed_at": now()})
        announce(HouseRulesChanged(by_id=by.pk, way=way))
