"""Run by the Python that has QGIS: open a layer as QGIS does, tell its legend, draw it as PNG."""

from __future__ import annotations

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SIDE, DPI = 600, 300


def main(path: str, layer_name: str, picture: str) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(f"{path}|layername={layer_name}", "karte", "ogr")
    layer.loadDefaultStyle()
    renderer = layer.renderer()
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setOutputSize(QSize(SIDE, SIDE))
    settings.setOutputDpi(DPI)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    told = {
        "crs": layer.crs().authid(),
        "features": layer.featureCount(),
        "column": renderer.classAttribute(),
        "legend": [[category.value(), category.label()] for category in renderer.categories()],
    }
    sys.stdout.write(json.dumps(told))


main(*sys.argv[1:])
