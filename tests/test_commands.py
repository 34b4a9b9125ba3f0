"""What an operator types, and what is answered: sentences, never tracebacks."""

import json
import socket

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class

from junto.__main__ import main
from junto.config import env
from junto.config.env import WrongSetting
from junto.config.serving.listening import listen
from junto.kit.command import plainly

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


def test_a_command_that_there_is_none_of_is_answered_with_where_all_are_named(elsewhere):
    said = elsewhere.junto("stauts")
    assert said.returncode == 1
    assert "Did you mean status?" in said.stderr
    assert "python3 start.py help" in said.stderr


def test_a_data_folder_that_is_not_named_is_asked_for(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["junto", "status", "--data"])
    with pytest.raises(SystemExit):
        main()
    assert "--data DIR" in capsys.readouterr().err


@pytest.mark.parametrize("port", [-1, 99_999])
def test_a_port_that_is_none_is_not_taken_for_another(port):
    with pytest.raises(WrongSetting, match="1 to 65535"):
        listen("127.0.0.1", port)


CANNOT_BE = [
    (["backup", "{there}/nowhere/kept.zip"], "Nothing was kept: there is no folder {there}/nowhere."),
    (["backup", "{there}/file/kept.zip"], "Nothing was kept: there is no folder {there}/file."),
    (["restore", "{there}/file"], "Nothing was brought back: it is not a whole backup"),
    (["move", "nonsense"], "Nothing was moved. The address is read as DATABASE_URL"),
    (["move", "sqlite:///nowhere/junto.sqlite3"], "Nothing was moved: unable to open database file."),
    (["import", "stackexchange", "{there}/nowhere", "--space", "Bicycles"], "holds no Posts.xml"),
    (["import", "stackexchange", "{there}", "--space", "Bicycles"], "{there}/Posts.xml holds no post"),
]


@pytest.mark.parametrize(("words", "told"), CANNOT_BE, ids=[" ".join(words) for words, _ in CANNOT_BE])
def test_what_cannot_be_is_told_in_a_sentence(words, told, tmp_path, settings):
    settings.DATA = tmp_path
    for name in ("file", "Posts.xml"):
        (tmp_path / name).write_text("nothing of ours")
    with pytest.raises(CommandError) as said:
        call_command(*(word.format(there=tmp_path) for word in words))
    assert told.format(there=tmp_path) in str(said.value)
    assert "Errno" not in str(said.value)


def test_the_database_in_use_is_not_moved_into_itself(settings, monkeypatch):
    monkeypatch.setattr(env, "database_at", lambda given, folder: dict(settings.DATABASES["default"]))
    with pytest.raises(CommandError, match="the database in use"):
        call_command("move", "sqlite")


def test_troubles_of_the_machine_are_told_without_their_numbers():
    assert plainly(OSError(28, "No space left on device")) == "No space left on device"
    assert plainly(OSError(13, "Permission denied", "/kept.zip")) == "/kept.zip: Permission denied"
    assert plainly(ValueError("refused\n\tIs it there?")) == "refused Is it there"


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
    assert "does not run here now" in settled.junto("person", "link", "olga@example.org").stdout
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
        assert settled.junto("person", "link", "olga@example.org").stdout.startswith(f"{url}account/emergency/")
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
