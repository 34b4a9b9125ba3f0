"""Rendered text kept beside its source, so that pages read it and never make it."""

from abc import abstractmethod
from collections.abc import Collection, Mapping

from django.db import models

from junto.kit.text.clean import clean
from junto.kit.text.render import Rendered, mentioned, render


class RenderedText(models.Model):
    """Text somebody wrote, kept with what pages show of it: safe HTML, plain text, and the renderer's version. `rerender` finds every
    model made from this one.
    """

    source = models.TextField()
    html = models.TextField()
    plain = models.TextField()
    renderer = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True

    def write(self, source: str, people: Mapping[int, str] | None = None) -> Rendered:
        """Sets the text and everything made from it; saves nothing. `people` may be named with a link. Raises TooLong."""
        done = render(source, people=people)
        self.source, self.html, self.plain, self.renderer = clean(source), done.html, done.plain, done.version
        return done

    def write_again(self) -> None:
        """The same source as today's renderer shows it, with the present names of the persons it mentions."""
        numbers = mentioned(self.source)
        self.write(self.source, self.people_mentionable(numbers) if numbers else None)

    @abstractmethod
    def people_mentionable(self, numbers: Collection[int]) -> dict[int, str]:
        """Which of these persons the text may name with a link, and their present names."""
