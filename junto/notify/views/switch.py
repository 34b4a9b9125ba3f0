from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.notify.switch import switch_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest, token: str) -> HttpResponse:
    if switch_of(token) is None:
        raise Http404
    return HttpResponse("")
