"""On what ground data about people may be processed: Article 6(1) of the GDPR, and agreements with the staff (Article 88)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """A legal basis. Each kind of data suggests one; the owners decide."""

    CONSENT = "consent", _("Consent (Article 6(1)(a))")
    CONTRACT = "contract", _("A contract with the person (Article 6(1)(b))")
    OBLIGATION = "obligation", _("A legal obligation (Article 6(1)(c))")
    VITAL = "vital", _("Vital interests (Article 6(1)(d))")
    PUBLIC = "public", _("A task in the public interest (Article 6(1)(e))")
    INTEREST = "interest", _("Legitimate interests (Article 6(1)(f))")
    AGREEMENT = "agreement", _("A works agreement (Article 88)")
