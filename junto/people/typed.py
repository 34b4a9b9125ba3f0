"""What somebody typed into a form that has to wait: kept in the page itself, so that nothing is stored and nothing is lost."""

from django.http import QueryDict

SECRETS = ("password", "code", "credential")
OURS = ("csrfmiddlewaretoken", "proof")


def kept_fields(typed: QueryDict) -> list[tuple[str, str]]:
    """Name and value of every field that goes into the page again. Secrets do not; they are typed anew."""
    names = [name for name in typed if not any(part in name for part in (*SECRETS, *OURS))]
    return [(name, value) for name in names for value in typed.getlist(name)]
