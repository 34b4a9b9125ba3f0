"""What the mail room offers for pages of other rooms: where to write to, what was cut off, what waits for owners."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.mail.addresses import mail_comes_in, space_address
from junto.mail.models import IncomingMail
from junto.posts.models import Thread
from junto.posts.rules import may_open
from junto.spaces.models import Membership, Space


class WriteByMail(Slot):
    """On a space's front page, for its members: the address at which a mail is a question there."""

    name = "mail.write_by_mail"
    page = "space"
    order = 90

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: Any) -> str:
        if not mail_comes_in() or not may_open(membership):
            return ""
        return render_to_string("mail/slots/write_by_mail.html", {"space": space, "address": space_address(space)}, request)


class CameByMail(Slot):
    """On a thread's page, for who wrote in it by mail: the way to what was cut off and to what hung on it."""

    name = "mail.came_by_mail"
    page = "thread"
    order = 60

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        if not mail_comes_in():
            return ""
        mails = list(IncomingMail.objects.of(request.user).filter(thread=thread, state=IncomingMail.State.POSTED).order_by("-pk")[:5])
        return render_to_string("mail/slots/came_by_mail.html", {"mails": mails}, request) if mails else ""


class MailsOfMine(Slot):
    """On one's own page: the mails one sent."""

    name = "mail.mine"
    page = "person.margin"
    order = 80

    def part(self, request: HttpRequest, *, person: Any, **things: Any) -> str:
        return render_to_string("mail/slots/mine.html", {}, request) if mail_comes_in() and person.pk == request.user.pk else ""


class MailThatWaits(Slot):
    """For owners, beside what else they decide."""

    name = "mail.waits"
    page = "accounts"

    def part(self, request: HttpRequest, **things: Any) -> str:
        return render_to_string("mail/slots/waits.html", {}, request) if mail_comes_in() and request.user.is_owner else ""
