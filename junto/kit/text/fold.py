"""Words as they are compared: without accents and capitals, so that *Yilmaz* finds *Yılmaz* and *ZURICH* finds *Zürich*."""

import unicodedata

# Letters that Unicode does not take apart, as people without them on their keyboard write them.
BY_HAND = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def folded(text: str) -> str:
    """`text` in lower case, without accents, with single spaces. It may be longer than `text` (ß becomes ss)."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFC", plain.translate(BY_HAND)).split())
