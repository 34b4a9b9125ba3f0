"""What stands in deploy/ is true: every setting, command and file it names is there."""

import os
import re
import shlex
import shutil
import subprocess

import pytest
import yaml
from django.core.management import get_commands, load_command_class
from django.urls import resolve

import start
from tests.elsewhere import HOUSE
from tests.nodes import AROUND, PROXY
from tests.programs import free_port, program

DEPLOY = HOUSE / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()
LOOKS_UP_AGAIN = (1, 27, 3)
UNITS = sorted((DEPLOY / "systemd").iterdir())
OURS = re.compile(r"\b((?:JUNTO|DATABASE|REDIS|STORAGE|SMTP|MAIL)_[A-Z_]+)\b")


def commands():
    """Every command that is given to Junto, word by word."""
    yield from (service["command"] for service in COMPOSE["services"].values() if service.get("image") == "junto")
    yield from (shlex.split(found) for unit in UNITS for found in re.findall(r"start\.py (.+)", unit.read_text()))
    yield ["install"]
    yield re.findall(r'"([^"]+)"', CONTAINERFILE.splitlines()[-1])


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_command_is_understood(words):
    command = load_command_class(get_commands()[words[0]], words[0])
    assert vars(command.create_parser("junto", words[0]).parse_args(words[1:]))


def test_every_setting_is_one_of_ours():
    told = (HOUSE / "docs" / "operate" / "settings.md").read_text()
    named = {name.removesuffix("_FILE") for path in DEPLOY.rglob("*") if path.is_file() for name in OURS.findall(path.read_text())}
    assert named - {"DATABASE_URL"}
    assert {name for name in named if f"`{name}`" not in told} == set()


def test_the_health_that_is_asked_for_is_told():
    asked = re.findall(r"127\.0\.0\.1:8000(/[a-z/]+)", CONTAINERFILE)
    assert [resolve(path).view_name for path in asked] == ["operating:ready"]


def test_compose_names_only_what_it_declares():
    for name, service in COMPOSE["services"].items():
        assert set(service.get("depends_on", ())) <= set(COMPOSE["services"]), name
        assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"]), name
        assert set(service.get("networks", ())) <= set(COMPOSE["networks"]), name
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            assert (DEPLOY / source).is_file() if source.startswith(".") else source in COMPOSE["volumes"], volume


def test_the_proxy_that_is_believed_is_the_one_that_runs():
    address = COMPOSE["services"]["proxy"]["networks"]["inside"]["ipv4_address"]
    assert COMPOSE["services"]["app1"]["environment"]["JUNTO_PROXY"] == address
    nodes = re.findall(r"server (\w+):8000", (DEPLOY / "nginx" / "nodes-in-containers.conf").read_text())
    assert set(nodes) == set(COMPOSE["services"]["proxy"]["depends_on"])


def test_the_image_is_made_from_what_is_there_with_the_installer_of_start_py():
    assert f"uv=={start.UV_VERSION}" in CONTAINERFILE
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.M)
    assert [name for line in copied for name in line.split() if not (HOUSE / name).exists()] == []
    (python,) = set(re.findall(r"python:(\d+\.\d+)", CONTAINERFILE))
    assert start.OLDEST <= tuple(map(int, python.split("."))) < start.TOO_NEW


def test_systemd_understands_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not here")
    named = [tmp_path / unit.name.replace("@", "@8001") for unit in UNITS]
    for unit, path in zip(UNITS, named, strict=True):
        path.write_text(unit.read_text())
    done = subprocess.run(["systemd-analyze", "verify", *named], capture_output=True, text=True, timeout=60)
    # It looks for the machine's own services as well, and for the program to run, which is installed elsewhere.
    assert [line for line in done.stderr.splitlines() if "junto" in line and "start.py" not in line] == []


def test_nginx_understands_the_nodes_in_containers(tmp_path):
    """An nginx older than the one in the compose file does not look names up again: it reads everything but that."""
    nginx = program("nginx")
    version = re.search(r"nginx/([\d.]+)", subprocess.run([nginx, "-v"], capture_output=True, text=True).stderr)
    nodes = (DEPLOY / "nginx" / "nodes-in-containers.conf").read_text()
    if tuple(map(int, version[1].split("."))) < LOOKS_UP_AGAIN:
        nodes = re.sub(r"app\d:8000 resolve\b", "127.0.0.1:8000", nodes)
    front = re.sub(r"listen 80\b", f"listen 127.0.0.1:{free_port()}", (DEPLOY / "nginx" / "junto.conf").read_text())
    around = AROUND.format(user="user root;" if os.geteuid() == 0 else "", proxy=PROXY)
    for name, text in {"nodes.conf": nodes, "junto.conf": front, "nginx.conf": around}.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run([nginx, "-t", "-p", tmp_path, "-c", "nginx.conf"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
