#!/usr/bin/env python3
"""English attribution on articles that nobody tuned on: PolNeAR's development part.

polnear.py RECOUPE [--shared DIR] [--raise] [--learn] [--errors contents|sources|direct]

Where ../shared/data/attribution-en (or --shared DIR/attribution-en) lies beside the checkout: runs RECOUPE extract over
its articles and holds the floors of «polnear» in floors.json; else says so and exits 77. A third of the articles, by the hash of
their names, is for looking at (--learn shows that third and holds
no floor); only the other two are scored.

PolNeAR marks a source, a cue and a content, the content with its quotation marks and sometimes in several pieces. As our
scorer's shapes: every piece of a content that stands in one paragraph is an item, without marks, commas and stops at its
ends; every stretch of three words or more between marks that lies in a content is a direct quote. Items are matched one
to one as in score.py.
  content          F1 at overlap 0.5 of items with statements; a direct quote that lies within a mixed statement is that one
  source           share of the matched items with a source whose speaker agrees: our words for the speaker or the
                   name agree with the source's words as in score.py; of a content in several pieces, all follow the first
  direct           F1 at overlap 0.8 of stretches between marks with direct statements
"""
import argparse
import hashlib
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import score  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
MARGIN = 0.5
EDGES = " \t\n,.;:“”\"‘’'«»—–-"
MARKED = re.compile(r"[“”\"]([^“”\"\n]+)(?:[“”\"]|$)|''((?:[^'\n]|'(?!'))+)''", re.M)


def annotated(path):
    """The attributions of a brat file: {"source": spans, "cue": spans, "contents": [spans]}, one each."""
    spans, events = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            places = cells[1].split(" ", 1)[1]
            spans[cells[0]] = [tuple(map(int, p.split())) for p in places.split(";")]
        elif line.startswith("E"):
            event = {"source": [], "cue": [], "contents": []}
            for role, target in (part.split(":") for part in cells[1].split()):
                role = role.rstrip("0123456789").lower()
                if target not in spans:
                    continue
                if role == "content":
                    event["contents"].append(spans[target])
                elif role in ("source", "cue"):
                    event[role] += spans[target]
            events.append(event)
    return events


def pieces(text, span):
    """A span, cut at paragraphs and bared of marks at its ends."""
    at = span[0]
    for line in text[span[0]:span[1]].split("\n"):
        begin, end = at, at + len(line)
        at = end + 1
        while begin < end and text[begin] in EDGES:
            begin += 1
        while end > begin and text[end - 1] in EDGES:
            end -= 1
        if end > begin:
            yield begin, end


def gold_of(text, events):
    contents, direct = [], []
    for event in events:
        for content in event["contents"]:
            for span in content:
                for begin, end in pieces(text, span):
                    contents.append({"at": [begin, end], "source": event["source"], "text": text[begin:end]})
                for found in MARKED.finditer(text, max(0, span[0]), min(len(text), span[1] + 1)):
                    group = next(i for i in (1, 2) if found.group(i) is not None)
                    if len(found.group(group).split()) >= 3:
                        direct.append({"at": [found.start(group), found.end(group)], "text": found.group(group)})
    unique = {tuple(d["at"]): d for d in direct}
    return contents, list(unique.values())


def bared(text, item):
    begin, end = item["at"]
    while begin < end and text[begin] in EDGES:
        begin += 1
    while end > begin and text[end - 1] in EDGES:
        end -= 1
    return dict(item, at=[begin, end])


def system_of(text, article):
    """Statements in characters of the file; direct ones within mixed ones only among the direct."""
    raw = text.encode("utf-8")
    place = lambda byte: len(raw[:byte].decode("utf-8", "ignore"))
    statements = [dict(s, at=[place(b) for b in s["source"]]) for s in article.get("statements", [])]
    for s in statements:
        s["attribution"] = [dict(a) for a in s.get("attribution") or []]
    direct = [s for s in statements if s["form"] == "direct"]
    inside = lambda a, b: b["at"][0] <= a["at"][0] and a["at"][1] <= b["at"][1]
    mixed = [s for s in statements if s["form"] == "mixed"]
    outer = [s for s in statements if not (s["form"] == "direct" and any(inside(s, m) for m in mixed))]
    return [bared(text, s) for s in outer], [bared(text, d) for d in direct]


def source_agrees(text, gold, statement):
    if not statement["attribution"]:
        return False
    # «Murphy, now a consultant in the private sector,»: what comes before the comma names.
    words = re.split(r",|\(|\bwho\b", text[gold["source"][0][0]:gold["source"][0][1]])[0]
    first = statement["attribution"][0]
    near = lambda said: bool(said) and score.same_name(words, said)
    return near(first.get("name")) or near(first.get("mention"))


def judge_sources(text, pairs):
    """(gold, statement, right) of the pairs with a source. A piece of a content whose first piece was given to «he» is
    right where it has the same speaker as that one."""
    named = [(g, s, source_agrees(text, g, s)) for g, s in pairs if g["source"]]
    known = {}
    for gold, statement, right in named:
        if right:
            known.setdefault(tuple(gold["source"]), score.speaker_of(statement))
    for gold, statement, right in named:
        yield gold, statement, right or score.speaker_of(statement) not in (None, "") and \
            known.get(tuple(gold["source"])) == score.speaker_of(statement)


def chosen(name, learn):
    return (int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0) == learn


def digest(folder):
    total = hashlib.sha256()
    for path in sorted((folder / "attributions").glob("*.ann")):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def measure(recoupe, folder, learn, show):
    texts = sorted(p for p in (folder / "text").glob("*.txt") if chosen(p.stem, learn))
    done = subprocess.run([recoupe, "extract", "--quiet", "--language", "en", *map(str, texts)], stdout=subprocess.PIPE, check=True)
    articles = {}
    for line in done.stdout.decode("utf-8").splitlines():
        article = json.loads(line)
        articles[pathlib.Path(article["source_name"]).name] = article
    count = {"content": [0, 0, 0], "direct": [0, 0, 0], "source": [0, 0, 0]}
    for path in texts:
        text = path.read_text(encoding="utf-8")
        events = annotated(sorted((folder / "attributions").glob(path.stem + "_????.ann"))[0])
        contents, direct = gold_of(text, events)
        outer, quoted = system_of(text, articles.get(path.name, {}))
        pairs = score.match(contents, outer, 0.5)
        marked = score.match([bared(text, d) for d in direct], quoted, 0.8)
        for key, tp, ng, ns in (("content", len(pairs), len(contents), len(outer)),
                                ("direct", len(marked), len(direct), len(quoted))):
            count[key] = [a + b for a, b in zip(count[key], (tp, ng, ns))]
        for gold, statement, right in judge_sources(text, pairs):
            count["source"] = [count["source"][0] + right, count["source"][1] + 1, count["source"][2] + 1]
            if show == "sources" and not right:
                words = " ".join(text[a:b] for a, b in gold["source"])
                print(f"SOURCE {path.stem}: gold {words!r} system {score.speaker_of(statement)!r}: {gold['text'][:90]!r}")
        for kind, found, gold, system in (("contents", pairs, contents, outer), ("direct", marked, direct, quoted)):
            if show != kind:
                continue
            hit_gold, hit_system = {tuple(g["at"]) for g, _ in found}, {tuple(s["at"]) for _, s in found}
            for g in gold:
                if tuple(bared(text, g)["at"]) not in hit_gold:
                    print(f"MISSED {path.stem}: {text[max(0, g['at'][0] - 60):g['at'][0]]!r} [[{g['text'][:160]}]]")
            for s in system:
                if tuple(s["at"]) not in hit_system:
                    print(f"EXTRA  {path.stem}: {text[max(0, s['at'][0] - 60):s['at'][0]]!r} [[{s['text'][:160]}]]")
    return {kind: score.prf(*row) for kind, row in count.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--learn", action="store_true")
    parser.add_argument("--errors", choices=("contents", "sources", "direct"))
    options = parser.parse_args()
    folder = options.shared / "attribution-en"
    if not folder.is_dir():
        print(f"polnear: skipped, {folder} is not there")
        return 77
    if options.errors and not options.learn:
        parser.error("--errors shows the articles for looking at alone: give --learn, too")
    path = HERE / "floors.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    held = kept.setdefault("polnear", {"digest": digest(folder), "floors": {}})
    floors = held["floors"]
    below = 0
    if held["digest"] != digest(folder):
        print(f"polnear: the gold is not the one that the floors were measured on ({held['digest']})")
        below += not options.raise_floors
        held["digest"] = digest(folder)
    for kind, row in measure(options.recoupe, folder, options.learn, options.errors).items():
        floor = None if options.learn else floors.get(kind)
        low = floor is not None and row["F"] < floor
        below += low
        print(f"polnear {kind:8s} P {row['P']:5.1f}  R {row['R']:5.1f}  F {row['F']:5.1f}  gold {row['gold']:4d}  "
              f"floor {'-' if floor is None else floor}{'  BELOW' if low else ''}")
        if options.raise_floors and not options.learn:
            floors[kind] = max(floors.get(kind, 0), round(row["F"] - MARGIN, 1))
    if options.raise_floors:
        path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
