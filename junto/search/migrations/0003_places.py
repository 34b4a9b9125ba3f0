"""Where documents stand by what they mean. Columns are added in the way of each database: Django would copy SQLite's table, and lose its trigger."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def add(apps: Any, editor: Any) -> None:
    yes, number = ("boolean", "double precision") if editor.connection.vendor == "postgresql" else ("bool", "real")
    editor.execute(f"ALTER TABLE document ADD COLUMN \"use\" {number} NOT NULL DEFAULT 0")
    editor.execute(f"ALTER TABLE document ADD COLUMN is_placed {yes} NOT NULL DEFAULT true")
    editor.execute("UPDATE document SET is_placed = false WHERE subject = 'thread'")


def take(apps: Any, editor: Any) -> None:
    for column in ("is_placed", '"use"'):
        editor.execute(f"ALTER TABLE document DROP COLUMN {column}")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add, take)],
            state_operations=[
                migrations.AddField("document", "use", models.FloatField(default=0.0)),
                migrations.AddField("document", "is_placed", models.BooleanField(default=True)),
            ],
        ),
        migrations.AddIndex("document", models.Index(condition=models.Q(("is_placed", False)), fields=["id"], name="document_to_place")),
        migrations.CreateModel(
            name="KnownModel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("serves", models.BooleanField(default=False)),
            ],
            options={"db_table": "known_model"},
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=80)),
                ("numbers", models.BinaryField()),
                ("document", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="places", to="search.document")),
            ],
            options={
                "db_table": "place",
                "indexes": [models.Index(fields=["model", "id"], name="place_in_order")],
                "constraints": [models.UniqueConstraint(fields=("document", "model"), name="place_once")],
            },
        ),
    ]
