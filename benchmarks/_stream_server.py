"""The server `bench stream` measures: Junto's own, in a fresh process, with somebody inside who makes things happen at a steady pace.

`python -m benchmarks._stream_server PORT TOPIC FACT` prints `ready`; for each line `HOW_MANY PAUSE` it reads it sends so many events,
and prints one line of JSON: when each was committed, by its number (CLOCK_MONOTONIC, the same in all processes).
"""

import json
import os
import signal
import sys
import threading
import time

import django
from django.db import connection, transaction


def main() -> None:
    """Serves until its input ends."""
    django.setup()
    from junto.config.serving.listening import listen
    from junto.config.serving.server import serve

    threading.Thread(target=_obey, daemon=True).start()
    serve(listen("127.0.0.1", int(sys.argv[1])), with_worker=False, ready=lambda: print("ready", flush=True))


def _obey() -> None:
    for line in sys.stdin:
        count, pause = line.split()
        print(json.dumps(publish(int(count), float(pause))), flush=True)
    os.kill(os.getpid(), signal.SIGTERM)


def publish(count: int, pause: float) -> dict[int, float]:
    """Sends events as the worker does; gives when each was committed."""
    from junto.kit.stream.hub import newest
    from junto.kit.stream.publish import send

    topic, fact, told = sys.argv[2], int(sys.argv[3]), {}
    due = time.monotonic()
    for _ in range(count):
        with transaction.atomic():
            send(fact, [topic])
        told[newest()] = time.monotonic()
        due += pause
        time.sleep(max(0.0, due - time.monotonic()))
    connection.close()
    return told


if __name__ == "__main__":
    main()
