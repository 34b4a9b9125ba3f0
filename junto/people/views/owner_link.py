from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.people.forms.owner import NewAccount
from junto.people.guarding import guarded
from junto.people.models import OwnerLink, Person
from junto.people.providers import providers
from junto.people.signing_in import sign_in
from junto.people.ways_in import by_password


@guarded("owner-link")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever opens the link of a new instance first becomes its owner. Looking does not use it up."""
    link = OwnerLink.opened_by(token)
    if link is None:
        raise Http404
    if not by_password():
        return _by_provider(request, link)
    form = NewAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return sign_in(request, become_owner(link, **form.cleaned_data))
    return render(request, "people/owner.html", {"form": form})


def _by_provider(request: HttpRequest, link: OwnerLink) -> HttpResponse:
    """Where the provider alone signs in, they sign in first and take the keys then."""
    if request.method != "POST" or not request.user.is_authenticated:
        return render(request, "people/owner_by_provider.html", {"providers": providers()})
    with transaction.atomic():
        if not link.use_up():
            raise Http404
        request.user.make_owner()
    return redirect("/")


@transaction.atomic
def become_owner(link: OwnerLink, **account: str) -> Person:
    """Uses the link up and makes the owner. 404 for whoever comes second, even in the same moment."""
    if not link.use_up():
        raise Http404
    person: Person = Person.objects.join(**account)
    person.make_owner()
    return person
