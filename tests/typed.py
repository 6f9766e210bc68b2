"""Commands as a person types them, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


def typed(package: str, name: str, workspace: Path, *arguments: str) -> None:
    """One `python -m geodata …` or `python -m indicators …`; raises CalledProcessError where it is
    refused."""
    command = [sys.executable, "-m", package, name, *arguments, "--workspace", str(workspace)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr)
