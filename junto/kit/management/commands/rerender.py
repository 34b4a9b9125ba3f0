from typing import Any

from rich.progress import Progress

from junto.kit.command import HouseCommand
from junto.kit.text.models import RenderedText
from junto.kit.text.rerender import kinds, outdated, rerender


class Command(HouseCommand):
    """Draws stored texts again."""

    help = "Draw all stored texts again that an older renderer drew, while Junto runs. Stopped, it goes on where it was."

    def handle(self, *args: Any, **options: Any) -> None:
        """Shows how far it is, and says which texts had to stay as they were."""
        with Progress() as shown:
            left = sum(_bring_up_to_date(kind, shown) for kind in kinds())
        self.stdout.write(f"{left} texts are longer than is allowed now and stay as they were." if left else "Every text is up to date.")


def _bring_up_to_date(kind: type[RenderedText], shown: Progress) -> int:
    bar = shown.add_task(str(kind._meta.verbose_name_plural), total=outdated(kind).count())
    return rerender(kind, done=lambda rows: shown.advance(bar, rows))
