"""A page served by a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """`started` is the epoch time in seconds just before the process was started; `process` its
    number."""

    address: str
    started: float
    process: int


def atlas(workspace: Path) -> list[str]:
    return ["app.py", "--workspace", str(workspace), "--port"]


def bare(page: str, world: Path) -> list[str]:
    return ["-m", f"tests.benchmarks.pages.{page}", str(world)]


@contextmanager
def served(command: Sequence[str], *, port: int = 0) -> Iterator[Served]:
    """Run `python COMMAND PORT` until the block ends; it begins when the port answers."""
    port = port or free_port()
    started = time.time()
    process = subprocess.Popen(
        [sys.executable, *command, str(port)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield Served(f"http://127.0.0.1:{port}", started, process.pid)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.005)
        else:
            return
    raise RuntimeError(f"No answer at port {port}: {process.args!r}")
