"""“That helped”, said by mail: only what says so with one of these lines and nothing more counts as the press of the button."""

import re
import unicodedata

EVERYTHING_ELSE = re.compile(r"[^\w\s']|_")
SOLVED = frozenset({
    "this helped", "that helped", "it helped", "this helped me", "that helped me", "this solved it", "that solved it", "solved it",
    "solved", "this worked", "that worked", "it worked", "it works", "it works now", "works now", "that did it", "that was it",
    "that fixed it", "this fixed it", "das hat geholfen", "hat geholfen", "das hat mir geholfen", "hat mir geholfen",
    "das war die lösung", "das war es", "das wars", "gelöst", "das hat funktioniert", "hat funktioniert", "es funktioniert",
    "es funktioniert jetzt", "funktioniert", "jetzt geht es", "jetzt gehts", "geht jetzt", "es geht jetzt", "klappt", "hat geklappt",
    "das hat geklappt", "jetzt klappt es", "ça marche", "ca marche", "ça fonctionne", "ca fonctionne", "ça a marché", "ca a marché",
    "ça a fonctionné", "cela fonctionne", "cela a fonctionné", "c'était la solution", "c'était ça", "résolu", "c'est résolu",
    "cela m'a servi", "ça m'a servi", "ça m'a aidé", "cela m'a aidé", "problème résolu",
})  # fmt: skip
BEFORE_OR_AFTER = frozenset({
    "thanks", "thank you", "thank you very much", "many thanks", "thanks a lot", "thx", "great", "perfect", "yes", "danke",
    "danke dir", "danke schön", "dankeschön", "vielen dank", "herzlichen dank", "besten dank", "super", "perfekt", "prima", "ja",
    "top", "merci", "merci beaucoup", "merci bien", "parfait", "oui", "génial",
})  # fmt: skip


def says_it_helped(words: str) -> bool:
    """Whether the first line says nothing but that it helped, with or without thanks around it."""
    first = next((line for line in words.split("\n") if line.strip()), "")[:120]
    said = [_plain(piece) for piece in re.split(r"[,.!;:–—-]+", first)]
    said = [piece for piece in said if piece]
    return (
        "?" not in first
        and sum(piece in SOLVED for piece in said) == 1
        and all(piece in SOLVED or piece in BEFORE_OR_AFTER for piece in said)
    )


def is_all(words: str) -> bool:
    """Whether nothing stands below that line."""
    return len([line for line in words.split("\n") if line.strip()]) == 1


def _plain(piece: str) -> str:
    tidy = unicodedata.normalize("NFC", piece).replace("’", "'").replace("‘", "'")
    return " ".join(EVERYTHING_ELSE.sub(" ", tidy).casefold().split())
