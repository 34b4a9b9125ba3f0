"""The history of a webhook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.interop.webhooks.views.webhooks import telling, titles
from junto.kit.http import answers


@answers("GET", "POST")
def delivery(request: HttpRequest, slug: str, number: int, nth: int) -> HttpResponse:
    """What was sent and what was answered; POST sends it again."""
    of = telling(request, slug)
    webhook = of.webhook(number)
    found = get_object_or_404(webhook.deliveries, pk=nth)
    if request.method != "POST":
        shown = {"space": of.space, "webhook": webhook, "delivery": found, "kinds": titles()}
        return render(request, "interop/webhooks/delivery.html", shown)
    found.again()
    toast(request, _("It is brought once more, with the same key."))
    return of.shown(webhook)
