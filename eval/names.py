#!/usr/bin/env python3
"""Names against WiNER-fr: exact spans and types, F per type.

names.py RECOUPE [--shared DIR] [--errors N]

Scores the tenth of the articles that eval/winer-heldout.txt names, from which nothing was learnt. WiNER-fr (Yoann
Dupont, CC BY 4.0) lies in ../shared/data/wikinews-fr or --shared; without it this says so and skips. Groups and media
count as organisations, as they do there. Its Location holds planets and its Product what we call organisations
(Facebook), so that 100 is not to be had.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TYPES = ("Person", "Location", "Organization")
OURS = {"person": "Person", "place": "Location", "organisation": "Organization", "group": "Organization",
        "media": "Organization"}


def gold_names(text, annotation):
    """{(begin, end) in bytes: type}"""
    at = [0]
    for c in text:
        at.append(at[-1] + len(c.encode()))
    out = {}
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if len(fields) < 3 or not fields[0].startswith("T"):
            continue
        words = fields[1].replace(";", " ").split()
        if words[0] in TYPES:
            out.setdefault((at[int(words[1])], at[int(words[-1])]), words[0])
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recoupe")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--floor", type=float, default=0, help="exit 1 where F over all is below")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    folder = args.shared / "wikinews-fr" / "text"
    if not folder.is_dir():
        print(f"names: skipped, no {folder}")
        return 0
    listed = (HERE / "winer-heldout.txt").read_text(encoding="utf-8").split("\n")
    paths = [folder / f"{name}.txt" for name in listed if name and not name.startswith("#")]
    run = subprocess.run([args.recoupe, "extract", "--quiet", *map(str, paths)], capture_output=True, check=True)
    counts, errors = {t: [0, 0, 0] for t in TYPES}, collections.Counter()
    for path, line in zip(paths, run.stdout.decode().splitlines()):
        text = path.read_bytes().decode()
        gold = gold_names(text, path.with_suffix(".ann").read_text(encoding="utf-8"))
        ours = {tuple(m["source"]): OURS[m["use"]] for m in json.loads(line)["mentions"] if m["use"] in OURS}
        for kind in TYPES:
            g, o = {s for s in gold if gold[s] == kind}, {s for s in ours if ours[s] == kind}
            counts[kind] = [a + b for a, b in zip(counts[kind], (len(g & o), len(g), len(o)))]
            for what, spans in (("missed", g - o), ("extra", o - g)):
                for begin, end in spans:
                    errors[what, kind, text.encode()[begin:end].decode(errors="replace")] += 1
    counts["all"] = [sum(c[i] for c in counts.values()) for i in range(3)]
    for kind, (right, gold, ours) in counts.items():
        print(f"{kind:13s} P {100 * right / max(ours, 1):5.1f}  R {100 * right / max(gold, 1):5.1f}  "
              f"F {200 * right / max(gold + ours, 1):5.1f}   gold {gold:4d}  system {ours:4d}")
    for (what, kind, words), count in errors.most_common(args.errors):
        print(f"{count:3d} {what} {kind}: {words}")
    right, gold, ours = counts["all"]
    return 1 if 200 * right / max(gold + ours, 1) < args.floor else 0


if __name__ == "__main__":
    sys.exit(main())
