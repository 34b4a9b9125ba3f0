"""Whether what is stored twice says the same: counts beside rows, the index beside texts, rows beside files."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from junto.kit.files.store import store
from junto.kit.models import File, Work
from junto.kit.searchable import Searchable
from junto.operating.finding import Finding, bad, look, well
from junto.posts.models import Post, Thread
from junto.search.indexing import refresh
from junto.search.models import Document
from junto.spaces.models import Membership, Space

SAMPLE = 300
STEP = 200


def examine(deep: bool) -> Iterator[Finding]:
    """`deep`: all of them, otherwise the newest."""
    yield _counts(deep)
    yield _index(deep)
    yield _files(deep)


def miscounted_threads(deep: bool) -> "QuerySet[Thread]":
    """Threads whose stored counts are not those of their posts."""
    posts = Post.objects.standing().filter(thread=OuterRef("pk"))
    counted = Thread.objects.filter(deletion=None, pk__gt=_from(Thread, deep)).annotate(
        posts_now=_number(posts, "thread"), answers_now=_number(posts.filter(kind=Post.Kind.ANSWER), "thread")
    )
    return counted.exclude(post_count=F("posts_now"), answer_count=F("answers_now"))


def miscounted_spaces() -> "QuerySet[Any]":
    """Spaces whose stored counts are not those of their people and threads."""
    people = Membership.objects.filter(space=OuterRef("pk"))
    threads = Thread.objects.filter(space=OuterRef("pk"), deletion=None)
    counted = Space.objects.annotate(people_now=_number(people, "space"), threads_now=_number(threads, "space"))
    return counted.exclude(people_count=F("people_now"), thread_count=F("threads_now"))


def mend_counts() -> None:
    """Counts anew whatever is wrong."""
    Thread.objects.filter(pk__in=list(miscounted_threads(True).values_list("pk", flat=True))).recount()
    for number, people, threads in miscounted_spaces().values_list("pk", "people_now", "threads_now"):
        Space.objects.filter(pk=number).update(people_count=people, thread_count=threads)


def _counts(deep: bool) -> Finding:
    threads, spaces = miscounted_threads(deep).count(), miscounted_spaces().count()
    if threads or spaces:
        says = f"The counts of {threads} threads and {spaces} spaces are not those of what is in them."
        return look("counts", "Counts", says, "python3 start.py doctor --mend counts them anew.")
    return well("counts", "Counts", f"They are those of what is there ({_how_many(deep)}).")


def _index(deep: bool) -> Finding:
    if Work.objects.alive().filter(listener=refresh.name).exists():
        return well("index", "Search", "The index is being written.")
    missing = sum(_not_indexed(searchable, deep) for searchable in Searchable.every())
    if missing:
        return look("index", "Search", f"{missing} things cannot be found, because the index lacks them.", "python3 start.py reindex")
    return well("index", "Search", f"The index knows what is there ({_how_many(deep)}).")


def _not_indexed(searchable: Searchable, deep: bool) -> int:
    """How many things that belong into the index are not in it."""
    known, missing = Document.objects.filter(subject=searchable.name), 0
    after = 0 if deep else max(0, (known.aggregate(last=Max("number"))["last"] or 0) - SAMPLE)
    while numbers := searchable.numbers(after=after, most=STEP):
        there = set(known.filter(number__in=numbers).values_list("number", flat=True))
        absent = [number for number in numbers if number not in there]
        missing += len(list(searchable.entries(absent))) if absent else 0
        after = numbers[-1]
    return missing


def _files(deep: bool) -> Finding:
    files = File.objects.ready().order_by("-pk")
    lost = sum(_is_lost(file) for file in (files.iterator() if deep else files[:SAMPLE]))
    if lost:
        do = "Bring the uploads of the last backup back, or have the pictures sent again."
        return bad("files", "Files people gave", f"{lost} are in the database and not in the store.", do)
    return well("files", "Files people gave", f"All are where they should be ({_how_many(deep)}).")


def _is_lost(file: File) -> bool:
    try:
        for size in file.lengths:
            b"".join(store().read(file.name_of(size), 0, 1))
    except FileNotFoundError:
        return True
    return False


def _from(model: Any, deep: bool) -> int:
    return 0 if deep else (model.objects.aggregate(last=Max("pk"))["last"] or 0) - SAMPLE


def _number(rows: Any, by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _how_many(deep: bool) -> str:
    return "all looked at" if deep else f"the newest {SAMPLE} looked at; --deep looks at all"
