"""Does what `kills` left to be done, and says as JSON what is lost, doubled or broken: nothing but noughts, when all is well."""

import json
import sys
from collections import Counter
from typing import Any

import django


def main() -> None:
    """Reads what the writers know from its input."""
    told = json.load(sys.stdin)
    django.setup()
    finish()
    print(json.dumps({**totals(told), **answers(told), **effects(told[0]["thread"]), **files(), **whole()}))


def finish() -> None:
    """What waits for its next try, or is leased to somebody who was killed, is done now."""
    from junto.kit.clock import now
    from junto.kit.models import Work
    from junto.kit.work.worker import work_off

    while Work.objects.waiting().exists():
        Work.objects.waiting().update(run_at=now(), lease_until=None)
        work_off()


def totals(told: list[dict[str, Any]]) -> dict[str, int]:
    """How much was at stake."""
    acknowledged = sum(len(one["acknowledged"]) for one in told)
    return {"acknowledged": acknowledged, **{key: sum(one[key] for one in told) for key in ("sent", "refused", "pictures")}}


def answers(told: list[dict[str, Any]]) -> dict[str, int]:
    """Each acknowledged answer stands once; nothing that was sent once stands twice."""
    from junto.posts.models import Post

    standing = Counter(Post.objects.filter(kind=Post.Kind.ANSWER).values_list("source", flat=True))
    known = [words for one in told for words in one["acknowledged"]]
    return {"lost": sum(standing[words] == 0 for words in known), "doubled": sum(count > 1 for count in standing.values())}


def effects(thread_id: int) -> dict[str, int]:
    """Facts, counts, notices, index and stream: how many are missing or too many."""
    from junto.kit.models import FactRecord, StreamEvent, Work
    from junto.notify.models import InboxItem
    from junto.posts.models import Post, Thread
    from junto.search.models import Document

    thread = Thread.objects.get(pk=thread_id)
    posts = set(Post.objects.filter(kind=Post.Kind.ANSWER).values_list("pk", flat=True))
    facts = {fact.data["post_id"]: fact.pk for fact in FactRecord.objects.filter(kind="PostWritten")}
    told = Counter(StreamEvent.objects.filter(topic=f"thread:{thread_id}", fact__kind="PostWritten").values_list("fact_id", flat=True))
    wrong = {
        "facts": len(posts ^ set(facts)) + FactRecord.objects.filter(kind="PostWritten").count() - len(facts),
        "counts": abs(thread.answer_count - len(posts)) + abs(thread.post_count - len(posts) - 1),
        "stream": len(set(facts.values()) ^ set(told)) + sum(count - 1 for count in told.values()),
        "index": len(posts - set(Document.objects.filter(subject="post").values_list("number", flat=True))),
        "notices": abs(InboxItem.objects.filter(person=thread.author, notice="answer").count() - 1),
    }
    return {"dead_work": Work.objects.dead().count(), **{f"wrong_{name}": count for name, count in wrong.items()}}


def files() -> dict[str, int]:
    """What is shown is there and whole; a day later nothing else is."""
    from datetime import timedelta
    from unittest.mock import patch

    from junto.kit.clock import now
    from junto.kit.files import sweeping
    from junto.kit.files.store import store
    from junto.kit.models import File
    from junto.people.models import Person

    tomorrow = now() + timedelta(hours=25)
    with patch.object(sweeping, "now", lambda: tomorrow):
        sweeping.sweep_store()
    files = list(File.objects.ready())
    wanted = {file.name_of(part): length for file in files for part, length in file.lengths.items()}
    there = {thing.name for thing in store().listed()}
    broken = sum(name not in there or len(b"".join(store().read(name))) != length for name, length in wanted.items())
    shown = set(Person.objects.exclude(picture="").values_list("picture", flat=True))
    return {"broken_files": broken, "files_too_many": len(there - set(wanted)), "wrong_pictures": len(shown ^ {file.key for file in files})}


def whole() -> dict[str, int]:
    """What the database itself says of its state."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            damage = [row for (row,) in cursor.fetchall() if row != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            return {"damage": len(damage) + len(cursor.fetchall())}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM (SELECT * FROM {connection.ops.quote_name(table)}) every_row")
        return {"damage": 0}


if __name__ == "__main__":
    main()
