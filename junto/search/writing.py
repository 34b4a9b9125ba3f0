"""From what a room says of its things to documents and words."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from junto.kit.compiled import compiled
from junto.kit.facts import verb
from junto.kit.searchable import Entry, Searchable
from junto.kit.text.language import language_of
from junto.kit.work import later
from junto.search.index import index
from junto.search.index.wanted import Written
from junto.search.meaning import placing
from junto.search.models import Document, DocumentTopic
from junto.search.words import forms, tokens
from junto.search.words.languages import HOUSE

MOST_TOKENS = 12_000
COPIED = ["number", "under", "at", "kind", "author", "space", "is_answered", "is_solved", "is_closed", "weight", "use"]
KEPT = [*COPIED[1:], "language", "digest"]
FLAGS = ("is_answered", "is_solved", "is_closed")


@verb
def write(searchable: Searchable, numbers: Collection[int], *, anew: bool = False) -> None:
    """Brings the index up to date with these things; those that are no more leave it. `anew` writes words that did not change as well."""
    if not numbers:
        return
    entries = list(searchable.entries(numbers))
    gone = set(numbers).difference(entry.number for entry in entries)
    if gone:
        Document.objects.filter(subject=searchable.name, number__in=gone).take_out()
    if entries:
        changed = _keep(searchable.name, entries, anew)
        if searchable.has_meaning and changed:
            Document.objects.filter(pk__in=changed).update(is_placed=False)
            later(placing.place)
        _bring_flags_along(entries)


def _keep(subject: str, entries: Sequence[Entry], anew: bool) -> list[int]:
    """Gives the documents whose words changed."""
    numbers = [entry.number for entry in entries]
    known = {} if anew else dict(Document.objects.filter(subject=subject, number__in=numbers).values_list("number", "digest"))
    documents = [_document(subject, entry) for entry in entries]
    Document.objects.bulk_create(documents, update_conflicts=True, update_fields=KEPT, unique_fields=["subject", "number"])
    pairs = zip(documents, entries, strict=True)
    written = [_written(entry, document) for document, entry in pairs if known.get(entry.number) != document.digest]
    index().put(written)
    _keep_topics([entry for entry in entries if entry.topics is not None])
    return [each.document for each in written]


def _document(subject: str, entry: Entry) -> Document:
    language = language_of(f"{entry.title}\n{entry.text}", (*entry.likely, HOUSE))
    digest = zlib.crc32(f"{language}\0{entry.title}\0{entry.text}".encode())
    return Document(subject=subject, language=language, digest=digest, **{field: getattr(entry, field) for field in COPIED})


def _written(entry: Entry, document: Document) -> Written:
    return Written(document.pk, words_of(entry.title, document.language), words_of(entry.text, document.language), document.subject)


def words_of(text: str, language: str) -> list[str]:
    """The words as the index keeps them, in their order so that neighbours stay neighbours; other spellings and wholes (`e41`) last."""
    main: list[str] = []
    besides: list[str] = []
    for token in islice(tokens(text), MOST_TOKENS):
        for piece in token.pieces:
            first, *others = (piece,) if token.is_unspaced else forms(piece, language)
            main.append(first)
            besides.extend(others)
        if token.whole:
            besides.append(token.whole)
    return main + besides


def _keep_topics(entries: Sequence[Entry]) -> None:
    wanted = [(entry.under, topic) for entry in entries for topic in entry.topics or ()]
    rows = DocumentTopic.objects.filter(under__in={entry.under for entry in entries})
    known = {(under, topic): number for number, under, topic in rows.values_list("pk", "under", "topic")}
    gone = [known[pair] for pair in known.keys() - wanted]
    if gone:
        DocumentTopic.objects.filter(pk__in=gone).delete()
    new = [DocumentTopic(under=under, topic=topic) for under, topic in wanted if (under, topic) not in known]
    DocumentTopic.objects.bulk_create(new, ignore_conflicts=True)


def _bring_flags_along(entries: Sequence[Entry]) -> None:
    """Everything under one address says the same about it: whether it is answered, solved, closed."""
    wanted = {entry.under: tuple(getattr(entry, flag) for flag in FLAGS) for entry in entries}
    alike: dict[tuple[bool, ...], list[str]] = defaultdict(list)
    for under, *said in _flags(unders=sorted(wanted)):
        if tuple(said) != wanted[under]:
            alike[wanted[under]].append(under)
    for values, unders in alike.items():
        Document.objects.filter(under__in=unders).update(**dict(zip(FLAGS, values, strict=True)))


@compiled
def _flags(unders: list[str]) -> Any:
    return Document.objects.filter(under__in=unders).values_list("under", *FLAGS).distinct()
