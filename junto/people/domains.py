"""Domains of addresses, so that only the same is the same: `example.org` is neither `evil-example.org` nor `example.org.evil.net`."""

import re
import unicodedata

ADDRESS = re.compile(r"""[^\s@"]+@(?P<domain>[^\s@"]+)""")


def domain_of(address: str) -> str:
    """The domain letters to this address go to: what stands behind its one @, in plain letters. Empty when it is no plain address."""
    found = ADDRESS.fullmatch(address)
    return plain(found["domain"]) if found else ""


def plain(domain: str) -> str:
    """A domain as the network knows it; letters that only look like others become something else altogether. Empty when it is none."""
    try:
        return unicodedata.normalize("NFKC", domain).strip().casefold().encode("idna").decode()
    except UnicodeError:
        return ""
