from dataclasses import dataclass

from junto.mail.incoming.cutting.quotes import without_quotes
from junto.mail.incoming.cutting.signatures import without_signature


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
    """Takes off what is quoted and the signature; each line is looked at a few times at most, however many there are."""
    whole = words.strip("\n").rstrip()
    lines = without_signature([line.rstrip() for line in whole.split("\n")])  # one below the quotation is no answer to it
    lines = without_signature(without_quotes(lines))
    while lines and not lines[0].strip():
        lines = lines[1:]
    return Cut("\n".join(lines), whole)
