"""Install what the tests use beside Python, where this machine lets us; else say what will skip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The program that a test calls, and the Debian package that brings it.
WANTED = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "ogrinfo": "gdal-bin",
    "pdftotext": "poppler-utils",
}
_TESTS = Path(__file__).parent


def missing() -> dict[str, str]:
    return {name: package for name, package in WANTED.items() if shutil.which(name) is None}


def install(packages: list[str]) -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.name != "posix" or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([apt, *step], env=environment, check=False, stdout=subprocess.DEVNULL)


def fetch_axe() -> None:
    """What looks for barriers in the journeys comes by npm, as tests/package-lock.json names it."""
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write("npm fehlt; im Browser wird nicht nach Barrieren gesucht.\n")
        return
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run([npm, "ci", *quiet], cwd=_TESTS, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.stderr.write("axe-core kam nicht; im Browser wird nicht nach Barrieren gesucht.\n")


def main() -> None:
    if missing():
        install(sorted(missing().values()))
    fetch_axe()
    for name, package in missing().items():
        sys.stderr.write(
            f"{name} fehlt (Debian-Paket {package}); Tests damit werden übersprungen.\n"
        )


if __name__ == "__main__":
    main()
