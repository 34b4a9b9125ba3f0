"""The body of an answer, unpacked as it comes and never further than it may grow."""

import http.client
import zlib
from collections.abc import Iterator

from junto.kit.fetch.refusals import TooLarge, Unreadable

PIECE = 16_384
UNPACKED = frozenset({"", "identity"})
PACKED = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""How zlib reads what was packed like this. Nothing else is asked for, so what came packed otherwise, or twice, is not read."""


def read(answer: http.client.HTTPResponse, most: int, *, may_be_cut: bool) -> bytes:
    """At most `most` bytes. What is longer is cut where that will do, and otherwise raises TooLarge."""
    body = bytearray()
    for piece in _unpacked(answer, most):
        body += piece
        if len(body) > most:
            if not may_be_cut:
                raise TooLarge
            break
    return bytes(body[:most])


def _unpacked(answer: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    packing = str(answer.getheader("Content-Encoding", "")).strip().lower()
    if packing in UNPACKED:
        return _pieces(answer)
    if packing not in PACKED:
        raise Unreadable
    return _inflated(_pieces(answer), zlib.decompressobj(PACKED[packing]), most)


def _pieces(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := answer.read(PIECE):
        yield piece
    if answer.length:
        raise Unreadable  # the other side promised more


def _inflated(pieces: Iterator[bytes], packed: "zlib._Decompress", most: int) -> Iterator[bytes]:
    """A little at a time, so that a bomb fills no memory; the reader stops when it has enough."""
    try:
        for piece in pieces:
            while piece and not packed.eof:
                yield packed.decompress(piece, PIECE)
                piece = packed.unconsumed_tail
    except zlib.error as error:
        raise Unreadable from error
