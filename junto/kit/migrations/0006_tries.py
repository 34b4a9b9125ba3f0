from django.db import migrations, models


class Migration(migrations.Migration):
    """The table stays where it is: only the room that declares it changes."""

    dependencies = [
        ("kit", "0005_last_runs"),
        ("people", "0004_signing_in"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Tries",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=64, unique=True)),
                        ("count", models.PositiveIntegerField()),
                        ("until", models.DateTimeField(db_index=True)),
                    ],
                    options={"db_table": "tries"},
                ),
            ],
        ),
    ]
