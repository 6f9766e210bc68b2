"""A zip archive judged by its directory, before anything is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from geodata.refusals import Refusal

MOST_BYTES = 500_000_000
MOST_TIMES = 100


class DamagedArchive(Refusal):
    sentence = (
        "„{file}“ ist beschädigt oder unvollständig und lässt sich nicht auspacken. "
        "Bitte die Datei noch einmal herunterladen oder neu speichern."
    )


class EncryptedArchive(Refusal):
    sentence = "„{file}“ ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern."


class OversizedArchive(Refusal):
    sentence = (
        "„{file}“ würde ausgepackt {megabytes} MB groß ({times}-mal so groß wie gepackt). Erlaubt "
        "sind 500 MB und das 100-Fache. Bitte nur die benötigten Daten in einer neuen Datei "
        "speichern."
    )


class EscapingArchive(Refusal):
    sentence = (
        "„{file}“ enthält den Eintrag „{member}“, der außerhalb des Zielordners landen würde. "
        "Die Datei wird deshalb nicht geöffnet."
    )


def check_archive(path: Path) -> None:
    """Refuse a zip that is damaged, encrypted, too large unpacked or writes outside its folder.

    Reads only the directory of the archive. Whoever unpacks must still read through `zipfile`,
    which stops at the size that the directory names.

    Raises
    ------
    DamagedArchive, EncryptedArchive, OversizedArchive, EscapingArchive
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as broken:
        raise DamagedArchive(file=path.name) from broken
    for member in members:
        if _escapes(member.filename):
            raise EscapingArchive(file=path.name, member=member.filename)
        if member.flag_bits & 0x1:
            raise EncryptedArchive(file=path.name)
    _check_size(path, sum(member.file_size for member in members))


def _escapes(name: str) -> bool:
    unified = PurePosixPath(name.replace("\\", "/"))
    drive = len(name) > 1 and name[1] == ":"
    return unified.is_absolute() or drive or ".." in unified.parts or "\0" in name


def _check_size(path: Path, unpacked: int) -> None:
    packed = max(path.stat().st_size, 1)
    if unpacked > MOST_BYTES or unpacked > MOST_TIMES * packed:
        raise OversizedArchive(
            file=path.name,
            megabytes=f"{unpacked / 1_000_000:,.0f}".replace(",", "."),
            times=f"{unpacked / packed:,.0f}".replace(",", "."),
        )
