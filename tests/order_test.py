#!/usr/bin/env python3
"""The order in which articles are given never shows: shuffled input, the same bytes of dossier.json.

order_test.py RECOUPE REPOSITORY
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

recoupe, repository = sys.argv[1], pathlib.Path(sys.argv[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(repository / "eval" / "crosscheck"))
import reprints  # noqa: E402

articles = reprints.documents()[:90] + reprints.stories()[:60]
with tempfile.TemporaryDirectory() as folder:
    paths = []
    for n, article in enumerate(articles):
        kept = {k: article[k] for k in ("title", "text", "published", "outlet", "language") if article[k]}
        if n % 7 == 3:
            del kept["published"]  # undated articles are dated by their story, or come last
        paths.append(pathlib.Path(folder) / f"{n:03}.jsonl")
        paths[-1].write_text(json.dumps(kept, ensure_ascii=False) + "\n", encoding="utf-8")
    paths += sorted((repository / "examples" / "crue-de-la-roya").iterdir())
    first = None
    for seed in range(4):
        random.Random(seed).shuffle(paths)
        out = pathlib.Path(folder) / f"out{seed}"
        subprocess.run([recoupe, "dossier", "--quiet", "--jobs", str(1 + seed % 2), "-o", out, *paths], check=True,
                       stdout=subprocess.DEVNULL)
        made = (out / "dossier.json").read_bytes()
        first = first or made
        if made != first:
            sys.exit(f"seed {seed}: another order of the input gave another dossier.json")
print(f"{len(paths)} articles in four orders: one dossier.json")
