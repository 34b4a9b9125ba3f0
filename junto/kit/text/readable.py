"""A rendered text for readers of plain text: quotes, lists, code and links stay recognisable, in the marks people know from mail."""

from collections.abc import Callable
from html.parser import HTMLParser
from textwrap import indent

BLOCKS = frozenset({"p", "h3", "h4", "h5", "h6", "div", "table", "pre", "hr"})
CONTAINERS = frozenset({"ul", "ol", "li", "blockquote"})
CODE = " " * 4
BETWEEN_CELLS = " | "
Address = Callable[[str], str]


def readable(html: str, address: Address = str) -> str:
    """HTML that `render` made, as plain text. `address` says how an address is written for a reader who is elsewhere."""
    writer = _Writer(address)
    writer.feed(html)
    writer.close()
    return writer.end()


class _Writer(HTMLParser):
    """Gathers blocks; what contains blocks (a quote, a list, an item of one) gathers its own until it ends. Any depth, no recursion."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self.address = address
        self.words = ""
        self.blocks: list[list[str]] = [[]]
        self.numbers: list[int | None] = []
        self.links: list[tuple[int, str]] = []
        self.rows: list[list[str]] = []
        self.in_code, self.code = False, CODE

    def end(self) -> str:
        """The text."""
        self._block()
        return "\n\n".join(self.blocks[0])

    def handle_data(self, data: str) -> None:
        if self.in_code:
            self.words += data
        else:
            space = " " if data[:1].isspace() and self.words[-1:].strip() else ""
            self.words += space + " ".join(data.split()) + (" " if data[-1:].isspace() and data.strip() else "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in CONTAINERS:
            self._open(tag, said)
        elif tag in BLOCKS:
            self._block("* * *" if tag == "hr" else "")
            self.in_code = tag == "pre"
            self.code = "" if said.get("class") == "as-typed" else CODE
        elif tag == "tr":
            self.rows.append([])
        else:
            self._inline(tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            at, address = self.links.pop()
            self.words = self.words[:at] + self._leading(self.words[at:], address)
        elif tag == "code":
            self.words += self._tick
        elif tag in ("td", "th"):
            self.rows[-1:] = [[*row, self.words.strip()] for row in self.rows[-1:]]
            self.words = ""
        elif tag in CONTAINERS:
            self._shut(tag)
        elif tag in BLOCKS:
            self._end_block(tag)

    @property
    def _tick(self) -> str:
        return "" if self.in_code else "`"

    def _inline(self, tag: str, said: dict[str, str]) -> None:
        if tag == "a":
            self.links.append((len(self.words), "" if said.get("class") == "mention" else said.get("href", "")))
        elif tag == "img":
            self.words += self._leading(said.get("alt", ""), said.get("src", ""))
        elif tag == "br":
            self.words = self.words.rstrip(" ") + "\n"
        elif tag == "code":
            self.words += self._tick

    def _end_block(self, tag: str) -> None:
        if tag == "pre":
            code, self.words, self.in_code = self.words.strip("\n"), "", False
            return self._block(indent(code, self.code))
        rows, self.rows = (self.rows, []) if tag == "table" else ([], self.rows)
        self._block("\n".join(map(BETWEEN_CELLS.join, rows)))

    def _block(self, ready: str = "") -> None:
        """Ends the words that are being gathered."""
        words = "\n".join(line.strip() for line in self.words.split("\n")).strip()
        self.blocks[-1] += [each for each in (words, ready) if each]
        self.words = ""

    def _open(self, tag: str, said: dict[str, str]) -> None:
        self._block()
        self.blocks.append([])
        if tag in ("ul", "ol"):
            self.numbers.append(int(said.get("start") or 1) if tag == "ol" else None)

    def _shut(self, tag: str) -> None:
        self._block()
        inside = self.blocks.pop()
        if tag == "blockquote":
            ready = indent("\n\n".join(inside), "> ", lambda line: True).replace("> \n", ">\n")
        elif tag == "li":
            ready = self._item("\n".join(inside))
        else:
            self.numbers.pop()
            ready = "\n".join(inside)
        self._block(ready)

    def _item(self, words: str) -> str:
        number = self.numbers[-1] if self.numbers else None
        mark = "- " if number is None else f"{number}. "
        if number is not None:
            self.numbers[-1] = number + 1
        return mark + indent(words, " " * len(mark)).lstrip()

    def _leading(self, words: str, address: str) -> str:
        whole = self.address(address) if address else ""
        if not whole:
            return words
        return whole if words.strip() in (address, whole) else f"{words} <{whole}>"
