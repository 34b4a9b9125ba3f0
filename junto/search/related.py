"""What is like a thread."""

from django.db.models import Q

from junto.kit.searchable import Found
from junto.people.models import Person
from junto.posts.models import Thread, ThreadLink
from junto.search.finding import found
from junto.search.index import Hit
from junto.search.similar import similar_to_thread

MOST, SPARE = 4, 8
LIKE_ENOUGH = 0.4
"""Beside a thread only what has to do with it: nobody asked for more."""


def related(thread: Thread, person: Person) -> list[Found]:
    """Up to four threads, without those that were said to belong with it: they stand there anyway."""
    links = ThreadLink.objects.filter(Q(thread=thread) | Q(other=thread)).values_list("thread", "other")
    known = {number for pair in links for number in pair}
    alike = similar_to_thread(thread.pk, thread.title, person=person, most=MOST + SPARE)
    hits = [Hit(each.under, "thread", each.thread) for each in alike if each.thread not in known and each.likeness >= LIKE_ENOUGH]
    kept = found(hits, person)
    return [kept[hit] for hit in hits if hit in kept][:MOST]
