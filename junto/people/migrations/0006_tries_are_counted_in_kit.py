from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0005_looks_auditors_and_bases"),
        ("kit", "0006_tries"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="Tries")]),
    ]
