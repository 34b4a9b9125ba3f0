"""Whether search knows what texts mean."""

from django.conf import settings
from django.utils.translation import gettext as _

from junto.design.numbers import number
from junto.operating.finding import Finding, look, well
from junto.search.meaning.standing import standing

TITLE = "meaning"
MANY = 2000


def finding() -> Finding:
    """Which model, and how many of how many texts it knows."""
    known = standing()
    if not known.model:
        return _without()
    said = _("%(model)s knows %(placed)s of %(documents)s conversations.") % {
        "model": known.model,
        "placed": number(known.placed),
        "documents": number(known.documents),
    }
    if known.former:
        said += " " + _("Until it knows all, %(model)s is asked.") % {"model": known.former}
    if known.waiting > MANY:
        return look(
            TITLE, _("Finding by meaning"), said, _("It goes on by itself, beside other work. To have it done at once: start.py meaning")
        )
    return well(TITLE, _("Finding by meaning"), said)


def _without() -> Finding:
    if settings.MEANING == "off":
        return well(TITLE, _("Finding by meaning"), _("Switched off: search goes by words alone."))
    do = _("Start Junto anew with start.py, which installs it, or set JUNTO_MEANING to off.")
    return look(TITLE, _("Finding by meaning"), _("The model is not installed: search goes by words alone."), do)
