"""A stranger's machine that is slow on purpose keeps nobody in the house waiting."""

import threading

import pytest

from junto.kit.models import Work
from junto.kit.work import later, listener, visit
from junto.kit.work.wake import wake
from junto.kit.work.worker import run_worker

pytestmark = pytest.mark.django_db(transaction=True)
arrived, let_go, done = threading.Event(), threading.Event(), threading.Event()


@visit
def wait_for_a_stranger() -> None:
    arrived.set()
    let_go.wait(30)


@listener
def look_after_the_house() -> None:
    done.set()


def test_work_of_the_house_goes_on_while_a_stranger_is_waited_for():
    stop = threading.Event()
    worker = threading.Thread(target=run_worker, args=(stop,), daemon=True)
    later(wait_for_a_stranger)
    worker.start()
    try:
        assert arrived.wait(20)
        later(look_after_the_house)
        assert done.wait(20)
        assert Work.objects.filter(listener__endswith="wait_for_a_stranger", lease_until__isnull=False).exists()
    finally:
        let_go.set()
        stop.set()
        wake()
        worker.join(20)
        for beside in threading.enumerate():
            if beside.name.startswith("visits"):
                beside.join(20)
