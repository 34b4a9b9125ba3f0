"""What came in goes after a month, but for what hangs on a post that stands."""

from junto.kit.work import listener
from junto.mail.models import IncomingMail


@listener
def forget_mail() -> None:
    """Deletes mails that are old enough."""
    IncomingMail.objects.forgettable().delete()
