"""The page on which a person makes, finds and ends their secret addresses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.interop.models import PersonalAddress
from junto.interop.models.personal_address import TooMany
from junto.interop.personal.house import house_address
from junto.interop.personal.mine import made_by, offered, wished
from junto.kit.http import answers
from junto.people.proof import proved


@answers("GET")
def addresses(request: HttpRequest) -> HttpResponse:
    """One's addresses, and what one more could be for: always the same three, and what `?of=` names."""
    made = made_by(request.user)
    wish = wished(request.GET.get("kind", "feed"), request.GET.get("of", ""), request.user)
    is_new = wish is not None and (wish.kind, wish.subject) not in {(other.kind, other.subject) for other in made}
    shown = {"made": made, "wish": wish if is_new else None, "offered": offered(request.user, made), "house": house_address(request)}
    return render(request, "interop/addresses.html", shown)


@answers("POST")
@proved
def making(request: HttpRequest) -> HttpResponse:
    """Makes an address for `subject`; where there is one, another in its place. Whoever holds it reads as they do: hence the proof."""
    wish = wished(request.POST.get("kind", ""), request.POST.get("subject", ""), request.user)
    if wish is None:
        raise Http404
    try:
        PersonalAddress.objects.make(by=request.user, kind=wish.kind, subject=wish.subject)
        toast(request, _("Here is your address. Whoever has it reads what you may read there, so keep it to yourself."))
    except TooMany:
        toast(request, _("You have as many addresses as one person may have. End one you no longer use."))
    return redirect("interop:addresses")


@answers("DELETE")
def ending(request: HttpRequest, number: int) -> HttpResponse:
    """Ends an address at once."""
    get_object_or_404(PersonalAddress.objects.of(request.user), pk=number).end()
    toast(request, _("Nobody reads at this address any more."))
    return redirect("interop:addresses")
