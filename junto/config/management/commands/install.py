from typing import Any

from junto.config.texts.compiling import compile_catalogues
from junto.kit.command import HouseCommand


class Command(HouseCommand):
    """Everything a start would write beside the code, for set-ups in which the service may not write there."""

    help = "Make ready what stands beside the code (packages, catalogues of words), so that a service that may not write there can start."

    def handle(self, *args: Any, **options: Any) -> None:
        """`start.py` has installed the packages by now."""
        compile_catalogues()
        self.stdout.write("Everything is in place.")
