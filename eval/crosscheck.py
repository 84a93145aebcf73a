#!/usr/bin/env python3
"""Floors under the comparison of articles: origins, stories, and relations between claims.

crosscheck.py RECOUPE [--raise] [--errors]

Scores RECOUPE on eval/crosscheck/ (its README says what is there) and compares with eval/crosscheck_floors.json, which
is pinned to a digest of the data. Tuned and held-out parts are shown apart; floors hold the whole. Exits 1 below a
floor. --raise writes higher floors, never lower ones; --errors lists what was missed.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / "crosscheck"
RELATIONS = ("same", "agree", "compatible", "differ", "unrelated")


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def digest():
    total = hashlib.sha256()
    for path in sorted(p for p in DATA.rglob("*") if p.is_file() and p.suffix != ".md"):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def macro_f1(pairs):
    """pairs: (gold, said). Macro-averaged over the five relations."""
    total = 0.0
    for relation in RELATIONS:
        right = sum(1 for gold, said in pairs if gold == said == relation)
        said = sum(1 for _, said in pairs if said == relation)
        gold = sum(1 for gold, _ in pairs if gold == relation)
        total += 2 * right / (said + gold) if said + gold else 0.0
    return 100 * total / len(RELATIONS)


def relations(recoupe, errors):
    gold = lines(DATA / "pairs.jsonl")
    asked = "".join(json.dumps({k: p[k] for k in ("id", "a", "b", "a_date", "b_date") if k in p}, ensure_ascii=False) + "\n"
                    for p in gold)
    ran = subprocess.run([recoupe, "relate"], input=asked.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if ran.returncode != 0:
        return None
    said = {row["id"]: row for row in map(json.loads, ran.stdout.decode().splitlines())}
    parts = collections.defaultdict(list)
    for p in gold:
        answer = said.get(p["id"], {}).get("relation", "none")
        for part in ("all", p["split"]):
            parts[part].append((p["relation"], answer))
        # What is held out stays out of sight, or it would be tuned on.
        if errors and answer != p["relation"] and p["split"] == "tune":
            print(f"  {p['id']} {p['relation']} not {answer}: {p['a']} | {p['b']} ({said.get(p['id'], {}).get('why')})")
    return {part: {"relations macro-F1": macro_f1(pairs)} for part, pairs in parts.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    path = HERE / "crosscheck_floors.json"
    held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"digest": digest(), "floors": {}}
    below = 0
    if held["digest"] != digest():
        print(f"the data is not what the floors were measured on ({held['digest']})")
        below += not options.raise_floors
        held["digest"] = digest()
    for scorer in (relations,):
        scores = scorer(options.recoupe, options.errors)
        if scores is None:
            print(f"{scorer.__name__}: skipped, this program cannot do it yet")
            continue
        for kind, value in scores["all"].items():
            floor = held["floors"].get(kind)
            low = floor is not None and value < floor
            below += low
            apart = ", ".join(f"{part} {scores[part][kind]:.1f}" for part in ("tune", "heldout"))
            print(f"{kind:24s} {value:5.1f} ({apart})  floor {'-' if floor is None else floor}{'  BELOW' if low else ''}")
            if options.raise_floors and round(value - 0.5, 1) > (floor or 0):
                held["floors"][kind] = round(value - 0.5, 1)
    if options.raise_floors:
        path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(f"crosscheck floors: {below} below")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
