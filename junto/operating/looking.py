"""Tries what stands elsewhere: the store of files, the providers of sign-in. The worker does it every few minutes, for it may take long."""

from django.conf import settings

from junto.kit.work import outreach
from junto.operating.checks import storage
from junto.operating.models import Neighbour
from junto.operating.taking_mail import MAILBOX, trouble_with_mailbox
from junto.operating.troubles import word_for
from junto.people.providers import Provider, providers

PATIENCE = 10
STORE = "storage"


@outreach
def look_outside() -> None:
    """Tries everything, and keeps how it went."""
    Neighbour.keep(STORE, storage.trouble())
    if settings.MAIL_IN_IMAP:
        Neighbour.keep(MAILBOX, trouble_with_mailbox())
    for provider in providers():
        Neighbour.keep(name_of(provider), trouble_at(provider))


def name_of(provider: Provider) -> str:
    """Under which its row stands."""
    return f"provider {provider.name}"[:60]


def trouble_at(provider: Provider) -> str:
    """What is wrong with a provider; empty when it tells of itself as it should."""
    import requests  # here, for a house without providers needs none of it

    try:
        said = requests.get(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration", timeout=PATIENCE).json()
        return "" if said["issuer"] == provider.issuer else "strange"
    except (requests.ConnectionError, requests.Timeout) as error:
        return word_for(error)
    except (requests.RequestException, ValueError, LookupError, TypeError):
        return "strange"
