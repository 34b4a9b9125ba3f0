"""What owners and auditors read: what is done with people's data, and how this Junto is set. No content stands there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.clock import now
from junto.kit.http import answers, overseers_only, owners_only
from junto.kit.slots import slots_of
from junto.people.forms.bases import Bases
from junto.people.models import HouseRules, LegalBasis, Person
from junto.people.record import record


@answers("GET")
@overseers_only
def data_protection(request: HttpRequest) -> HttpResponse:
    """The record of processing."""
    return render(request, "people/oversight/data_protection.html", {"record": record(), "doors": slots_of("oversight", request)})


@answers("GET")
@overseers_only
def record_file(request: HttpRequest) -> HttpResponse:
    """The same as a file in Markdown, to be completed and kept."""
    words = render_to_string("people/oversight/record.md", {"record": record(), "made_at": now()}, request)
    response = HttpResponse(words, content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="data-protection-{now():%Y-%m-%d}.md"'
    return response


@answers("GET", "POST")
@owners_only
def bases(request: HttpRequest) -> HttpResponse:
    """Owners choose on what ground each kind of data is processed."""
    form = Bases(request.POST or None)
    if request.method == "POST" and form.is_valid():
        LegalBasis.objects.choose(form.cleaned_data, by=request.user)
        toast(request, _("The legal bases are kept."))
        return redirect("people:data_protection")
    return render(request, "people/oversight/bases.html", {"form": form})


@answers("GET")
@overseers_only
def in_effect(request: HttpRequest) -> HttpResponse:
    """What the operator set, what the owners chose, and how many people there are."""
    given = {"given": sorted(settings.IN_EFFECT.items()), "rules": HouseRules.now(), "counts": Person.objects.counted()}
    given |= {"duty": HouseRules.duty(), "doors": slots_of("oversight", request)}
    return render(request, "people/oversight/in_effect.html", given)
