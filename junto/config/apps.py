from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

PLUGINS = [
    *("facts", "subjects", "kept", "notices", "means", "searchable", "slots", "topic_uses", "admissions", "file_uses", "recipients"),
    *("letter_samples", "mailings", "occasions", "dated", "sealed_columns", "arrivals", "letterboxes"),
]


class Config(AppConfig):
    name = "junto.config"
    label = "config"

    def ready(self) -> None:
        """Every room's plug-ins register, then the table of what follows from what is set. The one place where this happens."""
        autodiscover_modules(*PLUGINS)
        from junto.config.wiring import EVEN_AFTER_A_LEAP, FOLLOWS, TIMETABLE
        from junto.kit.facts.announce import wire
        from junto.kit.work.timetable import at_set_times

        wire(FOLLOWS)
        at_set_times(TIMETABLE, EVEN_AFTER_A_LEAP)
