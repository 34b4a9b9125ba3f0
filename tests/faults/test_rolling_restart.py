"""Nodes and processes are renewed one by one while people read, write and listen: nobody is refused, nothing is missed, lost or doubled."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator

import pytest
from django.db import connection

from junto.config.serving.server import worker_beside
from junto.kit.models import Work
from tests.faults.visitors import PATIENCE, Browser, Listener, Reader, Visitor, Writer, lost_or_doubled
from tests.nodes import NAME, PROXY

pytestmark = pytest.mark.django_db(transaction=True)
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="several nodes share PostgreSQL")
VISITORS = (Listener, Reader, Writer)


@contextlib.contextmanager
def visited(port: int, host: str, scheme: str, thread: int, people: list) -> Iterator[list[Visitor]]:
    """Readers, writers and listeners come in; they go when the block ends, and the listeners when they have heard everything."""
    session = "__Host-junto" if scheme == "https" else "junto"
    browsers = [(kind, Browser(port, host, somebody, scheme=scheme, session=session)) for kind in VISITORS for somebody in people]
    visitors = [kind(browser, thread) for kind, browser in browsers]
    for visitor in visitors:
        visitor.start()
    try:
        for visitor in visitors:
            assert visitor.first.wait(PATIENCE), visitor.trouble
        yield visitors
        listeners = [visitor for visitor in visitors if isinstance(visitor, Listener)]
        end([visitor for visitor in visitors if visitor not in listeners])
        until(lambda: not Work.objects.waiting().exists())
        until(lambda: not any(listener.missed() for listener in listeners))
    finally:
        end(visitors)


def end(visitors: list[Visitor]) -> None:
    for visitor in visitors:
        visitor.going.set()
    for visitor in visitors:
        if not isinstance(visitor, Listener):
            visitor.join(PATIENCE)


def until(holds, patience: float = 2 * PATIENCE) -> None:
    """Looks until it is so; what follows from it is asserted by the test."""
    by = time.monotonic() + patience
    while not holds() and time.monotonic() < by:
        time.sleep(0.05)


def assert_nobody_noticed(visitors: list[Visitor]) -> None:
    assert [visitor.trouble for visitor in visitors if visitor.trouble] == []
    assert all(visitor.count > 3 for visitor in visitors if not isinstance(visitor, Listener))
    assert [visitor.missed() for visitor in visitors if isinstance(visitor, Listener)] == [[]]
    assert lost_or_doubled([visitor for visitor in visitors if isinstance(visitor, Writer)]) == []


@on_postgresql
def test_two_nodes_behind_a_proxy_are_restarted_one_after_the_other(node, proxy, redis_server, question, ada, ben):
    settings = {"JUNTO_URL": f"https://{NAME}", "JUNTO_PROXY": PROXY, "REDIS_URL": redis_server.url}
    nodes = [node(**settings), node("--without-worker", **settings)]
    for each in nodes:
        each.is_ready()
    port = proxy(nodes)
    assert "; Secure" in Browser(port, NAME).ask("/account/login/")[1]["set-cookie"]
    with visited(port, NAME, "https", question.pk, [ben]) as visitors:
        for each in nodes:
            each.restart()
    assert_nobody_noticed(visitors)
    assert all(visitor.opened > 1 for visitor in visitors if isinstance(visitor, Listener))


def test_the_processes_of_one_node_are_renewed_and_replaced(node, question, ada, ben):
    house = node("--workers", "2", "--without-worker")
    house.is_ready()
    host = f"127.0.0.1:{house.port}"
    with worker_beside(), visited(house.port, host, "http", question.pk, [ben]) as visitors:
        before = house.children()
        os.kill(house.process.pid, signal.SIGHUP)
        until(lambda: len(house.children()) == 2 and not set(house.children()) & set(before))
        assert not set(house.children()) & set(before)
    assert_nobody_noticed(visitors)
    fallen = house.children()[0]
    os.kill(fallen, signal.SIGKILL)
    until(lambda: len(house.children()) == 2 and fallen not in house.children())
    assert len(house.children()) == 2
    assert Browser(house.port, host, ada, scheme="http").ask("/")[0] == 200
