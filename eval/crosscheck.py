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
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / "crosscheck"
sys.path.insert(0, str(DATA))
sys.dont_write_bytecode = True
import reprints  # noqa: E402
SHOWN_ONLY = ("stories B3 P", "stories B3 R")  # their F is held
RELATIONS = ("same", "agree", "compatible", "differ", "unrelated")


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def digest():
    total = hashlib.sha256()
    for path in sorted(p for p in DATA.rglob("*") if p.suffix in (".jsonl", ".txt", ".tsv", ".py")):
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


def dossier(recoupe, articles):
    """dossier.json of these articles, with the ids of ours in place of the program's."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "articles.jsonl"
        kept = ("title", "text", "published", "outlet", "language")
        source.write_text("".join(json.dumps({k: a[k] for k in kept if a[k]}, ensure_ascii=False) + "\n" for a in articles),
                          encoding="utf-8")
        subprocess.run([recoupe, "dossier", "--quiet", "-o", folder + "/out", str(source)], check=True,
                       stdout=subprocess.DEVNULL)
        made = json.loads((pathlib.Path(folder) / "out" / "dossier.json").read_text(encoding="utf-8"))
    ours = {a["id"]: articles[int(a["source_name"].rsplit("!", 1)[1]) - 1]["id"] for a in made["articles"]}
    for layer in ("origins", "stories"):
        for group in made[layer]:
            group["articles"] = [ours[a] for a in group["articles"]]
    return made


def ratio(part, whole):
    return 100 * part / whole if whole else 100.0


def origins(recoupe, errors):
    """Precision and recall over all pairs of articles: copies of one text or not."""
    articles = reprints.documents()
    gold = {a["id"]: a for a in articles}
    linked = {frozenset(pair) for origin in dossier(recoupe, articles)["origins"]
              for pair in itertools.combinations(origin["articles"], 2)}
    real = {frozenset((a["id"], b["id"])) for a, b in itertools.combinations(articles, 2) if set(a["groups"]) & set(b["groups"])}
    scores = {}
    for part in ("all", "tune", "heldout"):
        # A link between the parts counts in both.
        said, true = ({p for p in pairs if part in ("all", *(gold[i]["split"] for i in p))} for pairs in (linked, real))
        scores[part] = {"origins P": ratio(len(said & true), len(said)), "origins R": ratio(len(said & true), len(true))}
    if errors:
        for pair in sorted(map(sorted, linked ^ real)):
            if all(gold[i]["split"] == "tune" for i in pair):
                print(f"  {'missed' if frozenset(pair) in real else 'wrong link'}: {' '.join(pair)}")
    return scores


def stories(recoupe, errors):
    """B-cubed F over articles."""
    articles = reprints.stories()
    gold = collections.defaultdict(set)
    for a in articles:
        gold[a["story"]].add(a["id"])
    said = {}
    for n, story in enumerate(dossier(recoupe, articles)["stories"]):
        for article in story["articles"]:
            said[article] = set(story["articles"])
    scores = {}
    for part in ("all", "tune", "heldout"):
        chosen = [a for a in articles if part in ("all", a["split"])] or articles
        common = [len(said.get(a["id"], {a["id"]}) & gold[a["story"]]) for a in chosen]
        precision = sum(c / len(said.get(a["id"], {a["id"]})) for c, a in zip(common, chosen)) / len(chosen)
        recall = sum(c / len(gold[a["story"]]) for c, a in zip(common, chosen)) / len(chosen)
        scores[part] = {"stories B3 P": 100 * precision, "stories B3 R": 100 * recall,
                        "stories B3 F": 200 * precision * recall / (precision + recall)}
    if errors:
        of = {a["id"]: a["story"] for a in articles}
        part_of = {a["id"]: a["split"] for a in articles}
        for group in sorted({tuple(sorted(group)) for group in said.values()}):
            if len({of[a] for a in group}) > 1 and all(part_of[a] == "tune" for a in group):
                print(f"  several stories in one: {' '.join(group)}")
        for story, members in gold.items():
            pieces = sorted({tuple(sorted(said.get(a, {a}) & members)) for a in members})
            if len(pieces) > 1 and any(a["story"] == story and a["split"] == "tune" for a in articles):
                print(f"  one story in several: {' | '.join(' '.join(p) for p in pieces)}")
    return scores


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
    for scorer in (origins, stories, relations):
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
            if options.raise_floors and kind not in SHOWN_ONLY and round(value - 0.5, 1) > (floor or 0):
                held["floors"][kind] = round(value - 0.5, 1)
    if options.raise_floors:
        path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(f"crosscheck floors: {below} below")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
