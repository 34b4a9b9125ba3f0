"""What a space tells other tools: the list, and one of them."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from junto.design.links import url
from junto.design.toasts import toast
from junto.interop.models import Webhook
from junto.interop.webhooks import rules
from junto.interop.webhooks.forms import WebhookForm
from junto.interop.webhooks.kinds import KINDS, TEST
from junto.interop.webhooks.possible import can_tell
from junto.interop.webhooks.sending import tell
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.kit.paging import page
from junto.people.models import Person
from junto.people.proof import proved
from junto.spaces.models import Space
from junto.spaces.views.here import here


@dataclass(frozen=True)
class Telling:
    """A space whose host looks after what it tells others."""

    space: Space
    person: Person

    def webhook(self, number: int) -> Webhook:
        """One of its webhooks; 404 for those of other spaces."""
        return get_object_or_404(Webhook.objects.filter(space=self.space).select_related("space"), pk=number)

    def shown(self, webhook: Webhook) -> HttpResponseRedirect:
        """Back to the page of that webhook."""
        return HttpResponseRedirect(url("webhooks:webhook", self.space.slug, webhook.pk))


def telling(request: HttpRequest, slug: str) -> Telling:
    """The space for one of its hosts; 403 for others who may know of it."""
    found = here(request, slug)
    allow(rules.may_tell_others(found.part))
    return Telling(found.space, found.person)


@answers("GET")
def webhooks(request: HttpRequest, slug: str) -> HttpResponse:
    """All that the space tells others, and what can be set up."""
    of = telling(request, slug)
    rows = Webhook.objects.filter(space=of.space).for_rows()
    return render(request, "interop/webhooks/list.html", {"space": of.space, "rows": rows, "forms": Webhook.Form, "can_tell": can_tell()})


@never_cache
@answers("GET", "POST")
@proved
def new(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Sets one up. The secret of a program is shown in the answer, and never again."""
    of = telling(request, slug)
    if form not in Webhook.Form.values or not can_tell():
        raise Http404
    asked = WebhookForm(request.POST if request.method == "POST" else None, space=of.space, form=form)
    shown = {"space": of.space, "form": asked, "title": Webhook.Form(form).label, "kind": form}
    if not (asked.is_bound and asked.is_valid()) or asked.destination is None:
        return render(request, "interop/webhooks/new.html", shown, status=422 if asked.is_bound else 200)
    webhook = Webhook.objects.set_up(of.space, by=of.person, form=form, to=asked.destination, **asked.chosen)
    return of.shown(webhook) if webhook.is_chat else secret_shown(request, webhook)


@answers("GET", "DELETE")
def webhook(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """How it is doing, with its history; DELETE ends it."""
    of = telling(request, slug)
    found = of.webhook(number)
    if method(request) == "DELETE":
        found.end(by=of.person)
        toast(request, _("%(name)s is told nothing any more.") % {"name": found.name})
        return HttpResponseRedirect(url("webhooks:webhooks", slug))
    history = page(found.deliveries.defer("body", "said"), order=("-id",), after=request.GET.get("after"))
    return render(request, "interop/webhooks/webhook.html", {"space": of.space, "webhook": found, "history": history, "kinds": titles()})


@answers("GET", "POST")
@proved
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Changes name, what it is told, and where it leads."""
    of = telling(request, slug)
    found = of.webhook(number)
    form = WebhookForm(request.POST if request.method == "POST" else None, space=of.space, form=found.form, webhook=found)
    if not (form.is_bound and form.is_valid()):
        shown = {"space": of.space, "form": form, "webhook": found, "kind": found.form}
        return render(request, "interop/webhooks/change.html", shown, status=422 if form.is_bound else 200)
    found.change(by=of.person, to=form.destination, **form.chosen)
    toast(request, _("Changed."))
    return of.shown(found)


@answers("POST", "DELETE")
def pause(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """POST lets it rest, DELETE has it told again."""
    of = telling(request, slug)
    found = of.webhook(number)
    found.pause(by=of.person) if request.method == method(request) == "POST" else found.resume(by=of.person)
    return of.shown(found)


@never_cache
@answers("POST")
@proved
def secret(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A new secret, shown once."""
    of = telling(request, slug)
    found = of.webhook(number)
    found.renew_secret(by=of.person)
    return secret_shown(request, found)


@answers("POST")
def test(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Sends something at once, to see whether it arrives."""
    of = telling(request, slug)
    found = of.webhook(number)
    tell([found], TEST)
    found.deliveries.filter(kind=TEST).update(is_wanted=True)
    toast(request, _("On its way. How it went stands below in a moment."))
    return of.shown(found)


def secret_shown(request: HttpRequest, webhook: Webhook) -> HttpResponse:
    """The page with the secret."""
    return render(request, "interop/webhooks/secret.html", {"space": webhook.space, "webhook": webhook})


def titles() -> dict[str, Any]:
    """What each type is called on pages."""
    return {**{kind.name: kind.title for kind in KINDS.values()}, TEST: _("A test")}
