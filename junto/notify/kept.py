from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from junto.kit.models import Work
from junto.kit.privacy import Erasure, Kept
from junto.notify.calling import carry, carry_abroad, gather, tidy_calls
from junto.notify.inbox import tidy
from junto.notify.looked_at import look_back
from junto.notify.models import Call, CallMade, ClosedWay, InboxActor, InboxItem, Level, Preferences, Sending

ONLY_YOU = _("only you")


class KeptInbox(Kept):
    name = "inbox"
    model = InboxItem
    what = _("What you were told in your inbox")
    why = _("so that you find again what concerned you")
    readers = ONLY_YOU
    until = _("180 days after you saw it")
    forgotten_by = tidy
    fields = ("notice", "subject", "at", "seen_at")

    def erase(self, person: int, keep_texts: bool) -> None:
        """Lines of others tell no longer that they follow this person."""
        InboxItem.objects.filter(wish=f"person:{person}").update(wish="")
        super().erase(person, keep_texts)


class KeptInboxActor(Kept):
    name = "inbox_actor"
    model = InboxActor
    what = _("That an inbox of somebody else names you as who answered, mentioned or invited them")
    why = _("so that whoever is told knows by whom")
    readers = _("whoever was told")
    until = _("180 days after they saw it")
    forgotten_by = tidy
    fields = ("item__notice", "item__at")


class KeptPreferences(Kept):
    name = "how_you_are_reached"
    model = Preferences
    what = _("How you want to be reached: by which means and when, quiet hours, working days, away until")
    why = _("so that you are told where and when you want to be")
    readers = ONLY_YOU
    until = _("until you change it or leave for good")
    fields = ("wishes", "quiet_from", "quiet_to", "days", "back_on", "summary_at", "a_day", "left")


class KeptLevels(Kept):
    """What others muted of this person is these others' secret: it goes with the person, and is shown to nobody."""

    name = "levels"
    model = Level
    what = _("Of which spaces, topics and people you want to hear everything, or nothing")
    why = _("so that you hear as much as you want")
    readers = ONLY_YOU
    until = _("until you change it")
    people = ("person", "whom")
    fields = ("space__name", "topic__name", "whom__name", "level", "muted_until")

    def rows_about(self, person: int) -> QuerySet[Level]:
        return Level.objects.filter(person=person).order_by("pk")


class KeptCalls(Kept):
    name = "calls"
    model = Call
    what = _("What you are still to be told by mail or other means")
    why = _("so that it reaches you when you want it to")
    readers = ONLY_YOU
    until = _("until you are told, or a month")
    forgotten_by = tidy_calls
    fields = ("means", "when", "due_at", "at")

    def erase(self, person: int, keep_texts: bool) -> None:
        """With them goes the work that would gather or carry them."""
        sendings = list(Sending.objects.filter(person=person).values_list("pk", flat=True))
        Work.objects.filter(listener=gather.name, arguments__person=person).delete()
        Work.objects.filter(listener__in=[carry.name, carry_abroad.name], arguments__sending__in=sendings).delete()
        super().erase(person, keep_texts)


class KeptCallsBy(Kept):
    name = "calls_by"
    model = Call
    what = _("That somebody else is still to be told of what you did")
    why = _("so that whoever is told knows by whom")
    readers = _("whoever is told")
    until = _("until they are told, or a month")
    forgotten_by = tidy_calls
    people = ("by",)
    erasure = Erasure.UNNAME
    fields = ("at",)


class KeptSendings(Kept):
    name = "sendings"
    model = Sending
    what = _("When you were told something by mail or other means, not what")
    why = _("so that you are not told more often a day than you want")
    readers = ONLY_YOU
    until = _("a month")
    forgotten_by = tidy_calls
    fields = ("means", "at", "is_sent")


class KeptCallsMade(Kept):
    name = "calls_made"
    model = CallMade
    what = _("Of which kind of thing you were told by mail or other means, and whether you looked at it in Junto within a week")
    why = _("so that you are asked once whether you want less of it, and owners see how much is sent in vain")
    readers = _("only you; owners only sums of five people and more")
    until = _("seven weeks")
    forgotten_by = look_back
    fields = ("means", "concern", "at", "was_looked_at")


class KeptClosedWays(Kept):
    name = "closed_ways"
    model = ClosedWay
    what = _("By which means you cannot be reached any more, and since when")
    why = _("so that you can see it, and nobody is called in vain")
    readers = ONLY_YOU
    until = _("until you have it tried again")
    fields = ("means", "since")
