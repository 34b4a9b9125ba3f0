from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('digest', '0001_editions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='thing',
            name='kind',
            field=models.CharField(choices=[('solved', 'Solved'), ('helped', 'Helped'), ('answered', 'Answered'), ('asked', 'Asked'), ('opened', 'Opened'), ('occasion', 'Occasion'), ('corrected', 'Corrected')], max_length=10),
        ),
        migrations.AlterField(
            model_name='thing',
            name='why',
            field=models.CharField(choices=[('can_be_asked', 'Can Be Asked'), ('answered_about', 'Answered About'), ('follows', 'Follows'), ('belongs', 'Belongs'), ('space_about', 'Space About'), ('chance', 'Chance'), ('soon', 'Soon'), ('stood', 'Stood')], max_length=16),
        ),
    ]
