"""Under which marks texts came from browsers, and for how long that is known."""

from junto.kit.clock import now
from junto.kit.work import listener
from junto.posts.models import Sent


@listener
def forget_marks() -> None:
    """Forgets marks that no browser sends by itself any more."""
    Sent.objects.filter(at__lt=now() - Sent.KEPT).delete()
