from dataclasses import dataclass

from junto.mail.incoming.cutting.quotes import without_quotation, without_quotes
from junto.mail.incoming.cutting.signatures import is_signature, without_signature


@dataclass(frozen=True)
class Cut:
    """What somebody wrote, and whether there was more in their mail."""

    words: str
    whole: str

    @property
    def is_shorter(self) -> bool:
        """Whether anything was left out."""
        return self.words.split() != self.whole.split()


def cut(words: str) -> Cut:
    """Takes off what is quoted and the signature; where there is nothing else for certain, nothing is left.

    Each line is looked at a few times at most, however many there are.
    """
    whole = words.strip("\n").rstrip()
    if says_nothing(whole.split("\n")):
        return Cut("", whole)
    lines = without_signature([line.rstrip() for line in whole.split("\n")])  # one below the quotation is no answer to it
    lines = without_signature(without_quotes(lines))
    while lines and not lines[0].strip():
        lines = lines[1:]
    return Cut("\n".join(lines), whole)


def says_nothing(lines: list[str]) -> bool:
    """Whether it is for certain that nobody wrote any of it: a signature, or a quotation that is marked, or one above the other."""
    kept = without_quotation(lines)
    return is_signature(lines) or (kept != lines and is_signature(kept))
