from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0004_signing_in"),
        ("kit", "0003_tries"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="Tries")]),
    ]
