from typing import Any

from django.core.management.base import CommandParser

from junto.config.texts import catalogues
from junto.config.texts.gathering import gather
from junto.kit.command import HouseCommand


class Command(HouseCommand):
    """Brings the catalogues of translators in step with what the house says."""

    help = "Gather every text of code and templates into the catalogues of translators (junto/locale)."

    def add_arguments(self, parser: CommandParser) -> None:
        """How much to say."""
        parser.add_argument("--missing", action="store_true", help="name every text that has no translation yet")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes one catalogue a language and says what is missing."""
        found = gather()
        for language in catalogues.LANGUAGES:
            catalogue = catalogues.in_step(found, catalogues.read(language))
            catalogues.write(catalogue, language)
            missing = catalogues.untranslated(catalogue)
            self.stdout.write(f"{language}: {len(catalogues.texts(catalogue))} texts, {len(missing)} without a translation")
            for message in missing if options["missing"] else []:
                self.stdout.write(f"  {message.id!r}")
