"""The page on which people sign in."""

from typing import Any

from allauth.account.views import LoginView

from junto.people.models import Person
from junto.people.providers import providers
from junto.people.signing_up import sign_up_open
from junto.people.ways_in import by_password


class SignInView(LoginView):
    """allauth signs in; ours is what else the page offers."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ways = {"sign_up": sign_up_open(), "by_password": by_password(), "providers": providers()}
        return {**super().get_context_data(**kwargs), **ways, "owned": Person.objects.owners().exists()}
