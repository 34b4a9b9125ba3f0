"""A mailbox (IMAP) that is emptied at set times: what was taken in is moved into a folder of its own. Nothing in it is ever deleted."""

import imaplib
import logging
import re
import ssl
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.utils import getaddresses

from django.conf import settings
from django.db import DatabaseError
from imap_tools import AND, BaseMailBox, MailBox, MailboxLoginError, MailBoxUnencrypted

from junto.kit.traces import kind
from junto.kit.work import outreach
from junto.mail.addresses import read_address
from junto.mail.incoming.door import Envelope, is_too_much, most_bytes, take_in

log = logging.getLogger(__name__)
TAKEN, ASIDE = "Junto-taken", "Junto-set-aside"
LATER = "JuntoLater"
"""Marks what came from somebody who had their fill, so that others are not kept waiting behind it."""
A_ROUND, LONGEST_ROUND = 50, 240.0
PATIENCE = 30
NAMED_BY_SERVERS = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc")
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class Unreadable(Exception):
    """The mailbox did not give a message it says it has."""


@outreach
def empty_mailbox() -> None:
    """Takes what is there, so much a round. While this piece of work is leased no other is set, so it is one process at a time.

    A mailbox that does not answer is tried again with the next round.
    """
    if not settings.MAIL_IN_IMAP:
        return
    try:
        with opened(**settings.MAIL_IN_IMAP) as box:
            take_round(box)
    except (OSError, imaplib.IMAP4.error, MailboxLoginError) as error:
        log.warning("the mailbox could not be emptied: %s", kind(error))


def opened(*, host: str, port: int, tls: bool, name: str, password: str, folder: str) -> BaseMailBox:
    """The mailbox, with TLS and its certificate checked unless the address says otherwise."""
    if not tls:
        return MailBoxUnencrypted(host, port=port, timeout=PATIENCE).login(name, password, initial_folder=folder)
    trusted = ssl.create_default_context()  # left to itself, imaplib believes every certificate
    return MailBox(host, port=port, timeout=PATIENCE, ssl_context=trusted).login(name, password, initial_folder=folder)


def take_round(box: BaseMailBox) -> int:
    """One round; says how many were taken. A message that makes trouble is put aside and blocks no other."""
    taken, ends = 0, time.monotonic() + LONGEST_ROUND
    for uid in _waiting(box):
        if taken == A_ROUND or time.monotonic() > ends:
            break
        try:
            taken += _take(box, uid)
        except (OSError, imaplib.IMAP4.abort, DatabaseError):
            raise
        except Exception as error:
            log.warning("a mail of the mailbox was set aside: %s", kind(error))
            _move(box, uid, ASIDE)
    return taken


def _waiting(box: BaseMailBox) -> Iterator[str]:
    """Those that were put off come last."""
    yield from box.uids(AND(no_keyword=LATER))
    yield from box.uids(AND(keyword=LATER))


def _take(box: BaseMailBox, uid: str) -> bool:
    if _size(box, uid) > most_bytes():
        _move(box, uid, ASIDE)
        return False
    raw = _raw(box, uid)
    envelope = envelope_of(raw)
    if is_too_much(envelope):
        box.flag(uid, LATER, True)
        return False
    take_in(raw, envelope)
    _move(box, uid, TAKEN)
    return True


def envelope_of(raw: bytes) -> Envelope:
    """What the envelope must have said, by the headers that mail servers leave; the mailbox itself where none of our addresses stands."""
    head = message_from_bytes(re.split(rb"\r?\n\r?\n", raw[:200_000], maxsplit=1)[0], policy=policy.compat32)
    given = [str(value)[:4000] for name in NAMED_BY_SERVERS for value in (head.get_all(name) or [])[:20]]
    ours = [address for _name, address in getaddresses(given)[:100] if read_address(address) is not None]
    sender = str(head.get("Return-Path") or head.get("From") or "")[:1000]
    found = [address for _name, address in getaddresses([sender])]
    return Envelope(found[0] if found else "", ours or [settings.MAIL_IN_ADDRESS])


def _size(box: BaseMailBox, uid: str) -> int:
    _said, data = box.client.uid("fetch", uid, "(RFC822.SIZE)")
    found = SIZE.search(b" ".join(piece for piece in data if isinstance(piece, bytes)))
    if found is None:
        raise Unreadable
    return int(found[1])


def _raw(box: BaseMailBox, uid: str) -> bytes:
    """As it lies there: not parsed on the way, for it may be a bomb."""
    _said, data = box.client.uid("fetch", uid, "(BODY.PEEK[])")
    for piece in data:
        if isinstance(piece, tuple):
            return bytes(piece[1])
    raise Unreadable


def _move(box: BaseMailBox, uid: str, folder: str) -> None:
    if not box.folder.exists(folder):
        box.folder.create(folder)
    box.move(uid, folder)
