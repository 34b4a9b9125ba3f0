from typing import Any

from junto.kit.command import HouseCommand
from junto.people.models import Person
from junto.portability.sample import is_here, load_sample


class Command(HouseCommand):
    """Fills a new instance with the sample company; where it lives already, nothing happens."""

    help = "Let the sample company move in, to see every page alive."

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads it for the first owner. When there is none yet, whoever becomes the owner finds it."""
        if is_here():
            return
        self.stdout.write("The sample company moves in …")
        load_sample(by=Person.objects.owners().order_by("pk").first())
