"""How the last try of what stands elsewhere went: the store of files, the providers of sign-in."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from markupsafe import Markup

from junto.design.dates import when
from junto.operating.finding import Finding, bad, look, well
from junto.operating.looking import STORE, name_of
from junto.operating.models import Neighbour
from junto.operating.troubles import SAID
from junto.people.providers import Provider, providers


def findings(looks: Mapping[str, Neighbour]) -> Iterator[Finding]:
    """What was found when it was last tried."""
    yield _store(looks.get(STORE))
    for provider in providers():
        yield _provider(provider, looks.get(name_of(provider)))


def _store(found: Neighbour | None) -> Finding:
    if found and found.trouble:
        do = _("%(trouble)s Until it is mended, pictures neither come in nor show.") % {"trouble": SAID[found.trouble]}
        return bad(STORE, _("Files"), _("New files cannot be kept."), do)
    return well(STORE, _("Files"), _("New files can be kept."))


def _provider(provider: Provider, found: Neighbour | None) -> Finding:
    title = _("Sign-in with %(provider)s") % {"provider": provider.label}
    if found is None:
        return well(provider.name, title, _("Not tried yet."))
    if found.trouble:
        says = Markup(_("It could not be reached %(when)s.")) % {"when": when(found.at)}
        return look(provider.name, title, says, _("%(trouble)s Who is signed in stays so.") % {"trouble": SAID[found.trouble]})
    return well(provider.name, title, Markup(_("It answered %(when)s.")) % {"when": when(found.at)})
