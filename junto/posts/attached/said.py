import re
from dataclasses import dataclass, field

from django.http import QueryDict

from junto.kit.text.line import one_line

LONGEST_ALT = 300
NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Said:
    """What a form says about the files that go along with its text."""

    draft: str = ""
    """Under which draft new ones wait."""
    numbers: set[int] = field(default_factory=set)
    off: set[int] = field(default_factory=set)
    """Those to take off."""
    alts: dict[int, str] = field(default_factory=dict)
    """What is to be seen on pictures, in words."""

    @classmethod
    def given(cls, draft: str, sent: QueryDict) -> "Said":
        """What was sent; what are no numbers is nothing."""
        alts = {
            int(name[4:]): one_line(sent.get(name, ""), LONGEST_ALT) for name in sent if name[:4] == "alt-" and NUMBER.fullmatch(name[4:])
        }
        return cls(draft, _numbers(sent, "attached"), _numbers(sent, "off"), alts)


def _numbers(sent: QueryDict, name: str) -> set[int]:
    return {int(value) for value in sent.getlist(name) if NUMBER.fullmatch(value)}
