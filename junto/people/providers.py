"""Signing in with the organisation's own sign-in: several providers of OpenID Connect, set up by whoever runs the machine.

authlib speaks the protocol (discovery, authorization code with PKCE, state, nonce, signature, audience, time).
What is ours: which claims are believed, and for what.
"""

import time
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from junto.kit.text.line import one_line
from junto.people.models.person import tidy_email

LEEWAY = 60
PATIENCE = 10


class NotBelieved(Exception):
    """What a provider said cannot be believed, or it said no."""


@dataclass(frozen=True)
class Provider:
    """One provider, as the settings name it."""

    name: str
    label: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    trusts_addresses: bool = False
    """Every address it tells is as good as proved, though it does not say so (Entra)."""


@dataclass(frozen=True)
class Claims:
    """Who somebody is at a provider. `address` is empty unless the provider has proved it."""

    provider: str
    issuer: str
    sub: str
    address: str
    name: str

    def kept(self) -> dict[str, str]:
        """As a session keeps it."""
        return asdict(self)


def providers() -> list[Provider]:
    """All providers, in the order of the settings."""
    return [Provider(**each) for each in settings.SIGN_IN_PROVIDERS]


def provider_named(name: str) -> Provider | None:
    """The provider with that name, if it is set up."""
    return next((each for each in providers() if each.name == name), None)


def lead_to(request: HttpRequest, provider: Provider, *, anew: bool) -> tuple[str, str]:
    """The address at the provider to lead somebody to, and the state under which they come back.

    `anew` asks the provider to have them show once more who they are. State, nonce and verifier stay in the session.
    """
    client = _client(provider)
    back = callback_address(request, provider)
    more = {"prompt": "login", "max_age": 0} if anew else {}
    begun = client.create_authorization_url(back, **more)
    client.save_authorize_data(request, redirect_uri=back, **begun)
    return begun["url"], begun["state"]


def come_back(request: HttpRequest, provider: Provider, *, since: float | None) -> Claims:
    """Who came back from the provider. Raises NotBelieved; `since` is when they were to show anew who they are."""
    try:
        return _come_back(request, provider, since)
    except Exception as error:  # answers of another machine end in errors of authlib, joserfc, requests, json; none may pass
        raise NotBelieved(type(error).__name__) from error


def callback_address(request: HttpRequest, provider: Provider) -> str:
    """Where a provider sends people back to; set down at the provider as well."""
    path = reverse("account_provider_callback", args=[provider.name])
    return settings.JUNTO_URL + path if settings.JUNTO_URL else request.build_absolute_uri(path)


def _come_back(request: HttpRequest, provider: Provider, since: float | None) -> Claims:
    client = _client(provider)
    wanted = {"iss": provider.issuer, "aud": provider.client_id}
    options = {name: {"essential": True, "value": value} for name, value in wanted.items()}
    token = client.authorize_access_token(request, claims_options={**options, "sub": {"essential": True}}, leeway=LEEWAY)
    said = dict(token["userinfo"])
    if since and said.get("auth_time", since) < since - LEEWAY:
        raise NotBelieved("signed in long ago")
    return _believed(provider, said if "email" in said else said | _more(client, token, said["sub"]))


def _more(client: Any, token: dict[str, Any], sub: str) -> dict[str, Any]:
    """Some providers tell the address only when asked for it; it has to be that of the same person."""
    if "userinfo_endpoint" not in client.load_server_metadata():
        return {}
    said = dict(client.userinfo(token=token))
    if said.get("sub") != sub:
        raise NotBelieved("userinfo is about somebody else")
    return {name: said[name] for name in ("email", "email_verified", "name") if name in said}


def _believed(provider: Provider, said: dict[str, Any]) -> Claims:
    sub, verified = said["sub"], said.get("email_verified") is True or provider.trusts_addresses
    if not isinstance(sub, str) or not 0 < len(sub) <= 255:
        raise NotBelieved("sub")
    address = tidy_email(str(said.get("email") or "")) or "" if verified else ""
    return Claims(provider.name, provider.issuer, sub, address, one_line(str(said.get("name") or ""), 120))


@lru_cache(maxsize=20)
def _client(provider: Provider) -> Any:
    """authlib's client. It keeps what the provider tells of itself. Loaded here, for a house without providers needs none of it."""
    from authlib.integrations.django_client import OAuth

    return OAuth().register(
        provider.name,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "default_timeout": PATIENCE},
    )


def moment() -> float:
    """Now, as providers tell time."""
    return time.time()
