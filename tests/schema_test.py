#!/usr/bin/env python3
"""schema_test.py RECOUPE: holds the output on the sample story to docs/schema, and every offset to what it says.

For each item of each article, text[span] is the item's text, and for articles in UTF-8 without clean-up inside the
item, the bytes at `source` are the very same words.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = ROOT / "examples" / "crue-de-la-roya"


def validator(name):
    schema = json.loads((ROOT / "docs" / "schema" / name).read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)


def original(source_name):
    path, _, record = source_name.partition("!")
    data = pathlib.Path(path).read_bytes()
    if record:
        return json.loads(data.splitlines()[int(record) - 1])["text"].encode()
    return data


def check_offsets(article):
    problems, items = [], 0
    source = original(article["source_name"])
    for kind in ("mentions", "times", "statements", "figures", "movements", "events"):
        for item in article[kind]:
            items += 1
            (a, b), (c, d) = item["span"], item["source"]
            if article["text"][a:b] != item["text"]:
                problems.append(f"{kind} {item['text']!r}: text[span] is {article['text'][a:b]!r}")
            words = source[c:d].decode("cp1252" if article["charset"] == "windows-1252" else "utf-8")
            if "".join(words.split()) != "".join(item["text"].split()):
                problems.append(f"{kind} {item['text']!r}: the source says {words!r}")
    return problems, items


def main():
    recoupe = sys.argv[1]
    problems, items = [], 0
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([recoupe, "dossier", "--quiet", str(STORY), "-o", out], check=True)
        lines = pathlib.Path(out, "articles.jsonl").read_text(encoding="utf-8").splitlines()
        check = validator("article.schema.json")
        for line in lines:
            article = json.loads(line)
            problems += [f"{article['source_name']}: {e.json_path}: {e.message}" for e in check.iter_errors(article)]
            found, count = check_offsets(article)
            problems += [f"{article['source_name']}: {p}" for p in found]
            items += count
        dossier = json.loads(pathlib.Path(out, "dossier.json").read_text(encoding="utf-8"))
        problems += [f"dossier.json: {e.json_path}: {e.message}" for e in validator("dossier.schema.json").iter_errors(dossier)]
    for problem in problems[:50]:
        print(problem)
    print(f"schema: {len(lines)} articles, {items} items, {len(problems)} problems")
    return 1 if problems or len(lines) != 13 or items < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
