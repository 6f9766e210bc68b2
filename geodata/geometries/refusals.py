"""Geometry files that are not taken, each with its sentence and the cure."""

from __future__ import annotations

from geodata.refusals import Refusal


class FileMissing(Refusal):
    sentence = "Die Datei „{file}“ gibt es nicht. Bitte Pfad und Schreibweise prüfen."


class EmptyFile(Refusal):
    sentence = "Die Datei „{file}“ ist leer (0 Byte). Bitte neu speichern oder neu herunterladen."


class NotAGeometryFile(Refusal):
    sentence = (
        "„{file}“ ist keine Geometriedatei, die gelesen werden kann. Gelesen werden GeoPackage, "
        "Shapefile (auch als ZIP), GeoJSON, GeoParquet, GML und KML: bitte in einem dieser "
        "Formate speichern, zum Beispiel mit QGIS."
    )


class TableInsteadOfGeometry(Refusal):
    sentence = (
        "„{file}“ ist eine Tabelle oder ein Text ohne Geometrien. Tabellen werden mit "
        "„python -m geodata table“ eingelesen; für Gebiete bitte eine Geometriedatei angeben."
    )


class WebPageInsteadOfGeometry(Refusal):
    sentence = (
        "„{file}“ ist eine Internetseite (HTML), vermutlich eine Fehlermeldung beim "
        "Herunterladen. Bitte die Datei noch einmal herunterladen."
    )


class TooLarge(Refusal):
    sentence = (
        "„{file}“ ist mit {megabytes} MB zu groß für dieses Textformat (höchstens {limit} MB). "
        "Bitte mit QGIS als GeoPackage speichern."
    )


class BrokenFile(Refusal):
    sentence = (
        "„{file}“ ist beschädigt oder unvollständig und lässt sich nicht als {kind} lesen. "
        "Bitte die Datei noch einmal kopieren, herunterladen oder neu speichern."
    )


class TruncatedFile(Refusal):
    sentence = (
        "„{file}“ ist abgeschnitten: {kind} mit {expected} Byte erwartet, {found} Byte gefunden. "
        "Bitte die Datei noch einmal vollständig kopieren oder herunterladen."
    )


class BrokenArchive(Refusal):
    sentence = (
        "Das ZIP-Archiv „{file}“ ist beschädigt, verschlüsselt oder ungewöhnlich gepackt. "
        "Bitte neu und ohne Passwort packen oder die Dateien entpackt angeben."
    )


class NothingToReadInArchive(Refusal):
    sentence = (
        "Im ZIP-Archiv „{file}“ liegt keine Geometriedatei (.shp, .gpkg, .geojson, .gml, .kml). "
        "Darin liegen: {members}. Bitte die richtige Datei angeben."
    )


class ShapefilePartMissing(Refusal):
    sentence = (
        "Zum Shapefile in „{file}“ fehlt „{part}“. Ein Shapefile besteht aus mehreren Dateien "
        "mit demselben Namen: bitte .shp, .shx, .dbf und .prj zusammen angeben oder packen."
    )


class ShapefilePartsDiffer(Refusal):
    sentence = (
        "Die Teile des Shapefiles in „{file}“ passen nicht zusammen: {shapes} in "
        ".shp/.shx, aber {rows} in .dbf. Bitte das Shapefile neu speichern oder kopieren."
    )


class SeveralLayers(Refusal):
    sentence = (
        "„{file}“ enthält mehrere Ebenen: {layers}. Bitte eine davon mit --layer NAME angeben."
    )


class UnknownLayer(Refusal):
    sentence = (
        "In „{file}“ gibt es keine Ebene „{layer}“. Vorhanden: {layers}. "
        "Bitte eine davon mit --layer NAME angeben."
    )


class NoGeometryColumn(Refusal):
    sentence = (
        "„{file}“ enthält keine Geometrien, nur eine Tabelle. Bitte eine Datei mit Flächen "
        "angeben; Tabellen werden mit „python -m geodata table“ eingelesen."
    )


class NoFeatures(Refusal):
    sentence = (
        "„{file}“ enthält keine Objekte (nur einen Kopf). Bitte beim Speichern prüfen, ob ein "
        "Filter oder eine leere Auswahl aktiv war."
    )


class BrokenMarkup(Refusal):
    sentence = (
        "„{file}“ ist kein vollständiges XML (Zeile {line}). "
        "Bitte die Datei neu speichern oder noch einmal herunterladen."
    )


class DangerousMarkup(Refusal):
    sentence = (
        "„{file}“ enthält eine DOCTYPE-Angabe oder XML-Entitäten. Damit lassen sich fremde "
        "Dateien einschleusen, deshalb wird sie nicht gelesen. Bitte mit QGIS neu speichern."
    )


class BrokenJson(Refusal):
    sentence = (
        "„{file}“ ist kein gültiges GeoJSON (Zeile {line}, Zeichen {column}). "
        "Bitte die Datei neu speichern oder noch einmal herunterladen."
    )


class JsonTooDeep(Refusal):
    sentence = (
        "„{file}“ ist zu tief verschachtelt für GeoJSON. Bitte die Datei mit QGIS neu speichern."
    )


class NotGeoJson(Refusal):
    sentence = (
        "„{file}“ ist JSON, aber kein GeoJSON ({found}). Erwartet wird eine FeatureCollection "
        "oder eine Liste von Features: bitte mit QGIS als GeoJSON speichern."
    )


class BrokenGeometry(Refusal):
    sentence = (
        "In „{file}“ ist die Geometrie von {feature} unvollständig oder falsch aufgebaut. "
        "Bitte dieses Objekt in QGIS berichtigen oder löschen."
    )


class MissingCrs(Refusal):
    sentence = (
        "„{file}“ sagt nicht, in welchem Koordinatensystem die Geometrien stehen. "
        "Bitte mit --crs EPSG:… angeben.{hint}"
    )


class UnknownCrs(Refusal):
    sentence = (
        "Das Koordinatensystem „{crs}“ ist nicht bekannt (Datei „{file}“). "
        "Bitte als --crs EPSG:25832, EPSG:4326 oder ähnlich angeben."
    )


class OutsideGermany(Refusal):
    sentence = (
        "„{file}“ hat Koordinaten außerhalb Deutschlands ({number} von {total}): "
        "{features}. Gelesen wurde als {crs}, zum Beispiel {x} / {y}. Bitte die Objekte "
        "berichtigen oder das richtige Koordinatensystem mit --crs EPSG:… angeben.{hint}"
    )


class CoordinatesNotFinite(Refusal):
    sentence = (
        "In „{file}“ stehen Koordinaten, die keine Zahlen sind (NaN oder unendlich), bei "
        "{features}. Bitte diese Objekte in QGIS berichtigen oder löschen."
    )


class NoAreas(Refusal):
    sentence = (
        "„{file}“ enthält keine Flächen, sondern {found}. Für Gebiete werden Polygone gebraucht: "
        "bitte die Flächenebene angeben."
    )


class NoUsableGeometry(Refusal):
    sentence = (
        "In „{file}“ hat kein Objekt eine Fläche: alle Geometrien sind leer oder fehlen. "
        "Bitte prüfen, ob die richtige Datei gespeichert wurde."
    )


class UnknownColumn(Refusal):
    sentence = (
        "In „{file}“ gibt es keine Spalte „{column}“ (angegeben mit {option}). "
        "Vorhanden: {columns}."
    )


class UnreadableFilter(Refusal):
    sentence = (
        "Der Filter „{where}“ ist nicht zu verstehen (Datei „{file}“). Bitte als SPALTE=MUSTER "
        "schreiben, zum Beispiel --where 'AGS=03355*'; mehrere durch Komma oder Semikolon getrennt."
    )


class NothingSelected(Refusal):
    sentence = (
        "Auf den Filter „{where}“ passt in „{file}“ keines von {rows}. "
        "In der Spalte {column} stehen zum Beispiel {examples}."
    )


class NoKey(Refusal):
    sentence = (
        "In „{file}“ ist keine Spalte als Schlüssel zu erkennen (vollständig und ohne "
        "Doppelte). Bitte eine mit --key SPALTE angeben. Vorhanden: {columns}."
    )


class KeyHasGaps(Refusal):
    sentence = (
        "In „{file}“ fehlt der Schlüssel (Spalte {column}) bei {features}. "
        "Bitte ergänzen oder eine andere Spalte mit --key angeben."
    )


class DuplicateKeys(Refusal):
    sentence = (
        "In „{file}“ kommen Schlüssel mehrfach vor (Spalte {column}): {doubles}. Bitte die Teile "
        "in QGIS zusammenfassen („Auflösen“), Doppelte löschen oder eine andere Spalte mit --key "
        "angeben."
    )
