#!/usr/bin/env python3
"""Floors under accuracy.

floors.py RECOUPE [--raise] [--shared DIR]

Runs RECOUPE extract over every set of annotated articles that can be found, scores it (score.py) and compares with
floors.json. A set is pinned to a digest of its gold, so that a floor can never be met by changing the gold unseen.
Sets: `sample` ships with the project; the others lie in ../shared/data (or --shared) and are skipped, with a line
that says so, where it is absent. Exits 1 if a score is below its floor. --raise writes higher floors where scores
have risen by more than half a point (never lower ones) and adds new digests.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
# Which number of the scorer's row is held: shares are given as F there, too.
MARGIN = 0.5


def sets(shared):
    yield "sample", HERE / "sample-gold", ROOT / "examples" / "crue-de-la-roya"
    for language in ("fr", "en"):
        yield f"wikinews-{language}", shared / f"wikinews-{language}" / "gold", shared / f"wikinews-{language}" / "text"


def digest(gold):
    total = hashlib.sha256()
    for path in sorted(gold.glob("*.json")):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def score(recoupe, gold, text):
    documents = [str(text / json.loads(p.read_text(encoding="utf-8"))["doc"]) for p in sorted(gold.glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder) / "articles.jsonl"
        with lines.open("wb") as out:
            subprocess.run([recoupe, "extract", "--quiet", *documents], stdout=out, check=True)
        printed = subprocess.run([sys.executable, str(HERE / "score.py"), str(gold), str(text), str(lines), "--json"],
                                 stdout=subprocess.PIPE, check=True).stdout
    return {name: row["F"] for name, row in json.loads(printed)["scores"].items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    path = HERE / "floors.json"
    floors = json.loads(path.read_text(encoding="utf-8"))
    below = 0
    for name, gold, text in sets(options.shared):
        if not gold.is_dir():
            print(f"{name}: skipped, {gold} is not there")
            continue
        held = floors.setdefault(name, {"digest": digest(gold), "floors": {}})
        if held["digest"] != digest(gold):
            print(f"{name}: the gold is not the one that the floors were measured on ({held['digest']})")
            below += not options.raise_floors
            held["digest"] = digest(gold)
        for kind, value in score(options.recoupe, gold, text).items():
            floor = held["floors"].get(kind)
            low = floor is not None and value < floor
            below += low
            print(f"{name:12s} {kind:34s} {value:5.1f}  floor {'-' if floor is None else floor}{'  BELOW' if low else ''}")
            if options.raise_floors and value - MARGIN > (floor or 0):
                held["floors"][kind] = round(value - MARGIN, 1)
    if options.raise_floors:
        path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"floors: {below} below")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
