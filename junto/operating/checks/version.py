"""What runs, and whether what is kept is as this release makes it."""

from django.conf import settings
from django.utils.translation import gettext as _

from junto.kit.text.rerender import kinds, outdated
from junto.operating.checks import database
from junto.operating.finding import Finding, bad, look, well
from junto.search.models import Rebuild


def finding() -> Finding:
    """Migrations, stored texts, the index."""
    title, says = _("Release"), f"Junto {settings.VERSION}"
    if database.pending():
        return bad("version", title, says, _("The database is older than the program. Start Junto anew: that brings it up to date."))
    if Rebuild.objects.exists():
        return look("version", title, says, _("Writing the index anew was interrupted: run “python3 start.py reindex” to its end."))
    if any(outdated(kind).exists() for kind in kinds()):
        return look("version", title, says, _("Some texts were drawn by an older release: run “python3 start.py rerender”."))
    return well("version", title, says)
