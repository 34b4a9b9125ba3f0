"""What somebody is told because they want to hear of everything new somewhere."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from junto.kit.clock import now
from junto.kit.notices import Concern, Told
from junto.notify.models.level import Level
from junto.people.models import Follow
from junto.posts.facts import ThreadOpened
from junto.posts.models import Mention, Thread
from junto.posts.notices import AboutThread, named


class ThreadBegun(AboutThread):
    """Somebody began a thread in a space or about a topic of which I want to hear everything, or whom I follow did."""

    name = "new"
    kinds = (ThreadOpened,)
    icon = "sparkles"
    concern = Concern.NEW
    brings_words = True

    def concerns(self, fact: ThreadOpened) -> Mapping[int, str]:  # type: ignore[override]  # wired to this kind only
        """For each their wish; who is mentioned in it is told of that instead."""
        mentioned = set(Mention.objects.filter(post=fact.post_id).values_list("person_id", flat=True))
        return {person: wish for person, wish in _wishes(fact).items() if person not in mentioned}

    def says(self, told: Told) -> str:
        return _("%(person)s began “%(title)s”") % {"person": named(told), "title": told.target.title}

    def because(self, told: Told) -> str:
        if not told.wish:
            return _("You wanted to hear of everything new there.")
        return _("You want to hear of everything new: “%(name)s”.") % {"name": told.wish}


def _wishes(fact: ThreadOpened) -> dict[int, str]:
    """Who wants to hear of it, and for which wish: that for the space counts first, then that for a topic."""
    levels = Level.objects.wanting_all(now())
    topics = Thread.topics.through.objects.filter(thread=fact.thread_id).values("topic")
    followers = Follow.objects.filter(followed=fact.by_id).values_list("person_id", flat=True) if fact.by_id else ()
    about = levels.filter(topic__in=topics).values_list("person_id", "topic_id")
    inside = levels.filter(space=fact.space_id).values_list("person_id", flat=True)
    return {
        **{person: f"person:{fact.by_id}" for person in followers},
        **{person: f"topic:{topic}" for person, topic in about},
        **{person: f"space:{fact.space_id}" for person in inside},
    }
