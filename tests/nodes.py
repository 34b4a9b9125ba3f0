"""Nodes: whole Juntos as processes of their own, on the very database a test uses; and nginx before them, set as in deploy/."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.elsewhere import HOUSE
from tests.programs import PATIENCE, free_port, program, wait_for

NAME = "junto.example.org"
CONF = HOUSE / "deploy" / "nginx"
PROXY = "127.0.0.9"
"""From where the proxy comes: everything that begins with 127 is this machine."""
AROUND = """
{user}
daemon off; worker_processes 1; pid nginx.pid; error_log stderr;
events {{ worker_connections 256; }}
http {{
  access_log off; proxy_bind {proxy};
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  include nodes.conf; include junto.conf;
}}
"""


class Node:
    """`serve` on a port of its own, with a data folder of its own."""

    def __init__(self, folder: Path, words: tuple[str, ...], environment: dict[str, str]) -> None:
        self.folder, self.words, self.port = folder, words, free_port()
        self.environment = {**os.environ, **surroundings(folder), **environment}
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "junto", "serve", "--port", str(self.port), *self.words]
        self.process = subprocess.Popen(command, cwd=HOUSE, env=self.environment, stdout=subprocess.PIPE, text=True)

    def is_ready(self) -> None:
        """Waits until it tells its address."""
        assert self.process is not None
        assert self.process.stdout is not None
        assert "Junto is at" in self.process.stdout.readline()

    def stop(self) -> None:
        """As a service manager does."""
        assert self.process
        self.process.terminate()
        assert self.process.wait(PATIENCE) == 0, "told to stop, it did not end well"

    def restart(self) -> None:
        self.stop()
        self.start()
        self.is_ready()

    def children(self) -> list[int]:
        """The processes it started."""
        assert self.process
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in task.read_text().split()]


def surroundings(folder: Path) -> dict[str, str]:
    """One house: the same database, the same key; whatever else a node keeps for itself."""
    names = {"TEST_DATABASE": str(connection.settings_dict["NAME"]), "DJANGO_SETTINGS_MODULE": "tests.faults.same_database"}
    return {**names, "JUNTO_DATA": str(folder), "JUNTO_SECRET_KEY": settings.SECRET_KEY}


@pytest.fixture
def node(transactional_db: None, tmp_path: Path) -> Iterator[Callable[..., Node]]:
    """Makes nodes; they are stopped at the end."""
    made: list[Node] = []

    def make(*words: str, **environment: str) -> Node:
        made.append(Node(tmp_path / f"node{len(made)}", words, environment))
        made[-1].start()
        return made[-1]

    yield make
    for each in made:
        if each.process and each.process.poll() is None:
            each.stop()


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Callable[[list[Node]], int]]:
    """Starts nginx before these nodes, with the files of deploy/; gives its port."""
    running: list[Any] = []

    def before(nodes: list[Node]) -> int:
        folder, port, nginx = tmp_path / "nginx", free_port(), program("nginx")
        folder.mkdir()
        written = {"junto.conf": re.sub(r"listen 80\b", f"listen 127.0.0.1:{port}", (CONF / "junto.conf").read_text())}
        ports = dict(zip(("8001", "8002"), nodes, strict=True))
        nodes_conf = (CONF / "nodes.conf").read_text()
        written["nodes.conf"] = re.sub(r":(800\d)", lambda found: f":{ports[found[1]].port}", nodes_conf)
        written["nginx.conf"] = AROUND.format(user="user root;" if os.geteuid() == 0 else "", proxy=PROXY)
        for name, text in written.items():
            (folder / name).write_text(text)
        running.append(subprocess.Popen([nginx, "-p", folder, "-c", "nginx.conf"]))
        wait_for(port, running[-1])
        return port

    yield before
    for process in running:
        process.terminate()
        process.wait(PATIENCE)
