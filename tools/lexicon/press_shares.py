#!/usr/bin/env python3
"""Writes src/lexicon/fr/press-shares.tsv: in how many of a thousand press articles a root or a capitalised name stands.

press_shares.py [FOLDER OF .txt FILES]    default: ../shared/data/wikinews-fr/text, the French Wikinews of 2016–2017

The keys are those of compare/story_features.cpp: the five-letter root of a word, in English where press-english*.tsv
translates it; «^» and the folded word for a name. Small words are left out, and what fewer than five articles hold.
"""
import collections
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEXICON = ROOT / "src" / "lexicon"
WORD = re.compile(r"[^\W_]+")


def fold(text):
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def root(word, english):
    for end in ("ing", "ed", "ly", "es", "s", "e") if english else ("s", "x", "e"):
        if len(word) >= len(end) + 3 and word.endswith(end):
            word = word[:-len(end)]
    return word[:5]


def rows(name):
    for line in (LEXICON / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "wikinews-fr" / "text"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: nothing is written")
    small = {fold(row[0]) for row in rows("fr/small-words.tsv")}
    english = collections.defaultdict(list)
    for name in ("fr/press-english.tsv", "fr/press-english-things.tsv"):
        for row in rows(name):
            for word in WORD.findall(fold(row[1])):
                key = root(word, True)
                if key not in english[root(fold(row[0]), False)]:
                    english[root(fold(row[0]), False)].append(key)
    counts, articles = collections.Counter(), 0
    for path in sorted(folder.glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        articles += 1
        keys = set()
        for match in WORD.finditer(text):
            word = fold(match[0])
            if word.isdigit() or word in small or len(word) < 2:
                continue
            key = root(word, False)
            keys.update(english.get(key, [key]))
            before = text[max(0, match.start() - 2):match.start()]
            if match[0][0].isupper() and len(match[0]) > 2 and before and not re.search(r'[.!?:\n"«]', before):
                keys.add("^" + word)
        counts.update(keys)
    lines = [f"{key}\t{round(1000 * count / articles)}" for key, count in sorted(counts.items()) if count >= 5]
    header = (f"# In how many of a thousand press articles a root (or ^name) stands; from {articles} articles of French\n"
              "# Wikinews (CC BY 2.5, corpus YoannDupont/WiNER-fr) by tools/lexicon/press_shares.py. Columns: key, per mille.\n")
    (LEXICON / "fr" / "press-shares.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} keys of {articles} articles")


if __name__ == "__main__":
    main()
