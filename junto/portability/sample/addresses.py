"""The addresses of the sample company's people. They lead nowhere, and tell who belongs to the sample."""

from junto.people.models import Person
from junto.people.models.person import PersonRows

DOMAIN = "brennwald-jolivet.example.org"


def address_of(key: str) -> str:
    """The address of the person with that key."""
    return f"{key}@{DOMAIN}"


def people_of_the_sample() -> PersonRows:
    """Everybody who moved in with the sample."""
    return Person.objects.filter(email__endswith=f"@{DOMAIN}")
