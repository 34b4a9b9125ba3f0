from django.urls import Resolver404, resolve

from junto.people.admissions import Admission
from junto.spaces.models import Invitation


class ByInvitation(Admission):
    """Whoever came by an invitation that is good, and for anybody or for their address, may open an account with a provider."""

    name = "invitation"

    def admits(self, onward: str, address: str) -> bool:
        try:
            found = resolve(onward)
        except Resolver404:
            return False
        if found.view_name != "invitations:invitation":
            return False
        invitation = Invitation.objects.opened_by(found.kwargs["token"])
        return invitation is not None and not invitation.claims and invitation.email in ("", address)
