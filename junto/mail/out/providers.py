"""Companies that send mail for others, by django-anymail. It is heavy, so it comes in only where one is set."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from junto.mail.models import AddressTrouble, Stop
from junto.mail.out.mailing import Calls
from junto.mail.out.refusals import STATUS
from junto.mail.out.reports import complained, did_not_arrive
from junto.people.models import Person

NO_MAILBOX = ("invalid", "bounced")


def errors() -> tuple[type[Exception], ...]:
    """What says that a provider takes no mail to this address (it was refused there before, or it is none)."""
    if not settings.MAIL_PROVIDER:
        return ()
    from anymail.exceptions import AnymailRecipientsRefused

    return (AnymailRecipientsRefused,)


def hearing(provider: str) -> Callable[[HttpRequest], HttpResponse] | None:
    """What takes in the reports of this provider; None unless it is the one that is set, with a secret by which its reports are known."""
    if provider != settings.MAIL_PROVIDER.get("name") or not settings.MAIL_REPORTS_SECRET:
        return None
    from anymail.signals import tracking

    tracking.connect(_take_in, dispatch_uid="junto.mail")
    view: Callable[[HttpRequest], HttpResponse] = import_string(settings.MAIL_PROVIDER["hears"]).as_view()
    return view


def _take_in(event: Any, **more: Any) -> None:
    """One report. What it says of people we do not know is nothing to us."""
    person = Person.objects.by_email(event.recipient)
    if person is None:
        return
    if event.event_type == "complained":
        complained(person)
    elif event.event_type == "unsubscribed":
        Stop.objects.begin(person, Calls.name)
    elif event.event_type in ("bounced", "rejected"):
        _refused(person, event.reject_reason, event.mta_response or "")


def _refused(person: Person, reason: str | None, said: str) -> None:
    if reason == "spam":
        complained(person)
    elif STATUS.search(said):
        did_not_arrive(person, said)
    elif reason in NO_MAILBOX:
        AddressTrouble.objects.close(person, AddressTrouble.Kind.REFUSED)
    elif reason == "timed_out":
        AddressTrouble.objects.fail(person)
