"""What the people room keeps of people, with what sign-in keeps."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from junto.kit.models import Work
from junto.kit.privacy import Basis, Erasure, Kept
from junto.people.looks import forget_looks
from junto.people.models import Block, Expertise, Follow, Identity, Look, LookedAt, Person
from junto.people.sessions import end_sessions, forget_ended_sessions

ONLY_YOU = _("only you")
EVERYBODY = _("everybody who is here")
SIGNED_OUT = _("until you sign out, or 30 days after you were last here")
UNTIL_ERASED = _("until you change it or leave for good")


class KeptPerson(Kept):
    """The person's own row; it goes last, and with it whatever still points to it."""

    name = "profile"
    model = Person
    what = _("Your profile: name, work, place, languages, and how your account stands")
    why = _("so that people know whom they learn from, and you can sign in")
    readers = _("everybody who is here; your address: only you and owners")
    until = UNTIL_ERASED
    people = ("pk",)
    fields = (
        *("name", "email", "pronouns", "what_i_do", "department", "place", "time_zone", "languages", "language"),
        *("is_active", "is_owner", "is_auditor", "joined_at", "deactivated_at", "last_login"),
    )

    def erase(self, person: int, keep_texts: bool) -> None:
        """Letters that were never sent hold the address."""
        for address in Person.objects.filter(pk=person).exclude(email=None).values_list("email", flat=True):
            Work.objects.filter(arguments__address=address).delete()
        Person.objects.filter(pk=person).delete()


class KeptExpertise(Kept):
    name = "ask_me_about"
    model = Expertise
    what = _("What you said you can be asked about")
    why = _("so that people with a question find you")
    readers = EVERYBODY
    until = _("until you take it out")
    fields = ("topic__name",)


class KeptFollows(Kept):
    name = "follows"
    model = Follow
    what = _("Whom you follow")
    why = _("so that you hear of what they ask and answer")
    readers = ONLY_YOU
    until = _("until you follow no longer")
    people = ("person", "followed")
    fields = ("followed__name", "since")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        """What is shown and handed out is the person's own wish; that others follow them is these others' secret."""
        return Follow.wishes.filter(person=person).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        for field in self.people:
            Follow.wishes.filter(**{field: person}).delete()


class KeptBlocks(Kept):
    name = "blocks"
    model = Block
    what = _("Whom you block")
    why = _("so that you and they can no longer mention, invite or follow each other")
    readers = ONLY_YOU
    until = _("until you lift the block")
    people = ("person", "blocked")
    fields = ("blocked__name", "since")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        """Who blocks somebody is not told to them, here neither."""
        return Block.objects.filter(person=person).order_by("pk")


class KeptLookedAt(Kept):
    """Who looked at what is the person's. With the person go the rows, and a reason that was given about nobody but them."""

    name = "looks"
    model = LookedAt
    what = _("Who looked at what is yours in a way that is not everyday, such as an owner opening your account")
    why = _("so that nobody does that unseen")
    readers = _("you, owners and auditors")
    until = _("a year")
    basis = Basis.OBLIGATION
    forgotten_by = forget_looks
    fields = ("look__kind", "look__by__name", "look__why", "look__at")

    def erase(self, person: int, keep_texts: bool) -> None:
        others = LookedAt.objects.filter(look=OuterRef("pk")).exclude(person=person)
        Look.objects.filter(looked_at__person=person).filter(~Exists(others)).update(why="")
        super().erase(person, keep_texts)


class KeptLooks(Kept):
    name = "looks_of_mine"
    model = Look
    what = _("When you looked at what is of others in a way that is not everyday")
    why = _("so that they know who it was")
    readers = _("whoever it concerned, owners and auditors")
    until = _("a year")
    basis = Basis.OBLIGATION
    forgotten_by = forget_looks
    people = ("by",)
    fields = ("kind", "why", "at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        """That it was done stays for those it concerned; the reason is a text like others."""
        if not keep_texts:
            Look.objects.filter(by=person).update(why="")
        super().erase(person, keep_texts)


class KeptAddress(Kept):
    name = "address"
    model = EmailAddress
    what = _("The address you sign in with")
    why = _("so that you can sign in, and be sent a new password")
    readers = _("only you and owners")
    until = UNTIL_ERASED
    people = ("user",)
    fields = ("email", "verified", "primary")


class KeptWays(Kept):
    """What proves that somebody is themselves besides the password; the secrets in it are sealed and go into no file."""

    name = "second_step"
    model = Authenticator
    what = _("Your second step at sign-in: app, recovery codes, passkeys")
    why = _("so that your password alone lets nobody in")
    readers = _("only you; owners see that there is one")
    until = _("until you take it out")
    people = ("user",)
    fields = ("type", "created_at", "last_used_at")


class KeptIdentities(Kept):
    name = "identities"
    model = Identity
    what = _("Who you are at the sign-in of your organisation: its number for you, since when, last used")
    why = _("so that you can sign in with it")
    readers = ONLY_YOU
    until = _("until you take it out")
    fields = ("provider", "issuer", "sub", "linked_at", "last_used_at")


class KeptSignIns(Kept):
    name = "sign_ins"
    model = UserSession
    what = _("Where you are signed in: network address, browser, since when")
    why = _("so that you can see it, and sign out there")
    readers = ONLY_YOU
    until = SIGNED_OUT
    forgotten_by = forget_ended_sessions
    people = ("user",)
    fields = ("ip", "user_agent", "created_at", "last_seen_at")

    def erase(self, person: int, keep_texts: bool) -> None:
        end_sessions(person)


class KeptSessions(Kept):
    """What Django keeps of a browser that is signed in; whose it is stands in `UserSession`."""

    name = "sessions"
    model = Session
    what = _("That a browser is signed in as you")
    why = _("so that you need not sign in on every page")
    readers = _("nobody")
    until = SIGNED_OUT
    forgotten_by = forget_ended_sessions
    people = ()
    fields = ("expire_date",)
    erasure = Erasure.DELETE

    def rows_about(self, person: int) -> "QuerySet[Any]":
        keys = UserSession.objects.filter(user=person).values("session_key")
        return Session.objects.filter(session_key__in=keys).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        end_sessions(person)
