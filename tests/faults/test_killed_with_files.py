"""Those who give pictures and those who make them ready are killed anywhere: what is shown is there and whole, and nothing else is left."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from junto.kit.clock import now
from junto.kit.files import sweeping
from junto.kit.files.names import folder_of
from junto.kit.files.store import store
from junto.kit.models import File, Work
from junto.kit.work.worker import work_off
from junto.people.models import Person
from tests.elsewhere import HOUSE
from tests.faults.givers import KILLS

pytestmark = pytest.mark.django_db(transaction=True)


def givers(data, *people) -> int:
    """Lets everybody give and work at once; says how many were killed."""
    name = str(connection.settings_dict["NAME"])
    surroundings = {"TEST_DATABASE": name, "JUNTO_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tests.faults.same_database"}
    command = [sys.executable, "-m", "tests.faults.givers", *(str(person.pk) for person in people)]
    done = subprocess.run(command, cwd=HOUSE, env={**os.environ, **surroundings}, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def finish() -> None:
    """What is left is done; a day later what belongs to nothing is swept out."""
    while Work.objects.filter(is_dead=False, run_at__lte=now() + timedelta(hours=1)).exists():
        Work.objects.update(run_at=now(), lease_until=None)
        work_off()
    with time_machine.travel(now() + timedelta(hours=25)):
        sweeping.sweep_store()


@pytest.mark.dear
def test_what_is_shown_is_there_and_nothing_else_is(settings, tmp_path, ada, ben, cleo):
    settings.MEDIA_ROOT = tmp_path / "data" / "uploads"
    assert givers(tmp_path / "data", ada, ben, cleo) >= KILLS
    assert Work.objects.exists()
    finish()
    shown = {person.picture for person in Person.objects.exclude(picture="")}
    assert {file.key for file in File.objects.all()} == shown
    assert {thing.name for thing in store().listed()} == {f"{folder_of(key)}/{part}" for key in shown for part in ("64", "192", "whole")}
    assert all(b"".join(store().read(f"{folder_of(key)}/64"))[8:12] == b"WEBP" for key in shown)
    assert list((settings.MEDIA_ROOT / ".coming").iterdir()) == []
    assert not Work.objects.dead().exists()
