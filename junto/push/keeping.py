"""Which pages a browser may keep, to be read without a network: what one reads and writes, never settings, accounts or people."""

from django.http import HttpRequest, HttpResponse

KEPT_PAGES = frozenset(
    {
        *("pages:home", "notify:inbox", "topics:topic"),
        *("spaces:space", "posts:space_threads", "posts:thread", "posts:comments", "posts:ask"),
        "help:new_note",
    }
)


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Only whole pages of the list that somebody signed in was shown."""
    found = request.resolver_match
    is_page = request.method == "GET" and response.status_code == 200 and not getattr(request, "htmx", False)
    return is_page and request.user.is_authenticated and found is not None and found.view_name in KEPT_PAGES
