from typing import Any

from django.core.management.base import BaseCommand

from junto.config.texts.compiling import compile_catalogues


class Command(BaseCommand):
    """Everything a start would write beside the code, for set-ups in which the service may not write there."""

    help = "Make ready what stands beside the code (packages, catalogues of words), so that a service that may not write there can start."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """`start.py` has installed the packages by now."""
        compile_catalogues()
        self.stdout.write("Everything is in place.")
