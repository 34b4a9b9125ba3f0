from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from junto.kit.http import answers, owners_only
from junto.portability.sample import load_sample


@answers("POST")
@owners_only
def sample(request: HttpRequest) -> HttpResponse:
    """Lets the sample company in, so that an owner sees every page alive."""
    load_sample(by=request.user)
    return HttpResponseRedirect(reverse("pages:home"))
