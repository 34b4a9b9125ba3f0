from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from junto.mail.out.providers import hearing


@csrf_exempt  # a machine comes, and proves itself by the secret in its request
@require_POST
def told(request: HttpRequest, provider: str) -> HttpResponse:
    """A provider tells what became of mails: they came back, or were reported. Anybody else's word counts nothing (400)."""
    hears = hearing(provider)
    if hears is None:
        raise Http404
    return hears(request)
