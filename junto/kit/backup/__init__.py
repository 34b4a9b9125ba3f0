"""Keeps a whole Junto in one file, while it runs, and brings it back."""

from junto.kit.backup.archive import BadBackup
from junto.kit.backup.keep import keep
from junto.kit.backup.restore import restore

__all__ = ["BadBackup", "keep", "restore"]
