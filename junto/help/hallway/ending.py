"""What time does to notes of the hallway."""

from junto.help.models import FirstLook, Note
from junto.kit.clock import now
from junto.kit.work import listener


@listener
def end_first_looks() -> None:
    """Whom nobody answered in time is asked no longer; the note stays with whoever wrote it."""
    FirstLook.objects.all().end_all()


@listener
def forget_deleted_notes() -> None:
    """Notes that were deleted are gone for good once they cannot be brought back any more."""
    Note.objects.filter(deleted_at__lt=now() - Note.BROUGHT_BACK_WITHIN).delete()
