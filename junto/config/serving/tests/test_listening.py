"""The socket people come in by: who may hold it, and how it is closed without dropping anybody."""

import os
import socket
import subprocess
import sys

import pytest

from junto.config.env import WrongSetting
from junto.config.serving.listening import from_systemd, listen, tell_systemd, turn_away


@pytest.fixture
def listening():
    with listen("127.0.0.1", 0) as found:
        found.listen()
        yield found


@pytest.mark.skipif(os.geteuid() != 0, reason="some kernels keep filters for root")
def test_who_stands_in_the_queue_is_taken_and_nobody_after_them(listening):
    waiting = socket.create_connection(listening.getsockname())
    turn_away(listening)
    with pytest.raises(TimeoutError):
        socket.create_connection(listening.getsockname(), timeout=0.1)
    taken, _ = listening.accept()
    taken.close()
    waiting.close()


def test_where_filters_are_not_allowed_it_ends_all_the_same():
    class Strict:
        def setsockopt(self, *given):
            raise PermissionError

    turn_away(Strict())


def test_a_socket_of_systemd_is_taken_and_only_by_whom_it_is_meant_for(listening, monkeypatch):
    assert from_systemd() is None
    words = "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1');"
    words += "from junto.config.serving.listening import from_systemd; print(from_systemd().getsockname()[1])"
    number = listening.fileno()
    said = subprocess.run([sys.executable, "-c", words, str(number)], pass_fds=[number], capture_output=True, text=True, timeout=60)
    assert said.stdout.strip() == str(listening.getsockname()[1]), said.stderr
    monkeypatch.setenv("LISTEN_PID", str(os.getpid()))
    monkeypatch.setenv("LISTEN_FDS", "2")
    with pytest.raises(WrongSetting, match="several sockets"):
        from_systemd()


def test_systemd_hears_when_the_house_is_ready(tmp_path, monkeypatch):
    tell_systemd("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        tell_systemd("READY=1")
        assert manager.recv(100) == b"READY=1"
