#!/usr/bin/env python3
"""The sample story through the whole program, against what a cross-check of it must find
(eval/sample-dossier/expected.json). Usage: dossier_test.py RECOUPE SOURCE_DIR [--show]

compare_sample_test gives the comparison perfect articles; here it has what extraction really found. FLOORS says how
many pairs of each list are met today. A floor only rises: whoever finds more, raises it."""
import json
import pathlib
import subprocess
import sys
import tempfile

FLOORS = {"same_quotes": 25, "agree_figures": 34, "differ_figures": 7}
# Pairs that must never be said to differ, and the most witnesses that the toll of the first night may have: the
# prefecture, the authorities of the day before, and the paper that names nobody.
APART = ["updated_figures", "not_comparable_figures"]
WITNESSES = ("01-agence.txt", "au moins quatre morts", 3)


class Output:
    def __init__(self, folder):
        self.articles, self.clusters = {}, {}
        for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            self.articles[pathlib.PurePath(article["source_name"]).name] = article
        dossier = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
        for cluster in dossier["clusters"]:
            for member in cluster["members"]:
                self.clusters[member["article"], cluster["kind"], member["claim"]] = cluster

    def cluster(self, kind, file, words):
        """Of the claim nearest to the words, or None where extraction has no such claim."""
        article = self.articles[file]
        begin = article["text"].find(words)
        if begin < 0:
            return None
        end, best = begin + len(words), None
        for claim in article[kind + "s"]:
            a, b = claim["span"]
            within = (a <= begin and end <= b) or (begin <= a and b <= end)
            if within and (best is None or abs(a - begin) < best[0]):
                best = (abs(a - begin), claim["id"])
        return best and self.clusters.get((article["id"], kind, best[1]))


def pairs(groups):
    for group in groups:
        members = group if isinstance(group, list) else group["members"]
        for i, a in enumerate(members):
            for b in members[i + 1:]:
                yield a, b


def met(output, expected, part, kind, wanted):
    found, missed = 0, []
    for a, b in pairs(expected[part]):
        x, y = output.cluster(kind, *a), output.cluster(kind, *b)
        if x and x is y and x["relation"] in wanted:
            found += 1
        else:
            missed.append(f"  {part}: {a} / {b}" + (" (not extracted)" if not (x and y) else f" {x['id']} {y['id']}"))
    return found, missed


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = json.loads((root / "eval/sample-dossier/expected.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "dossier", str(root / "examples/crue-de-la-roya"), "-o", folder + "/out"],
                       check=True, stdout=subprocess.DEVNULL)
        output = Output(pathlib.Path(folder) / "out")
    failures = []
    for part, kind, wanted in [("same_quotes", "statement", ("same", "agree")),
                               ("agree_figures", "figure", ("same", "agree", "compatible", "differ")),
                               ("differ_figures", "figure", ("differ",))]:
        found, missed = met(output, expected, part, kind, wanted)
        print(f"{part}: {found} of {found + len(missed)}, floor {FLOORS[part]}")
        if "--show" in sys.argv:
            print("\n".join(missed))
        if found < FLOORS[part]:
            failures.append(f"{part}: {found} pairs met, {FLOORS[part]} before\n" + "\n".join(missed))
    for part in APART:
        for a, b in pairs(expected[part]):
            x, y = output.cluster("figure", *a), output.cluster("figure", *b)
            if x and x is y and x["relation"] == "differ":
                failures.append(f"{part}: {a} and {b} are said to differ")
    file, words, most = WITNESSES
    toll = output.cluster("figure", file, words)
    if not toll or toll["witnesses"] > most:
        failures.append(f"{words}: {toll and toll['witnesses']} witnesses, at most {most} are there")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
