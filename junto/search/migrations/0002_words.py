"""The words of the documents, in the way of each database. They go when their document goes: nothing a person took back stays in them."""

from typing import Any

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE document_words USING fts5(title, text, marks, tokenize = "ascii tokenchars '_'")""",
    "CREATE TRIGGER document_gone AFTER DELETE ON document BEGIN DELETE FROM document_words WHERE rowid = old.id; END",
)
POSTGRESQL = (
    "ALTER TABLE document ADD COLUMN words tsvector",
    # Words stay in the row as long as they can: ranking reads them, and fetching them from beside the table takes five times as long.
    "ALTER TABLE document ALTER COLUMN words SET STORAGE MAIN",
    "ALTER TABLE document SET (toast_tuple_target = 8160)",
    # Without its waiting list the index costs a little more at each write and answers evenly.
    "CREATE INDEX document_words ON document USING gin (words) WITH (fastupdate = off)",
)


def make(apps: Any, editor: Any) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def unmake(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE document DROP COLUMN words")
    else:
        editor.execute("DROP TRIGGER document_gone")
        editor.execute("DROP TABLE document_words")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
