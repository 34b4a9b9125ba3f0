"""Finds what a mail repeats of others: the passage a mail program introduces, and the lines it marks."""

from junto.kit.text import LONGEST
from junto.mail.incoming.cutting.marks import (
    FROM,
    MOST_LINES_OF_HEADS,
    MOST_LINES_OF_WROTE,
    ORIGINAL,
    OTHER_HEADS,
    RULE,
    WRITTEN_BY_A_PROGRAM,
    WROTE,
    WROTE_BEGINS,
    bare,
)

FAR_ENOUGH = 2 * LONGEST
"""Characters; whoever writes more than that before they quote has written too much for a post anyway."""


def without_quotes(lines: list[str]) -> list[str]:
    """The lines without the mail that is answered. Where somebody wrote between quoted lines, those stay: they say what is meant."""
    looked_at = 0
    for at, line in enumerate(lines):
        looked_at += len(line) + 1
        if looked_at > FAR_ENOUGH:
            break
        if not line.strip():
            continue
        below = _below_heads(lines, at)
        if below is not None:
            return lines[:at] if _says_something(lines[:at]) else lines
        below = _below_wrote(lines, at)
        if below is not None:
            return _around(lines[:at], lines[below:], lines)
    return lines


def without_quotation(lines: list[str]) -> list[str]:
    """The lines without a quotation at their beginning: “Ben wrote:”, if it stands there, and the marked lines that follow."""
    at = _next_words(lines, 0)
    below = _below_wrote(lines, at) if at < len(lines) else None
    at = at if below is None else below
    quoted = next((other for other in range(at, len(lines)) if lines[other].strip() and not is_quoted(lines[other])), len(lines))
    return lines[quoted:] if any(is_quoted(line) for line in lines[at:quoted]) else lines


def is_quoted(line: str) -> bool:
    """Whether a line is marked as another's."""
    return line.lstrip().startswith(">")


def _around(above: list[str], below: list[str], everything: list[str]) -> list[str]:
    """What to keep of a mail that says above and below its “Ben wrote:” what it says."""
    if not any(is_quoted(line) for line in below[:3]):
        return above if _says_something(above) else everything
    if not _says_something([line for line in below if not is_quoted(line)]):
        return above if _says_something(above) else everything
    if not _says_something(above) and not _is_between(below):
        return _without_leading_quote(below)
    return [*above, *_without_last_quote(below)]


def _is_between(lines: list[str]) -> bool:
    """Whether more is quoted below somebody's own words."""
    own = next((at for at, line in enumerate(lines) if line.strip() and not is_quoted(line)), len(lines))
    return any(is_quoted(line) for line in lines[own:])


def _without_leading_quote(lines: list[str]) -> list[str]:
    own = next(at for at, line in enumerate(lines) if line.strip() and not is_quoted(line))
    return lines[own:]


def _without_last_quote(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and (not kept[-1].strip() or is_quoted(kept[-1])):
        kept.pop()
    return kept


def _below_wrote(lines: list[str], at: int) -> int | None:
    """The line after “On … Ben wrote:”, when it begins here; it may be broken over a few lines."""
    if is_quoted(lines[at]) and at and is_quoted(lines[at - 1]):
        return None  # Apple's Mail marks its own line as quoted as well: then it is the first of those
    first = _unquoted(lines[at])
    if not (WROTE_BEGINS.match(first) or first.endswith(":")):
        return None
    said = ""
    for end in range(at, min(at + MOST_LINES_OF_WROTE, len(lines))):
        said = f"{said} {_unquoted(lines[end])}".strip()
        if len(said) > 400 or not _unquoted(lines[end]):
            return None
        if said.endswith(":"):
            is_one = WROTE.fullmatch(said) and (WRITTEN_BY_A_PROGRAM.match(said) or _quote_follows(lines, end))
            return _next_words(lines, end + 1) if is_one else None
    return None


def _below_heads(lines: list[str], at: int) -> int | None:
    """The line after a rule like “-----Original Message-----”, or after From, Sent, To, Subject one below the other."""
    line = bare(lines[at])
    if ORIGINAL.fullmatch(line):
        return at + 1
    if RULE.fullmatch(line):
        following = _next_words(lines, at + 1)
        return _below_heads(lines, following) if following < len(lines) and FROM.fullmatch(bare(lines[following])) else None
    if not FROM.fullmatch(line):
        return None
    heads = [bare(other) for other in lines[at + 1 : at + 1 + MOST_LINES_OF_HEADS] if other.strip()]
    return at + 1 if sum(bool(OTHER_HEADS.fullmatch(other)) for other in heads[:5]) >= 2 else None


def _next_words(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _quote_follows(lines: list[str], at: int) -> bool:
    following = _next_words(lines, at + 1)
    return following < len(lines) and is_quoted(lines[following])


def _unquoted(line: str) -> str:
    return bare(line.lstrip().removeprefix(">"))


def _says_something(lines: list[str]) -> bool:
    return any(line.strip() for line in lines)
