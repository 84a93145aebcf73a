#!/usr/bin/env python3
"""soak.py RECOUPE [ARTICLES] [FOLDER…]: reads very many articles and watches whether the program grows or slows down.

The articles (a million unless told) are the sample story's, and those of the folders given, with their numbers, dates and
some names and sentences changed, the same ones at every run. `extract` reads them all from one pipe; `dossier` compares
them in pieces of a thousand. Printed for each tenth: articles a second, resident memory. Exit 1 where the last tenth is
more than a fifth slower than the fastest, or holds more than 5 % over the second tenth's memory, or an article is lost."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PIECE = 1000


def sources(folders):
    texts = []
    for folder in [ROOT / "examples" / "crue-de-la-roya", *map(pathlib.Path, folders)]:
        texts += [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]
    return [text for text in texts if 200 < len(text) < 20000]


def articles(texts, count):
    """The same text never twice: numbers and years changed, a sentence left out, one of another article put in."""
    chance = random.Random(2016)
    for number in range(count):
        text = chance.choice(texts)
        text = re.sub(r"\b(19|20)\d\d\b", lambda m: str(int(m[0]) - chance.randint(0, 9)), text)
        text = re.sub(r"\b\d{1,3}\b", lambda m: str(max(1, int(m[0]) + chance.randint(-3, 3))), text)
        sentences = re.split(r"(?<=[.!?»]) ", text)
        if len(sentences) > 4:
            del sentences[chance.randrange(1, len(sentences))]
            other = re.split(r"(?<=[.!?»]) ", chance.choice(texts))
            sentences.insert(chance.randrange(1, len(sentences)), chance.choice(other))
        yield json.dumps({"text": " ".join(sentences) + f"\n\nNote {number}.", "title": f"Article {number}",
                          "published": f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"},
                         ensure_ascii=False).encode() + b"\n"


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def extract(program, texts, count):
    process = subprocess.Popen([program, "extract", "-q", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for line in articles(texts, count):
            process.stdin.write(line)
        process.stdin.close()
    threading.Thread(target=feed, daemon=True).start()
    tenth, done, rates, memory, start = max(1, count // 10), 0, [], [], time.monotonic()
    for _ in process.stdout:
        done += 1
        if done % tenth == 0:
            now = time.monotonic()
            rates.append(tenth / (now - start))
            memory.append(resident(process.pid))
            print(f"  {done:>9,} articles  {rates[-1]:7.0f} a second  {memory[-1]:6.1f} MiB", flush=True)
            start = now
    return process.wait() == 0 and done == count, rates, memory


def dossiers(program, texts, count):
    made, start = 0, time.monotonic()
    lines = articles(texts, count)
    with tempfile.TemporaryDirectory() as folder:
        while made < count:
            piece = pathlib.Path(folder) / "piece.jsonl"
            wanted = min(PIECE, count - made)
            piece.write_bytes(b"".join(next(lines) for _ in range(wanted)))
            subprocess.run([program, "dossier", "-q", str(piece), "-o", folder + "/out"], check=True)
            with open(folder + "/out/articles.jsonl", "rb") as file:
                if sum(1 for _ in file) != wanted:
                    return False
            made += wanted
    print(f"  {made:>9,} articles in dossiers of {PIECE:,}: {made / (time.monotonic() - start):.0f} a second")
    return True


def main():
    program, *rest = sys.argv[1:]
    count = int(rest[0]) if rest else 1_000_000
    texts = sources(rest[1:])
    print(f"soak: {count:,} articles out of {len(texts)} texts")
    whole, rates, memory = extract(program, texts, count)
    flat = memory[-1] <= memory[min(1, len(memory) - 1)] * 1.05
    steady = rates[-1] >= max(rates) * 0.8
    kept = dossiers(program, texts, max(PIECE, count // 10))
    print(f"soak: {'every article came out' if whole and kept else 'ARTICLES LOST'}; memory {'flat' if flat else 'GROWS'}; "
          f"throughput {'steady' if steady else 'FALLS'}")
    return 0 if whole and kept and flat and steady else 1


if __name__ == "__main__":
    sys.exit(main())
