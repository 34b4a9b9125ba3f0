from collections.abc import Collection, Mapping

from django.db import models

from junto.kit.text.clean import clean
from junto.kit.text.render import render


class RenderedText(models.Model):
    """Text somebody wrote, kept with what pages show of it: safe HTML, plain text, and the renderer's version."""

    source = models.TextField()
    html = models.TextField()
    plain = models.TextField()
    renderer = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True

    def write(self, source: str, people: Mapping[int, str]) -> None:
        """Sets the text and everything made from it; saves nothing. `people` may be named with a link. Raises TooLong."""
        done = render(source, people=people)
        self.source, self.html, self.plain, self.renderer = clean(source), done.html, done.plain, done.version

    def people_mentionable(self, numbers: Collection[int]) -> dict[int, str]:
        """Which of these people the text may name with a link, for rendering it anew."""
        raise NotImplementedError
