"""Parts that look the same on page after page are drawn once and remembered."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from markupsafe import Markup


@pass_environment
def remembered(environment: Environment, template: str, language: str, **values: Hashable) -> Markup:
    """The template with these values and nothing else, in this language. Not for parts in which a person or a token stands."""
    return _drawn(environment, template, language, tuple(values.items()))


@lru_cache(maxsize=1024)
def _drawn(environment: Environment, template: str, language: str, values: tuple[tuple[str, Any], ...]) -> Markup:
    return Markup(environment.get_template(template).render(dict(values)))
