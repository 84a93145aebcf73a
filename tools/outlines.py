#!/usr/bin/env python3
"""Makes src/report/outlines.tsv, the coasts and borders behind the page's map, from Natural Earth 1:10m.

outlines.py countries-10m.json > src/report/outlines.tsv

The input is the file of that name of the npm package world-atlas 2.0.2. Its arcs are shared by neighbours, so an arc that
two countries use is a border, and one that a single country uses is a coast.
"""
import json
import sys

TOLERANCE = 0.015  # degrees, about 1.6 km: what a map of a valley still needs
SMALLEST = 0.03    # degrees: islands smaller than this are left out

HEADER = """\
# Coasts and borders: kind, then longitude and latitude of the first point and the steps to each next one, in thousandths
# of a degree. Made by tools/outlines.py.
# Source: Natural Earth 1:10m, admin 0 countries (public domain), through npm world-atlas 2.0.2 (ISC).
"""


def arcs_of(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def users(topology):
    """Which countries use each arc."""
    found = {}

    def walk(arcs, country):
        for arc in arcs:
            if isinstance(arc, list):
                walk(arc, country)
            else:
                found.setdefault(arc if arc >= 0 else ~arc, set()).add(country)

    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        walk(country.get("arcs", []), number)
    return found


def simplify(points):
    """Douglas and Peucker's."""
    keep = {0, len(points) - 1}
    open_stretches = [(0, len(points) - 1)]
    while open_stretches:
        first, last = open_stretches.pop()
        (x, y), (u, v) = points[first], points[last]
        dx, dy = u - x, v - y
        length = dx * dx + dy * dy
        worst, at = TOLERANCE ** 2, None
        for i in range(first + 1, last):
            px, py = points[i]
            share = max(0, min(1, ((px - x) * dx + (py - y) * dy) / length)) if length else 0
            off = (px - x - share * dx) ** 2 + (py - y - share * dy) ** 2
            if off > worst:
                worst, at = off, i
        if at is not None:
            keep.add(at)
            open_stretches += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def main():
    topology = json.load(open(sys.argv[1]))
    used_by = users(topology)
    print(HEADER, end="")
    for number, points in enumerate(arcs_of(topology)):
        xs, ys = zip(*points)
        if points[0] == points[-1] and max(max(xs) - min(xs), max(ys) - min(ys)) < SMALLEST:
            continue
        steps, (x, y) = [], (0, 0)
        for lon, lat in simplify(points):
            u, v = round(lon * 1000), round(lat * 1000)
            if (u, v) != (x, y) or not steps:
                steps += [u - x, v - y]
                x, y = u, v
        if len(steps) >= 4:
            print("border" if len(used_by.get(number, ())) > 1 else "coast", " ".join(map(str, steps)), sep="\t")


main()
