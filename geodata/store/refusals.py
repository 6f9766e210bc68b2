"""What the store refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class NoWorkspace(Refusal):
    sentence = (
        "In „{path}“ liegt kein Arbeitsbereich (atlas.gpkg fehlt). Bitte zuerst anlegen: "
        'python -m geodata init --workspace "{path}" --title … --county …'
    )


class WorkspaceExists(Refusal):
    sentence = (
        "In „{path}“ liegt schon ein Arbeitsbereich. Bitte einen anderen Ordner nennen; "
        "es wurde nichts verändert."
    )


class NotAWorkspace(Refusal):
    sentence = (
        "„{path}“ ist kein Arbeitsbereich des Sozialraumatlas oder ist beschädigt. "
        "Bitte die Datei aus der Sicherung zurückholen."
    )


class NewerWorkspace(Refusal):
    sentence = (
        "Der Arbeitsbereich „{path}“ stammt von einer neueren Programmversion (Speicher {found}, "
        "dieses Programm kennt {known}). Bitte das Programm aktualisieren."
    )


class StoreBusy(Refusal):
    sentence = (
        "Gerade läuft ein anderer Import in „{path}“. Bitte gleich noch einmal versuchen; "
        "es wurde nichts verändert."
    )


class NoSpace(Refusal):
    sentence = (
        "Auf dem Datenträger von „{path}“ ist kein Platz mehr. Bitte Platz schaffen und noch "
        "einmal versuchen; es wurde nichts verändert."
    )


class ReadOnly(Refusal):
    sentence = (
        "In „{path}“ lässt sich nicht schreiben. Bitte prüfen, ob es ein Ordner ist und ob Sie ihn "
        "und die Datei atlas.gpkg darin ändern dürfen."
    )


class UnknownImport(Refusal):
    sentence = (
        "Im Journal gibt es keinen Eintrag {number}. „python -m geodata imports --workspace "
        "ORDNER“ zeigt, welche es gibt."
    )


class NotUndoable(Refusal):
    sentence = (
        "Eintrag {number} ({kind}) kann nicht zurückgenommen werden: Das geht nur bei Gebieten, "
        "Tabellen und Katalogen."
    )


class AlreadyUndone(Refusal):
    sentence = "Eintrag {number} wurde schon zurückgenommen oder gelöscht."


class AreasInUse(Refusal):
    sentence = (
        "Die Gebiete aus Eintrag {number} können nicht zurückgenommen werden, weil Tabellen auf "
        "ihnen stehen: {tables}. Bitte zuerst diese Einträge zurücknehmen."
    )


class RingInUse(Refusal):
    sentence = (
        "Der Vergleichsring aus Eintrag {number} kann nicht zurückgenommen werden, weil Tabellen "
        "auf ihm stehen: {tables}. Bitte zuerst diese Einträge zurücknehmen."
    )


class NoReason(Refusal):
    sentence = (
        "Endgültiges Löschen braucht einen Grund, der im Journal stehen bleibt. Bitte angeben, zum "
        'Beispiel --reason "Namensliste versehentlich eingelesen".'
    )
