"""What somebody sent by mail: what waits for their word, what came of it, what was cut off, what hung on it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers, method
from junto.kit.text import LONGEST, TooLong
from junto.mail.incoming.answering import CannotBe
from junto.mail.incoming.forms import MailForm
from junto.mail.incoming.handing_out import as_file, words_as_file
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.own import Own
from junto.mail.incoming.reading import Read, read
from junto.mail.models import IncomingMail, Renewal
from junto.posts import rules
from junto.posts.addresses import address_of

BIGGEST = 2**63 - 1
SHOWN = 100


@answers("GET")
def every(request: HttpRequest) -> HttpResponse:
    """The latest of them."""
    mails = IncomingMail.objects.of(request.user).select_related("post", "thread", "space").order_by("-pk")[:SHOWN]
    return render(request, "mail/all_mine.html", {"mails": [Own(mail) for mail in mails]})


@answers("GET", "POST", "DELETE")
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One of them. POST posts it, DELETE throws it away; that it was not theirs says `not_mine`."""
    mail = _mine(request, number)
    if method(request) == "DELETE":
        return _throw_away(request, mail)
    found = read(mail)
    if method(request) == "POST":
        return _post(request, mail, found)
    return _page(request, mail, found, _form(mail, found))


@answers("POST")
def whole(request: HttpRequest, number: int) -> HttpResponse:
    """Puts all that stood in the mail into the post that came of it."""
    mail = _mine(request, number)
    post = mail.post
    if post is None or not rules.may_edit(request.user, post, post.thread.space.membership_of(request.user)):
        raise Http404
    try:
        post.edit(by=request.user, source=read(mail).cut.whole)
    except TooLong as trouble:
        toast(request, str(trouble))
        return redirect("mail:mine", mail.pk)
    toast(request, _("Now all of it stands there. The former text is in its history."))
    return redirect(address_of(post))


@answers("GET")
def attachment(request: HttpRequest, number: int, which: int) -> HttpResponse:
    """One thing that hung on it, as a file to keep: no browser shows it as a page."""
    mail = _mine(request, number)
    found = next((each for each in Letter(mail.raw).attachments if each.number == which), None)
    if found is None:
        raise Http404
    return as_file(found.content(), found.name)


@answers("GET")
def words(request: HttpRequest, number: int) -> HttpResponse:
    """All it says, as a file: of a long mail the page shows the beginning."""
    mail = _mine(request, number)
    return words_as_file(mail, read(mail).cut.whole)


@answers("POST")
def addresses(request: HttpRequest) -> HttpResponse:
    """Ends every address in mails that the person got so far."""
    Renewal.objects.renew(request.user)
    toast(request, _("The addresses in all mails you got so far are ended. Mails from now on bring new ones."))
    return redirect("mail:all_mine")


def _mine(request: HttpRequest, number: int) -> IncomingMail:
    rows = IncomingMail.objects.of(request.user).select_related("original", "thread__space", "space", "post__thread__space", "person")
    mail = rows.filter(pk=min(number, BIGGEST)).first()
    if mail is None:
        raise Http404
    return mail


def _form(mail: IncomingMail, found: Read) -> MailForm:
    return MailForm(asks=found.asks, initial={"title": found.title, "text": found.cut.words if found.fits else ""})


def _page(request: HttpRequest, mail: IncomingMail, found: Read, form: MailForm, status: int = 200, trouble: str = "") -> HttpResponse:
    things = {"mail": Own(mail), "found": found, "form": form, "trouble": trouble, "longest": LONGEST}
    return render(request, "mail/mine.html", things, status=status)


def _post(request: HttpRequest, mail: IncomingMail, found: Read) -> HttpResponse:
    own, form = Own(mail), MailForm(request.POST, asks=found.asks)
    if not own.can_be_posted or not form.is_valid():
        return _page(request, mail, found, form, status=422)
    try:
        post = own.post(by=request.user, title=form.cleaned_data.get("title", ""), words=form.cleaned_data["text"])
    except CannotBe as trouble:
        return _page(request, mail, found, form, status=409, trouble=trouble.reason)
    return redirect(address_of(post))


def _throw_away(request: HttpRequest, mail: IncomingMail) -> HttpResponse:
    if mail.state == IncomingMail.State.ASKING and request.POST.get("not_mine"):
        mail.become(IncomingMail.State.WAITING, "not_theirs", is_theirs=False)
        toast(request, _("Thank you. The owners see that somebody used your address; nothing was posted."))
    else:
        mail.delete()
        toast(request, _("The mail is deleted. What came of it stays."))
    return redirect("mail:all_mine")
