"""Finds what a mail program or a habit puts under every mail: signatures, “Sent from my phone”, closings with a name."""

import re

from junto.mail.incoming.cutting.marks import CLOSING, MADE_BY, MOST_LINES_BELOW, THANKS, bare

DASHES = re.compile(r"--\s?")
MOST_LINES_OF_SIGNATURE = 25
LONGEST_OF_NAME = 60
FENCE = re.compile(r"\s*(?:```|~~~)")


def without_signature(lines: list[str]) -> list[str]:
    """The lines without what stands under every mail; whatever would leave nothing stays."""
    kept = _trimmed(lines)
    for shorter in (_without_made_by, _without_dashes, _without_made_by, _without_closing):
        fewer = _trimmed(shorter(kept))
        kept = fewer if fewer else kept
    return kept


def is_signature(lines: list[str]) -> bool:
    """Whether there is nothing but what stands under every mail, as mail programs mark it. A closing with a name may be meant."""
    kept = [line for line in _without_made_by(lines) if line.strip()]
    is_marked = bool(kept) and bool(DASHES.fullmatch(kept[0])) and len(kept) <= MOST_LINES_OF_SIGNATURE
    return not kept or (is_marked and not any(line.startswith(">") for line in kept))


def _without_dashes(lines: list[str]) -> list[str]:
    """From the last line of two dashes on, unless it stands inside of code, or above something quoted and perhaps answered."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 2 - MOST_LINES_OF_SIGNATURE), -1):
        if DASHES.fullmatch(lines[at]):
            is_code = sum(bool(FENCE.match(line)) for line in lines[:at]) % 2
            return lines if is_code or any(line.startswith(">") for line in lines[at:]) else lines[:at]
    return lines


def _without_made_by(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and (not kept[-1].strip() or MADE_BY.fullmatch(bare(kept[-1]).strip("_[]() "))):
        kept.pop()
    return kept


def _without_closing(lines: list[str]) -> list[str]:
    """From a line on that is a closing and nothing else, when only a name and what belongs to it follow."""
    lowest = max(0, len(lines) - 1 - MOST_LINES_BELOW)
    for at in range(lowest, len(lines)):
        below = [bare(line) for line in lines[at + 1 :] if line.strip()]
        if _closes(bare(lines[at]), below) and all(_is_of_a_name(line) for line in below):
            return lines[:at]
    return lines


def _closes(line: str, below: list[str]) -> bool:
    return bool(CLOSING.fullmatch(line)) or (bool(THANKS.fullmatch(line)) and 1 <= len(below) <= 2)


def _is_of_a_name(line: str) -> bool:
    return len(line) <= LONGEST_OF_NAME and not line.endswith(("?", ":", "!")) and not line.startswith((">", "```", "- ", "* "))


def _trimmed(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
