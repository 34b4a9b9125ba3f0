from django.db import migrations


class Migration(migrations.Migration):
    """Topics that stayed in the index when the last thing under their address had gone."""

    dependencies = [("search", "0003_places")]

    operations = [
        migrations.RunSQL(
            "DELETE FROM document_topic WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.under = document_topic.under)",
            migrations.RunSQL.noop,
        )
    ]
