"""Turns what a macro was given by name into HTML attributes."""

from typing import Any

from markupsafe import Markup, escape


def attributes(given: dict[str, Any]) -> Markup:
    """` hx-post="/x" hidden` from `{"hx_post": "/x", "hidden": True}`; None and False leave the attribute out."""
    return Markup("").join(_attribute(name.rstrip("_").replace("_", "-"), value) for name, value in given.items())


def _attribute(name: str, value: Any) -> Markup:
    if value is None or value is False:
        return Markup("")
    if value is True:
        return Markup(f" {escape(name)}")
    return Markup(f' {escape(name)}="{escape(value)}"')
