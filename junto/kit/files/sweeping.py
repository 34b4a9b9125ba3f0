"""What nobody finished, what nothing shows any more, and bytes that belong to nothing: swept out after a day."""

from collections.abc import Collection, Iterator

from junto.kit.clock import now
from junto.kit.files.limits import STALE
from junto.kit.files.names import key_in
from junto.kit.files.store import Stored, store
from junto.kit.files.use import FileUse
from junto.kit.models import File, Upload
from junto.kit.work import listener, outreach

AT_ONCE = 500


@listener
def sweep_rows() -> None:
    """Uploads that stopped, files that could not be made ready, and files that hang on nothing."""
    before = now() - STALE
    Upload.objects.filter(touched_at__lt=before).discard()
    File.objects.exclude(state=File.State.READY).filter(made_at__lt=before).discard()
    for use in FileUse.every():
        _sweep_not_shown(use)


def _sweep_not_shown(use: FileUse) -> None:
    after = 0
    while batch := list(File.objects.ready().filter(use=use.name, pk__gt=after).order_by("pk")[:AT_ONCE]):
        shown = use.shown({file.number for file in batch})
        File.objects.filter(pk__in=[file.pk for file in batch if shown.get(file.number) != file.key]).discard()
        after = batch[-1].pk


@outreach
def sweep_store() -> None:
    """A process that was killed between writing bytes and writing their row leaves bytes that nothing names."""
    before = now() - STALE
    for batch in _batches(thing for thing in store().listed() if thing.at < before):
        known = _known({key_in(thing.name) for thing in batch})
        for thing in batch:
            if key_in(thing.name) not in known:
                store().delete(thing.name)
    store().forget_broken(before)


def _known(keys: Collection[str]) -> set[str]:
    """Those that belong to something; what was not put there by this door is left alone."""
    files = File.objects.filter(key__in=keys).values_list("key", flat=True)
    return {"", *files, *Upload.objects.filter(key__in=keys).values_list("key", flat=True)}


def _batches(things: Iterator[Stored]) -> Iterator[list[Stored]]:
    batch: list[Stored] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    yield batch
