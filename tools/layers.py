#!/usr/bin/env python3
"""Holds the rooms of src/ to the neighbours that their CMakeLists.txt name.

layers.py [ROOT]: every `#include "room/…"` in src/A must name A itself, a room that room(A ROOMS …) lists, or one
that those list in turn. Prints each breach as file:line and exits 1 if there is any.
"""
import pathlib
import re
import sys


def declared(src):
    rooms = {}
    for lists in src.glob("*/CMakeLists.txt"):
        text = lists.read_text()
        match = re.search(r"room\((\w+)(.*?)\)", text, re.S)
        words = match.group(2).split()
        wanted, inside = set(), False
        for word in words:
            if word in ("ROOMS", "LIBRARIES", "EMBED"):
                inside = word == "ROOMS"
            elif inside:
                wanted.add(word)
        rooms[match.group(1)] = wanted
    return rooms


def closure(rooms, name, seen=None):
    seen = set() if seen is None else seen
    if name not in seen:
        seen.add(name)
        for other in rooms.get(name, ()):
            closure(rooms, other, seen)
    return seen


def main(argv):
    src = pathlib.Path(argv[0] if argv else ".") / "src"
    rooms = declared(src)
    breaches = 0
    for path in sorted([*src.rglob("*.cpp"), *src.rglob("*.hpp")]):
        room = path.relative_to(src).parts[0]
        allowed = closure(rooms, room)
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'#include "(\w+)/', line)
            if match and match.group(1) not in allowed:
                print(f"{path}:{number}: room {room} may not include {match.group(1)}/ (its CMakeLists.txt does not name it)")
                breaches += 1
    print(f"layers: {len(rooms)} rooms, {breaches} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
