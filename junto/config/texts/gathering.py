"""Every text of the house that a person may read, as it stands in code and templates."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

from junto.config.settings import HOUSE

ONE, COUNTED, IN_CONTEXT = None, (1, 2), ((1, "c"), 2)
CALLS = {
    **dict.fromkeys(["_", "_now", "gettext", "gettext_lazy", "gettext_noop"], ONE),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], COUNTED),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], IN_CONTEXT),
}
# As in design/environment.py: otherwise the texts found here would not be the ones asked for.
AS_IN_THE_ENVIRONMENT = {
    "trimmed": "true",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}


def gather() -> Catalog:
    """All texts without translations, in the order of files and lines, each with the files it stands in."""
    found = Catalog(charset="utf-8")
    for path in sources():
        for line, text, context in texts_of(path):
            found.add(text, locations=[(str(path.relative_to(HOUSE.parent)), line)], context=context)
    return found


def sources() -> Iterator[Path]:
    """Code and templates of every room, without tests."""
    for path in sorted(HOUSE.rglob("*")):
        if path.suffix in {".py", ".html", ".md"} and "tests" not in path.parts:
            yield path


def texts_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    """Line, text (or one and many) and context of each text in one file."""
    method, options = ("jinja2.ext:babel_extract", AS_IN_THE_ENVIRONMENT) if "templates" in path.parts else ("python", {})
    for line, text, _comments, context in extract_from_file(method, path, keywords=CALLS, options=options):
        yield line, text, context
