"""What an operator types, and what is answered: sentences, never tracebacks."""

import json
import socket

import pytest
from django.core.management import get_commands, load_command_class

pytestmark = pytest.mark.django_db(transaction=True)
WRONG = [
    ({"JUNTO_URL": "nonsense"}, "JUNTO_URL"),
    ({"JUNTO_THREADS": "many"}, "JUNTO_THREADS"),
    ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/junto"}, "PostgreSQL"),
]


@pytest.mark.parametrize(("wrong", "named"), WRONG, ids=[named for _, named in WRONG])
def test_a_wrong_setting_ends_with_a_sentence(elsewhere, wrong, named):
    said = elsewhere.junto("status", **wrong)
    assert said.returncode == 2
    assert named in said.stderr
    assert "Traceback" not in said.stderr


def test_a_taken_port_ends_with_a_sentence(elsewhere):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = elsewhere.junto("serve", "--port", taken.getsockname()[1])
    assert said.returncode == 2
    assert "--port" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_person_is_added_once_and_can_be_an_owner(settled):
    words = ("person", "add", "olga@example.org", "--name", "Olga Petrova", "--owner")
    assert "is an owner" in settled.junto(*words).stdout
    again = settled.junto(*words)
    assert again.returncode == 1
    assert "already" in again.stderr
    found = json.loads(settled.junto("status", "--json").stdout)
    assert found["people"] == 1
    assert {"spaces", "threads", "posts", "work_waiting", "work_dead", "versions", "database", "memory_mb"} <= found.keys()


def test_a_running_junto_is_not_overwritten(settled, tmp_path):
    settled.junto("person", "add", "olga@example.org", "--name", "Olga Petrova")
    settled.junto("backup", tmp_path / "kept.junto")
    with settled.serving() as url:
        assert url.startswith("http://127.0.0.1:")
        said = settled.junto("restore", tmp_path / "kept.junto", "--replace")
        assert "it is running" in said.stderr
        assert json.loads(settled.junto("status", "--json").stdout)["memory_mb"] > 0
    assert settled.junto("restore", tmp_path / "kept.junto", "--replace").returncode == 0


def test_any_command_may_be_the_first_one(elsewhere):
    said = elsewhere.junto("reindex")
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(elsewhere.junto("status", "--json").stdout)["people"] == 0


@pytest.mark.parametrize("command", ["person", "import", "backup", "reindex"])
def test_help_tells_what_is_ours_and_nothing_of_what_it_is_built_on(command):
    told = load_command_class(get_commands()[command], command).create_parser("junto", command).format_help()
    assert "--data DIR" in told
    for foreign in ("--settings", "--pythonpath", "--traceback", "--verbosity", "--no-color", "--skip-checks", "jango"):
        assert foreign not in told
