from junto.mail.models.incoming_mail import IncomingMail, Original
from junto.mail.models.renewal import Renewal

__all__ = ["IncomingMail", "Original", "Renewal"]
