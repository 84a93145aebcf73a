#!/usr/bin/env python3
"""Status: what French conditional verbs say, on 220 of them annotated by reading (conditionals.tsv).

conditionals.py CONDITIONALS_READ [--shared DIR] [--raise] [--errors]

Where the articles lie in ../shared/data/wikinews-fr/text (or --shared DIR): accuracy over the four classes, and over
whether the verb hedges at all, which is what a statement's status hangs on; of all verbs («all») and of the third of the
articles that is only scored («held»). Holds the floors of «conditionals» in floors.json; exits 77 where there are none.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MARGIN = 0.5


def held_out(name):
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    folder = options.shared / "wikinews-fr" / "text"
    if not folder.is_dir():
        print(f"conditionals: skipped, {folder} is not there")
        return 77
    gold = HERE / "conditionals.tsv"
    printed = subprocess.run([options.program, str(folder), str(gold)], stdout=subprocess.PIPE, check=True).stdout
    rows = [line.split("\t") for line in printed.decode("utf-8").splitlines()]
    kept = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:16]
    entry = kept.setdefault("conditionals", {"digest": digest, "floors": {}})
    below = 0
    if entry["digest"] != digest:
        print(f"conditionals: the gold is not the one that the floors were measured on ({entry['digest']})")
        below += not options.raise_floors
        entry["digest"] = digest
    for part, chosen in (("all", rows), ("held", [r for r in rows if held_out(r[0])])):
        for kind, right in (("class", lambda r: r[3] == r[4]), ("hedge", lambda r: (r[3] == "reserve") == (r[4] == "reserve"))):
            value = round(100 * sum(map(right, chosen)) / len(chosen), 1)
            key = f"{kind} {part}"
            floor = entry["floors"].get(key)
            low = floor is not None and value < floor
            below += low
            print(f"conditionals {key:12s} {value:5.1f} of {len(chosen)}  floor {'-' if floor is None else floor}{'  BELOW' if low else ''}")
            if options.raise_floors:
                entry["floors"][key] = max(floor or 0, round(value - MARGIN, 1))
    if options.errors:
        for r in rows:
            if r[3] != r[4] and not held_out(r[0]):
                print(*r)
    if options.raise_floors:
        (HERE / "floors.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
