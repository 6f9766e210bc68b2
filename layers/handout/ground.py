"""The areas of a view as they lie on a sheet: moved from metres to millimetres, and simplified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.geometries.outline import simplified
from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.paper import Shapes

# What is finer than this cannot be seen on paper.
_FINEST_MM = 0.06
_MARGIN = 0.04


@dataclass(frozen=True)
class Frame:
    """A rectangle on the sheet in mm from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def box(self) -> shapely.Geometry:
        return shapely.box(self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True, eq=False)
class Ground:
    """What is drawn in a frame, in mm: areas (n,) in the order of the system, the line around
    them all, on what places lie (None where areas themselves are coloured), neighbours (k,) with
    their names. `metres_per_mm` is the scale; by `weights` (n,) names come first.
    """

    frame: Frame
    placing: Placing
    areas: Shapes
    border: shapely.Geometry
    beneath: Shapes | None
    neighbours: Shapes
    neighbour_names: tuple[str, ...]
    metres_per_mm: float
    weights: NDArray[np.float64]


def ground_of(
    workspace: Workspace, told: Handout, frame: Frame, *, zoomed_to: Sequence[str] = ()
) -> Ground:
    """The areas of a handout in a frame, wholly in view; or some of them with what lies around."""
    shapes, beneath = geometries_of(workspace, told)
    seen = shapes if beneath is None else beneath
    position = told.figures.system.position
    chosen = [position[area] for area in zoomed_to if area in position]
    bounds = shapely.total_bounds(shapes[chosen] if chosen else seen)
    placing = _placing(bounds, frame)
    tolerance = _FINEST_MM * placing.metres_per_mm
    areas = placing.moved(shapes if beneath is not None else simplified(shapes, tolerance))
    around = None if beneath is None else placing.moved(simplified(beneath, tolerance))
    names, neighbours = _neighbours(workspace)
    cut = shapely.intersection(
        shapely.make_valid(placing.moved(shapely.simplify(neighbours, tolerance))), frame.box
    )
    return Ground(
        frame=frame,
        placing=placing,
        areas=areas,
        border=_border(areas if around is None else around),
        beneath=around,
        neighbours=cut,
        neighbour_names=names,
        metres_per_mm=placing.metres_per_mm,
        weights=_weights(workspace, areas, are_places=around is not None),
    )


@dataclass(frozen=True)
class Placing:
    """From metres in EPSG:25832 to mm on the sheet, north up."""

    metres_per_mm: float
    west: float
    north: float
    frame: Frame

    def moved(self, shapes: Shapes) -> Shapes:
        def on_paper(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
            x = self.frame.x + (pairs[:, 0] - self.west) / self.metres_per_mm
            y = self.frame.y + (self.north - pairs[:, 1]) / self.metres_per_mm
            return np.column_stack([x, y])

        found: Shapes = shapely.transform(shapes, on_paper)
        return found


def _placing(bounds: NDArray[np.float64], frame: Frame) -> Placing:
    """As large as the frame allows, in its middle."""
    west, south, east, north = bounds.tolist()
    usable = 1 - 2 * _MARGIN
    scale = max(
        (east - west) / (frame.width * usable), (north - south) / (frame.height * usable), 1e-6
    )
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    return Placing(
        scale, middle_x - scale * frame.width / 2, middle_y + scale * frame.height / 2, frame
    )


def geometries_of(workspace: Workspace, told: Handout) -> tuple[Shapes, Shapes | None]:
    """What is coloured, and where places are coloured the land on which they lie."""
    system = told.figures.system
    if told.view.reach.asked and system.id not in workspace.systems:
        from indicators.reach.point_marks import ground_of_points, point_shapes

        return point_shapes(workspace), ground_of_points(workspace)
    return workspace.geometries(system.id), None


def _weights(workspace: Workspace, areas: Shapes, *, are_places: bool) -> NDArray[np.float64]:
    """Of areas their surface, of places the order of their people."""
    if not are_places:
        return np.asarray(shapely.area(areas), np.float64)
    from indicators.reach.points import point_ranks

    return np.array(point_ranks(workspace), np.float64)


def _neighbours(workspace: Workspace) -> tuple[tuple[str, ...], Shapes]:
    """Those of the first context system, as on the screen."""
    for system in workspace.context.values():
        return system.names, workspace.geometries(system.id, context=True)
    return (), np.array([], object)


def _border(areas: Shapes) -> shapely.Geometry:
    try:
        whole = shapely.coverage_union_all(areas)
    except shapely.GEOSException:
        # Overlapping areas are no coverage: the slower union takes them too.
        whole = shapely.union_all(shapely.make_valid(areas))
    return shapely.boundary(whole)
