"""A text in Markdown: every heading is a question, and what stands under it is the answer."""

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from junto.portability.lists.items import Listed, Unreadable


def read_markdown(words: str) -> Listed:
    """A heading with nothing under it is a question without an answer if it ends with a question mark, and a title otherwise."""
    lines, listed = words.split("\n"), Listed()
    heads = _heads(words)
    if not heads:
        raise Unreadable(_("There is no heading in this text. Write each question as a heading (# …), and its answer under it."))
    ends = [start for start, _end, _title in heads[1:]] + [len(lines)]
    for (start, end, title), until in zip(heads, ends, strict=True):
        answer = "\n".join(lines[end:until]).strip()
        if answer or title.endswith("?"):
            listed.add(start + 1, title, "", [answer], is_solved=bool(answer))
    return listed


def _heads(words: str) -> list[tuple[int, int, str]]:
    """Where each heading begins and ends, and what it says; one in a block of code is none."""
    tokens = MarkdownIt("commonmark").parse(words)
    heads = [(head, said) for head, said in zip(tokens, tokens[1:], strict=False) if head.type == "heading_open" and head.level == 0]
    return [(head.map[0], head.map[1], said.content) for head, said in heads if head.map]
