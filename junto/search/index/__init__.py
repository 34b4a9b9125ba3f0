"""The words index: one interface, two databases."""

from functools import cache

from django.db import connection

from junto.search.index.base import Index
from junto.search.index.postgresql import PostgreSQLIndex
from junto.search.index.sqlite import SQLiteIndex
from junto.search.index.wanted import Hit, Wanted, Word

__all__ = ["Hit", "Wanted", "Word", "index"]


@cache
def index() -> Index:
    """The index of the database in use."""
    return PostgreSQLIndex() if connection.vendor == "postgresql" else SQLiteIndex()
