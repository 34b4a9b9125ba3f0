import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from junto.kit.access import may_see
from junto.kit.files.handing_out import answer
from junto.kit.files.limits import MIDDLE, SIZES
from junto.kit.files.names import WHOLE
from junto.kit.http import answers
from junto.kit.models import File

log = logging.getLogger(__name__)
NAMES = {WHOLE, *map(str, (*SIZES, MIDDLE))}


@answers("GET")
def file(request: HttpRequest, key: str, size: str) -> HttpResponseBase:
    """One size of a file, for whoever may see what it hangs on now; for others there is no such file."""
    found = File.objects.ready().filter(key=key).first() if size in NAMES else None
    if found is None or not may_see(found.subject, [request.user.pk]):
        raise Http404
    try:
        return answer(request, found, size)
    except FileNotFoundError as lost:
        raise Http404 from lost
    except OSError:
        log.exception("the place where files are kept does not answer")
        return HttpResponse(status=503, headers={"Retry-After": "30", "Cache-Control": "no-store"})
