"""CPU seconds of processes, from the kernel: what a request costs, whoever works for it."""

import os
from pathlib import Path

NANO = 1e-9


def cpu_seconds(pids: list[int]) -> float:
    """What the threads of these processes have used so far. The scheduler's own account is exact; `stat` counts in steps of 10 ms."""
    return sum(_used(task) for pid in pids for task in _tasks(pid))


def memory_mb(pid: int, which: str = "VmRSS") -> float:
    """What the process holds in memory now; `VmHWM`: what it held at most."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{which}:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def family(root: int) -> list[int]:
    """The process and all that descend from it, such as a database server with its workers."""
    parents = {pid: _parent(pid) for pid in _pids()}
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found)


def parent(pid: int) -> int:
    """Whose child it is."""
    return _parent(pid)


def _pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdecimal()]


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _parent(pid: int) -> int:
    words = _stat(pid)
    return int(words[1]) if words else 0


def _tasks(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def _used(task: Path) -> float:
    try:
        return int((task / "schedstat").read_text().split()[0]) * NANO
    except OSError:
        return 0.0
