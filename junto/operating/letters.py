"""The letter by which an owner sees whether mail goes out."""

import logging

from django.utils.translation import gettext_lazy as _

from junto.kit.traces import kind
from junto.kit.work import outreach
from junto.people.letters import Wording
from junto.people.models import Person

log = logging.getLogger(__name__)
TEST = Wording(
    _("A test letter from Junto"),
    _("Hello %(name)s,\n\nthis letter shows that your Junto can send mail. There is nothing to do."),
)


@outreach
def send_test_letter(person_id: int) -> None:
    """Sends it once: how it went is kept by the post itself, and trying again is for whoever asked."""
    person = Person.objects.here().with_account().filter(pk=person_id).first()
    if person is None:
        return
    try:
        TEST.send(person, person.email)
    except OSError as error:
        log.warning("a test letter failed: %s", kind(error))
