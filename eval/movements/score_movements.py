#!/usr/bin/env python3
"""Scores movements on sentences of our own.

score_movements.py RECOUPE [--errors] [--floors]

A movement is found if who has a word in common and from and to are the same (as eval/score.py has it); of those found,
the shares with the right figure, means and status. --floors compares with floors.json and exits 1 below.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
STOP = set("le la les l de du des d un une et a au aux the of in en par by on".split())


def words(text):
    plain = unicodedata.normalize("NFKD", (text or "").lower())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    return [w for w in kept if w not in STOP] or kept


def same(gold, found):
    x, y = set(words(gold)), set(words(found))
    return x <= y or y <= x if x and y else not x and not y


def text(part):
    return part["text"] if part else None


def score(recoupe, language, show):
    rows = [json.loads(line) for line in (HERE / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({"text": row["sentence"]}, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([recoupe, "extract", "--quiet", "--language", language, file.name],
                             stdout=subprocess.PIPE, check=True).stdout
    articles = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    right = gold = found = 0
    of = {"figure": [0, 0], "means": [0, 0], "status": [0, 0]}
    for row, article in zip(rows, articles):
        figures = {f["id"]: f["text"] for f in article["figures"]}
        left = list(article["movements"])
        gold += len(row["movements"])
        found += len(left)
        for g in row["movements"]:
            hit = next((m for m in left if any(set(words(one)) & set(words(text(m["who"]))) for one in g["who"].split("|"))
                        and same(g["from"], text(m["from"])) and same(g["to"], text(m["to"]))), None)
            if not hit:
                if show:
                    print(f"MISSED {g['who']} | {g['from']} | {g['to']}: {row['sentence']}")
                continue
            left.remove(hit)
            right += 1
            for name, ok in (("figure", same(g["number"], figures.get(hit["figure"]))),
                             ("means", same(g["means"], text(hit.get("means")))), ("status", g["status"] == hit["status"])):
                of[name][0] += ok
                of[name][1] += 1
                if show and not ok:
                    print(f"{name.upper()} {hit['status']} {text(hit.get('means'))} {figures.get(hit['figure'])}: {row['sentence']}")
        if show:
            for m in left:
                print(f"EXTRA  {text(m['who'])} | {text(m['from'])} | {text(m['to'])}: {row['sentence']}")
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    out = {"movements": round(200 * p * r / (p + r), 1) if p + r else 0.0}
    out.update({name: round(100 * a / b, 1) if b else 0.0 for name, (a, b) in of.items()})
    return out, (gold, found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8")) if options.floors else {}
    below = 0
    for language in ("fr", "en"):
        scores, (gold, found) = score(options.recoupe, language, options.errors)
        for name, value in scores.items():
            floor = floors.get(language, {}).get(name)
            low = floor is not None and value < floor
            below += low
            print(f"{language} {name:10s} {value:5.1f}" + (f"   gold {gold} found {found}" if name == "movements" else "") +
                  (f"  BELOW {floor}" if low else ""))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
