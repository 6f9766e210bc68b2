"""Run `python COMMAND…` and print its seconds and peak memory in bytes as JSON.

A small process of its own: the kernel counts what stood in memory before the command took over.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

_KILOBYTE = 1 if sys.platform == "darwin" else 1024


def main() -> int:
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    sys.stdout.write(json.dumps({"seconds": seconds, "peak": used.ru_maxrss * _KILOBYTE}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
