"""The machine this process runs on."""

import socket


def host() -> str:
    """Its name, as rows hold it."""
    return socket.gethostname()[:100]
