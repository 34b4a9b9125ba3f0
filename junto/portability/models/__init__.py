from junto.portability.models.broken_row import BrokenRow
from junto.portability.models.brought import Brought
from junto.portability.models.import_run import ImportRun

__all__ = ["BrokenRow", "Brought", "ImportRun"]
