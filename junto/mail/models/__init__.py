from junto.mail.models.address_trouble import AddressTrouble
from junto.mail.models.incoming_mail import IncomingMail, Original
from junto.mail.models.renewal import Renewal
from junto.mail.models.stop import Stop

__all__ = ["AddressTrouble", "IncomingMail", "Original", "Renewal", "Stop"]
