#!/usr/bin/env python3
"""pages.py RECOUPE [--floors] [--data FOLDER] [--worst N] [--predictions FILE]: how much of a web page's article is found.

Two measures, over pages that lie beside the checkout (../shared/data/pages); without them it says so and skips.
  scrapinghub   main text against the article's true text
  readability   main text against the text of expected.html; the title against expected-metadata.json
Text is compared as in scrapinghub/article-extraction-benchmark: word 4-grams with their counts; precision and recall of
each page; their means; F1 of the two means. The headline stands in our `text`, and in neither truth, so its paragraph is
taken off first (`raw` is the score with it). Rules are learnt from half of the pages (by a hash of their names), and the
other half is only scored: both are printed. `--predictions`: JSON Lines of another program, with `source_name`, `text`
and `title`, read instead of running RECOUPE.
"""
import argparse
import collections
import gzip
import hashlib
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"\w+")
BLOCKS = set("address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li "
             "main nav ol p pre section table td th tr ul".split())


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.skip = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style"):
            self.skip += 1
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.skip -= 1
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def text_of(markup):
    parser = Text()
    parser.feed(markup)
    return "".join(parser.parts)


def shingles(text, size=4):
    words = WORD.findall(text or "")
    return collections.Counter(tuple(words[i:i + size]) for i in range(max(1, len(words) - size + 1)) if words)


def precision_recall(true, found):
    true, found = shingles(true), shingles(found)
    hit = sum((true & found).values())
    precision = hit / found.total() if found.total() else None
    recall = hit / true.total() if true.total() else None
    return precision, recall


def summary(pairs):
    precisions = [p for p, _ in pairs if p is not None]
    recalls = [r for _, r in pairs if r is not None]
    p, r = sum(precisions) / max(1, len(precisions)), sum(recalls) / max(1, len(recalls))
    return 2 * p * r / (p + r) if p + r else 0.0, p, r


def is_learnt(name):
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def squeezed(text):
    return " ".join((text or "").split())

# They only rise.
FLOORS = {"scrapinghub F1 all": 0.958, "readability F1 all": 0.928, "readability title all": 0.93}


def body(article):
    """The text without the headline's paragraph."""
    text, title = article["text"], article.get("title") or ""
    paragraphs = text.split("\n\n")
    for i, paragraph in enumerate(paragraphs[:8]):
        if title and (squeezed(paragraph) == squeezed(title) or article.get("title_paragraph") == i):
            return "\n\n".join(paragraphs[:i] + paragraphs[i + 1:])
    return text


def load(data, folder):
    """name → (page as bytes, true text, true title or None)"""
    out = {}
    base = data / folder
    if folder == "scrapinghub":
        for name, truth in json.loads((base / "ground-truth.json").read_text()).items():
            out[name] = (gzip.decompress((base / "html" / f"{name}.html.gz").read_bytes()), truth["articleBody"], None)
    else:
        for page in sorted(base.iterdir()):
            meta = json.loads((page / "expected-metadata.json").read_text())
            out[page.name] = ((page / "source.html").read_bytes(), text_of((page / "expected.html").read_text()), meta["title"])
    return out


def run(recoupe, pages):
    with tempfile.TemporaryDirectory() as folder:
        for name, (page, _, _) in pages.items():
            (pathlib.Path(folder) / f"{name}.html").write_bytes(page)
        done = subprocess.run([recoupe, "extract", "--quiet", folder], stdout=subprocess.PIPE, check=False)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("recoupe")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data" / "pages")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--predictions", type=pathlib.Path)
    parser.add_argument("--floors", action="store_true", help="exit 1 below a floor, 77 without the data")
    parser.add_argument("--json", action="store_true", help="one line of JSON: what eval/floors.json may hold")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"{options.data} is not there: skipped")
        return 77 if options.floors else 0
    scores = {}
    for folder in ("scrapinghub", "readability"):
        pages = load(options.data, folder)
        if options.predictions:
            articles = [json.loads(line) for line in options.predictions.read_text().splitlines()]
        else:
            articles = run(options.recoupe, pages)
        found = {pathlib.Path(a["source_name"]).name.removesuffix(".html"): a for a in articles}
        rows = []
        for name, (_, truth, title) in pages.items():
            article = found.get(name, {"text": "", "title": ""})
            titled = None if title is None else squeezed(article.get("title")) == squeezed(title)
            rows.append((name, precision_recall(truth, body(article)), precision_recall(truth, article["text"]), titled))
        for label, keep in (("all", lambda n: True), ("learnt from", is_learnt), ("only scored", lambda n: not is_learnt(n))):
            part = [row for row in rows if keep(row[0])]
            f1, p, r = summary([row[1] for row in part])
            raw = summary([row[2] for row in part])[0]
            line = f"{folder:12} {label:12} {len(part):4} pages  F1 {f1:.4f}  P {p:.4f}  R {r:.4f}  raw F1 {raw:.4f}"
            if folder == "readability":
                exact = sum(row[3] for row in part) / max(1, len(part))
                line += f"  title exact {exact:.4f}"
                scores[f"readability title {label}"] = exact
            scores[f"{folder} F1 {label}"] = f1
            if not options.json:
                print(line)
        if options.worst:
            def loss(row):
                p, r = row[1]
                return (p if p is not None else 0) + (r if r is not None else 1)
            for name, (p, r), _, titled in sorted((row for row in rows if is_learnt(row[0])), key=loss)[:options.worst]:
                print(f"   {name[:40]:40} P {p if p is not None else -1:.3f} R {r if r is not None else -1:.3f} {'' if titled is None else 'title ' + str(titled)}")
    if options.json:
        print(json.dumps(scores))
    below = [name for name, floor in FLOORS.items() if scores[name] < floor] if options.floors else []
    for name in below:
        print(f"below the floor of {FLOORS[name]}: {name}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
