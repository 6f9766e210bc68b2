"use strict";
/* Which facilities stand so near each other on the screen that one sign speaks for them. */
(function (atlas) {
  const APART_PX = 36;
  // A sign that speaks for several is as large; two that would touch become one.
  const [WIDE_PX, HIGH_PX] = [62, 32];

  /*
   * Groups of points ({x, y} in px): each is near the first of its group, and no group's first is
   * near another's. The order of the points decides, so the same view always looks the same.
   */
  function clusters(points, apart = APART_PX) {
    const groups = [];
    const cells = new Map();
    points.forEach((point, position) => {
      const group = nearest(groups, cells, point, apart);
      if (group) { group.members.push(position); return; }
      const made = { x: point.x, y: point.y, members: [position] };
      groups.push(made);
      const key = cell(point, apart).join();
      cells.set(key, [...(cells.get(key) || []), made]);
    });
    return joined(points, groups.map(({ members }) => middle(points, members)));
  }

  /* Groups that would lie upon each other are taken together until none does. */
  function joined(points, groups) {
    const apart = [];
    const waiting = [...groups];
    while (waiting.length) {
      const group = waiting.shift();
      const at = apart.findIndex((other) => touch(group, other));
      if (at < 0) { apart.push(group); continue; }
      const [other] = apart.splice(at, 1);
      waiting.unshift(middle(points, [...group.members, ...other.members].sort((a, b) => a - b)));
    }
    return apart;
  }

  function touch(a, b) {
    return Math.abs(a.x - b.x) < (size(a.members)[0] + size(b.members)[0]) / 2 && Math.abs(a.y - b.y) < HIGH_PX;
  }

  /* How wide and high a sign is, in px. */
  function size(members) {
    return [members.length > 1 ? WIDE_PX : HIGH_PX, HIGH_PX];
  }

  function cell({ x, y }, size) {
    return [Math.floor(x / size), Math.floor(y / size)];
  }

  function nearest(groups, cells, point, apart) {
    const [column, row] = cell(point, apart);
    let best = null;
    let least = apart;
    for (let right = -1; right <= 1; right += 1) {
      for (let down = -1; down <= 1; down += 1) {
        for (const group of cells.get([column + right, row + down].join()) || []) {
          const far = Math.hypot(group.x - point.x, group.y - point.y);
          if (far < least) [least, best] = [far, group];
        }
      }
    }
    return best;
  }

  /* The sign of a group stands in the middle of its members. */
  function middle(points, members) {
    const mean = (axis) => members.reduce((sum, at) => sum + points[at][axis], 0) / members.length;
    return { x: mean("x"), y: mean("y"), members };
  }

  /* Whether zooming in would ever part them: they stand further apart than a stride. */
  function canPart(points, members, least) {
    const [first] = members;
    return members.some((at) => Math.hypot(points[at].x - points[first].x, points[at].y - points[first].y) > least);
  }

  atlas.facilityClusters = { clusters, canPart, size };
})((globalThis.atlas = globalThis.atlas || {}));
