"""What owners do to keep this Junto well."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact, Readers


@dataclass(frozen=True)
class DeadWorkRetried(Fact, why=_("to know who had failed work tried again"), readers=Readers.OWNERS, kept_days=365):
    """Work that was given up is tried again."""

    by_id: int
    count: int


@dataclass(frozen=True)
class DeadWorkSetAside(Fact, why=_("to know who decided that failed work is not needed"), readers=Readers.OWNERS, kept_days=365):
    """Work that was given up troubles nobody any more."""

    by_id: int
    count: int


@dataclass(frozen=True)
class DeadWorkTakenUp(Fact, why=_("to know who decided that failed work is needed after all"), readers=Readers.OWNERS, kept_days=365):
    """Work that was set aside is waiting for a decision again."""

    by_id: int
    count: int
