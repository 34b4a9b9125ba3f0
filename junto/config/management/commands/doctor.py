import sys
from typing import Any

from django.core.management.base import CommandParser

from junto.config.doctor import in_step, report
from junto.config.doctor.examining import examine
from junto.kit.command import HouseCommand


class Command(HouseCommand):
    """Looks at everything and says what to do. Ends with 0 when all is well."""

    help = "Look at everything this Junto stands on, before and while it runs, and say what to do."

    def add_arguments(self, parser: CommandParser) -> None:
        """How thoroughly, and how to say it."""
        parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
        parser.add_argument("--deep", action="store_true", help="look at every row and file instead of the newest")
        parser.add_argument("--mend", action="store_true", help="count anew what was miscounted")

    def handle(self, *args: Any, **options: Any) -> None:
        """Looks and tells."""
        if options["mend"]:
            in_step.mend_counts()
        if not options["json"]:
            sys.exit(0 if report.show(examine(options["deep"])) else 1)
        found = list(examine(options["deep"]))
        self.stdout.write(report.as_json(found))
        sys.exit(0 if all(one.is_well for one in found) else 1)
