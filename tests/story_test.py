#!/usr/bin/env python3
"""story_test.py RECOUPE [--update]: the sample story, read whole, against what it gave when somebody last looked.

tests/stories/crue-de-la-roya.txt holds one line for each thing found, article by article, without offsets (schema_test
holds those). A change of it in a commit shows what the commit does to real articles: look at every line before you
accept it with --update.
"""
import difflib
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = ROOT / "examples" / "crue-de-la-roya"
EXPECTED = ROOT / "tests" / "stories" / "crue-de-la-roya.txt"


def one_line(text, limit=110):
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def chain(attribution):
    return " → ".join(link["name"] or link["mention"] or "?" for link in attribution) or "-"


def limits(figure):
    low, high = figure["min"], figure["max"]
    return f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


def part(value):
    return f"«{value['text']}»" if value else "-"


def describe(article):
    published, outlet = article["published"], article["outlet"]
    yield f"== {pathlib.Path(article['source_name']).name}  {article['language']}"
    yield f"title      {article['title']}"
    yield f"outlet     {outlet and outlet['name']}"
    yield f"published  {published and (published['value'], published['basis'])}"
    for statement in article["statements"]:
        yield f"statement  {statement['form']} {statement['status']}  {chain(statement['attribution'])}: {one_line(statement['text'])}"
    for figure in article["figures"]:
        unit = f" {figure['unit']}" if figure["unit"] else ""
        yield (f"figure     «{one_line(figure['text'])}» {limits(figure)} {figure['bound']}{unit} {figure['category']} "
               f"{figure['status']}  {chain(figure['attribution'])}")
    for time in article["times"]:
        yield f"time       «{one_line(time['text'])}» {time['value']}"
    for movement in article["movements"]:
        yield f"movement   {part(movement['who'])} from {part(movement['from'])} to {part(movement['to'])} {movement['status']}"
    for event in article["events"]:
        yield (f"event      {event['type']} {part(event['actor'])} to {part(event['target'])} {event['status']} "
               f"{event['time']}: {', '.join(one_line(m['text']) for m in event['mentions'])}")
    for entity in article["entities"]:
        aliases = f" ({', '.join(entity['aliases'])})" if entity["aliases"] else ""
        yield f"entity     {entity['kind']} {entity['name']}{aliases} {entity['country'] or ''}".rstrip()


def main():
    lines = subprocess.run([sys.argv[1], "extract", "--quiet", str(STORY)], stdout=subprocess.PIPE, check=True).stdout
    found = [line for article in lines.decode("utf-8").splitlines() for line in describe(json.loads(article))]
    if "--update" in sys.argv:
        EXPECTED.parent.mkdir(exist_ok=True)
        EXPECTED.write_text("\n".join(found) + "\n", encoding="utf-8")
        return 0
    expected = EXPECTED.read_text(encoding="utf-8").splitlines()
    changes = list(difflib.unified_diff(expected, found, "expected", "found", lineterm="", n=0))
    print("\n".join(changes[:80]))
    print(f"story: {len(found)} lines, {len(changes)} lines of difference")
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
