"""What goes along with a post, for letters: how much it is, and where it stands. Nothing is attached to a mail."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.translation import ngettext

from junto.design.links import url
from junto.kit.notices import Words
from junto.posts.attached.face import files_of


def with_files(number: int, html: str, plain: str, kept: Iterable[Iterable[Any]]) -> Words:
    """The words of that post, and below them “1 picture and 2 files”, which leads there."""
    from junto.design.numbers import joined  # here, for it brings the data of all languages

    files = files_of(kept)
    if files is None:
        return Words(html, plain)
    pictures, others = len(files.pictures), len(files.others)
    said = joined([
        *([ngettext("%(num)d picture", "%(num)d pictures", pictures) % {"num": pictures}] if pictures else []),
        *([ngettext("%(num)d file", "%(num)d files", others) % {"num": others}] if others else []),
    ])  # fmt: skip
    return Words(html + format_html('<p><a href="{}">{}</a></p>', url("posts:post", number), said), f"{plain}\n\n{said}".strip())
