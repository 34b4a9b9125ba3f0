from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from junto.kit.http import way_back


@require_http_methods(["POST"])
def language(request: HttpRequest) -> HttpResponse:
    """The pages speak this language from now on: for somebody signed in everywhere, otherwise in this browser."""
    chosen = request.POST.get("language", "")
    # With its host: a path to the page for signing in would be taken for one that asks to sign in first, and the form shown again.
    response = HttpResponseRedirect(request.build_absolute_uri(way_back(request, "/")))
    if chosen not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        request.user.change_profile(language=chosen)
        return response
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response
