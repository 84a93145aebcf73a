#!/usr/bin/env python3
"""Holds tags, lemmas and trees to floors that only rise.

syntax_floors.py RECOUPE TREEBANKS: scores `recoupe parse --conllu` on the gold tokens of the test files in the folder
TREEBANKS against syntax_floors.json. Exits 77 (skipped) where the folder is not there.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import conllu_score

HERE = pathlib.Path(__file__).parent


def main(argv):
    recoupe, folder = argv[0], pathlib.Path(argv[1])
    if not folder.is_dir():
        print(f"skipped: no treebanks in {folder}")
        return 77
    failures = 0
    for name, floors in json.loads((HERE / "syntax_floors.json").read_text()).items():
        gold = folder / f"{name}.conllu"
        command = [recoupe, "parse", "--quiet", "--conllu", "--language", name[:2], str(gold)]
        with tempfile.NamedTemporaryFile("wb", suffix=".conllu") as out:
            subprocess.run(command, stdout=out, check=True)
            scores = conllu_score.score(gold, out.name)
        print(name, "  ".join(f"{key} {value:.2f}" for key, value in scores.items()))
        for key, floor in floors.items():
            if scores[key] < floor:
                print(f"  {key} {scores[key]} is below its floor, {floor}")
                failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
