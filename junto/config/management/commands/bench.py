import json
import pkgutil
from importlib import import_module
from typing import Any

from django.core.management.base import CommandError, CommandParser

import benchmarks
from junto.kit.command import HouseCommand


class Command(HouseCommand):
    """Runs one benchmark; each is a module in benchmarks/."""

    help = "Measure how fast Junto is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which, and with what."""
        parser.add_argument("name", help=f"one of: {', '.join(names())}")
        parser.add_argument("options", nargs="*", metavar="KEY=VALUE", help="what this benchmark can be told")
        parser.add_argument("--json", action="store_true", help="end with one line that is a JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measures and says what was found."""
        if options["name"] not in names():
            raise CommandError(f"There is no benchmark {options['name']!r}; there is {', '.join(names())}.")
        module = import_module(f"benchmarks.{options['name']}")
        found = module.run(dict(_pair(word) for word in options["options"]))
        self.stdout.write(json.dumps(found, indent=None if options["json"] else 2))


def names() -> list[str]:
    """The benchmarks there are."""
    return [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if not module.name.startswith("_")]


def _pair(word: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if not equals:
        raise CommandError(f"{word!r} is no option; write KEY=VALUE.")
    return key, value
