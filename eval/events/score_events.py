#!/usr/bin/env python3
"""Scores events on the annotated sentences of this folder.

score_events.py RECOUPE [--errors] [--part learn|held] [--floors]

Each sentence is read as an article of its own. An event is found if one of the same type, in the same sentence, has
the same actor: both none, or a word in common (articles and prepositions do not count). The events marked `maybe`
(coders may differ) are neither missed nor, when found, wrong. `type` and the words may give alternatives, with «|».
Rows: type (the actor does not matter), type and actor, and of those, how many have the right target and place.
--floors compares with floors.json of this folder and exits 1 where a score is below.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SMALL = set("le la les l de du des d un une et a au aux the of an to m mme mr mrs son sa ses leur leurs en dans "
            "by on in at for and s que qui".split())


def words(text):
    text = unicodedata.normalize("NFKD", (text or "").lower())
    found = re.sub(r"[^a-z0-9 ]+", " ", "".join(c for c in text if not unicodedata.combining(c))).split()
    return {w for w in found if w not in SMALL} or set(found)


def same(gold, system):
    if not gold or not system:
        return not gold and not system
    return any(words(one) & words(system) for one in gold.split("|"))


def text_of(part):
    return part["text"] if part else None


def pair(gold, system, alike):
    """Greedy one-to-one pairs, the sure ones of the gold first."""
    left, pairs = list(system), []
    for g in sorted(gold, key=lambda e: bool(e.get("maybe"))):
        hit = next((s for s in left if s["type"] in g["type"].split("|") and alike(g, s)), None)
        if hit:
            left.remove(hit)
            pairs.append((g, hit))
    return pairs, left


def extract(recoupe, rows, language):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({"text": row["sentence"]}, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([recoupe, "extract", "--quiet", "--language", language, file.name],
                             stdout=subprocess.PIPE, check=True).stdout
    by_line = {}
    for line in out.decode("utf-8").splitlines():
        article = json.loads(line)
        by_line[int(article["source_name"].rpartition("!")[2])] = article
    return [by_line.get(i + 1, {"events": [], "entities": []}) for i in range(len(rows))]


def score(recoupe, rows, language, show=False):
    counts = {"type": [0, 0, 0], "type and actor": [0, 0, 0], "target (of matched)": [0, 0, 0]}
    for row, article in zip(rows, extract(recoupe, rows, language)):
        system = article["events"]
        for name, alike in (("type", lambda g, s: True),
                            ("type and actor", lambda g, s: same(g["actor"], text_of(s["actor"])))):
            pairs, _ = pair(row["events"], system, alike)
            sure = [p for p in pairs if not p[0].get("maybe")]
            # What matches a «maybe» by its type alone is not held against the system either.
            loose, left = pair(row["events"], system, lambda g, s: True)
            pardoned = [s for g, s in loose if g.get("maybe") and all(s is not p[1] for p in sure)]
            gold = [g for g in row["events"] if not g.get("maybe")]
            count = counts[name]
            count[0] += len(sure)
            count[1] += len(gold)
            count[2] += len(system) - len(pardoned)
            if name == "type and actor":
                for g, s in sure:
                    counts["target (of matched)"][0] += same(g["target"], text_of(s["target"])) or not g["target"]
                    counts["target (of matched)"][1] += 1
                    counts["target (of matched)"][2] += 1
                if show:
                    for g in gold:
                        if all(g is not p[0] for p in sure):
                            print(f"MISSED {g['type']} by {g['actor']} to {g['target']}: {row['sentence'][:230]}")
                    for s in system:
                        if all(s is not p[1] for p in sure) and all(s is not p for p in pardoned):
                            print(f"EXTRA  {s['type']} by {text_of(s['actor'])} to {text_of(s['target'])} «{s['mentions'][0]['text']}»: {row['sentence'][:230]}")
    out = {}
    for name, (right, gold, found) in counts.items():
        p, r = right / found if found else 0.0, right / gold if gold else 0.0
        out[name] = {"P": round(100 * p, 1), "R": round(100 * r, 1),
                     "F": round(200 * p * r / (p + r), 1) if p + r else 0.0, "gold": gold, "system": found}
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", choices=("learn", "held"))
    parser.add_argument("--language", choices=("fr", "en"))
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8")) if options.floors else {}
    below = 0
    for language in ("fr", "en"):
        if options.language not in (None, language):
            continue
        rows = [json.loads(line) for line in (HERE / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
        for part in ("learn", "held"):
            if options.part not in (None, part):
                continue
            chosen = [row for row in rows if row["part"] == part]
            for name, row in score(options.recoupe, chosen, language, options.errors).items():
                floor = floors.get(language, {}).get(part, {}).get(name)
                low = floor is not None and row["F"] < floor
                below += low
                print(f"{language} {part:5s} {name:20s} P {row['P']:5.1f}  R {row['R']:5.1f}  F {row['F']:5.1f}   "
                      f"gold {row['gold']:3d}  system {row['system']:3d}" + (f"  BELOW {floor}" if low else ""))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
