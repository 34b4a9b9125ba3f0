from django.db import models

from junto.people.models.person import Person
from junto.topics.models import Topic


class Expertise(models.Model):
    """A topic the person says they can be asked about."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="expertise")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="expertise")

    class Meta:
        db_table = "expertise"
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="expertise_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.topic_id}"
