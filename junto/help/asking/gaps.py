"""Topics asked about that nobody covers. One counts once so many different people asked about it that it says nothing of one of them."""

from django.db.models import Count, Exists, OuterRef

from junto.help.asking.rules import may_see_gaps
from junto.kit.access import allow
from junto.people.models import Expertise, Person
from junto.posts.models import Thread
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

FLOOR = 5
"""People who asked (handbook, 0.3): of fewer nothing is shown."""
MOST_SHOWN = 100


def spaces_led_by(person: Person) -> list[int]:
    """The spaces whose gaps this person may see: those they host; for an owner all they may read. 403 for whoever leads nowhere."""
    hosted = list(Membership.objects.filter(person=person, role="host").values_list("space_id", flat=True))
    allow(may_see_gaps(person, bool(hosted)))
    if not person.is_owner:
        return hosted
    return list(Space.objects.readable_by(person).values_list("pk", flat=True))


def uncovered(person: Person) -> list[Topic]:
    """Topics of at least five askers in these spaces about which nobody who is here says that people may ask them; by name."""
    threads = Thread.objects.visible_to(person).filter(kind=Thread.Kind.QUESTION, space__in=spaces_led_by(person))
    said = Expertise.objects.filter(topic=OuterRef("pk"), person__is_active=True)
    asked = Topic.objects.filter(~Exists(said), threads__in=threads, alias_of=None)
    counted = asked.annotate(askers=Count("threads__author", distinct=True)).filter(askers__gte=FLOOR)
    return list(counted.order_by("name", "pk")[:MOST_SHOWN])
