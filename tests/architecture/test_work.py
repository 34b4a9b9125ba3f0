"""A process that only works (`worker`) loads no pages: what can be put into the queue must be known without them."""

import re
import subprocess
import sys
from importlib import import_module

from junto.kit.work.listener import LISTENERS
from tests.architecture.house import HERE, files

MARKED = re.compile(r"^@(listener|outreach|visit)", re.M)
KNOWN = "import django; django.setup(); from junto.kit.work.listener import LISTENERS; print(*LISTENERS)"


def test_whoever_works_knows_all_work():
    for path in (path for path in files() if path.parts[0] == "junto" and path.suffix == ".py" and "tests" not in path.parts):
        if MARKED.search((HERE / path).read_text()):
            import_module(".".join(path.with_suffix("").parts))
    said = subprocess.run([sys.executable, "-c", KNOWN], capture_output=True, text=True, timeout=60, check=True)
    assert {name for name, known in LISTENERS.items() if is_ours(known.function.__module__)} - set(said.stdout.split()) == set()


def is_ours(module: str) -> bool:
    return module.startswith("junto.") and ".tests." not in module
