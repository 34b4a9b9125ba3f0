from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from junto.people.sealing import SECOND_STEP
from junto.people.sealing_anew import Sealed


class SecondSteps(Sealed):
    """The secret of an app, and what recovery codes are drawn from."""

    name = "people.second_steps"
    purpose = SECOND_STEP
    columns = ("secret", "seed")

    def rows(self) -> QuerySet[Any]:
        return Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN)

    def kept(self, row: Authenticator) -> dict[str, str]:
        return {name: row.data[name] for name in self.columns if name in row.data}

    def keep(self, row: Authenticator, kept: dict[str, str]) -> None:
        row.data |= kept
        row.save(update_fields=["data"])
