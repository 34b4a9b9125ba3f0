import django.db.models.deletion
import junto.kit.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notify', '0002_how_people_are_reached'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='preferences',
            name='left',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='CallMade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('means', models.CharField(max_length=20)),
                ('concern', models.CharField(max_length=10)),
                ('line', models.BigIntegerField(null=True)),
                ('post_id', models.BigIntegerField(null=True)),
                ('at', models.DateTimeField(default=junto.kit.clock.now)),
                ('was_looked_at', models.BooleanField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls_made', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'call_made',
                'indexes': [models.Index(fields=['person', 'at'], name='call_made_of'), models.Index(fields=['at'], name='call_made_at')],
            },
        ),
    ]
