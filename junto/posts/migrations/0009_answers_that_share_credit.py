import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce


def count(apps, schema_editor):
    """What is accepted already is counted."""
    solved = apps.get_model("posts", "Acceptance").objects.filter(thread=OuterRef("pk")).order_by().values("thread")
    number = Coalesce(Subquery(solved.annotate(number=Count("pk")).values("number")), 0)
    threads = apps.get_model("posts", "Thread").objects
    threads.filter(acceptances__isnull=False).update(accepted_count=number)


class Migration(migrations.Migration):

    dependencies = [
        ('posts', '0008_reuse'),
    ]

    operations = [
        migrations.AddField(
            model_name='thread',
            name='accepted_count',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='acceptance',
            name='thread',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acceptances', to='posts.thread'),
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
