#!/usr/bin/env python3
"""Scores CoNLL-U against gold CoNLL-U, as the CoNLL 2018 shared task did (relations without subtypes).

conllu_score.py GOLD SYSTEM [--json]: tokens, sentences, words, UPOS, features (those that Recoupe keeps), lemmas,
UAS and LAS, each as F1 over aligned words; on gold tokens F1 is accuracy. The two files must hold the same text.
"""
import argparse
import json

KEPT = {"Definite", "Gender", "Mood", "Number", "Person", "Polarity", "Poss", "Reflex", "Tense", "VerbForm", "Voice"}
PRON_TYPES = {"Rel", "Int", "Dem"}


def kept(feats):
    pairs = [pair.split("=", 1) for pair in feats.split("|") if "=" in pair]
    return frozenset(
        (name, value)
        for name, value in pairs
        if (name in KEPT and "," not in value) or (name == "PronType" and value in PRON_TYPES)
    )


def read(path):
    """Words as (begin, end, columns, head index), sentence spans, token spans; positions count letters but no blanks."""
    words, sentences, tokens, position = [], [], [], 0
    rows, ranges = [], []

    def close():
        nonlocal position
        if not rows:
            return
        start, first = position, len(words)
        inside = {}
        for begin, end, form in ranges:
            for number in range(begin, end + 1):
                inside[number] = (begin, end, form)
        by_number = {int(row[0]): row for row in rows}
        for row in rows:
            number = int(row[0])
            if number not in inside:
                size = len("".join(row[1].split()))
                tokens.append((position, position + size))
                words.append([position, position + size, row, None])
                position += size
                continue
            begin, end, form = inside[number]
            form = "".join(form.split())
            parts = ["".join(by_number[n][1].split()) for n in range(begin, end + 1) if n in by_number]
            if number == begin:
                tokens.append((position, position + len(form)))
            if "".join(parts) == form:  # «don't» = «do» + «n't»: the words stand side by side
                words.append([position, position + len(row[1]), row, None])
                position += len(row[1])
            else:  # «du» = «de» + «le»: both stand for the whole
                words.append([position, position + len(form), row, None])
                position += len(form) if number == end else 0
        for word in words[first:]:
            head = int(word[2][6]) if word[2][6].isdigit() else 0
            word[3] = first + head - 1 if head else -1
        sentences.append((start, position))
        rows.clear()
        ranges.clear()

    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\r\n")
            if not line:
                close()
            elif not line.startswith("#"):
                row = line.split("\t")
                if "-" in row[0]:
                    begin, end = map(int, row[0].split("-"))
                    ranges.append((begin, end, row[1]))
                elif "." not in row[0]:
                    rows.append(row)
    close()
    return words, sentences, tokens, position


def align(gold, system):
    """Pairs of indices of words with the same span and, where several share one, the same place within it."""
    keys = {}
    last = None
    for index, word in enumerate(gold):
        span = (word[0], word[1])
        nth = nth + 1 if span == last else 0  # noqa: F821
        last = span
        keys[span, nth] = index
    pairs, last = [], None
    for index, word in enumerate(system):
        span = (word[0], word[1])
        nth = nth + 1 if span == last else 0
        last = span
        if (span, nth) in keys:
            pairs.append((keys[span, nth], index))
    return pairs


def f1(correct, gold, system):
    return 200.0 * correct / (gold + system) if gold + system else 0.0


def score(gold_path, system_path):
    gold, gold_sentences, gold_tokens, gold_size = read(gold_path)
    system, system_sentences, system_tokens, system_size = read(system_path)
    if gold_size != system_size:
        raise SystemExit(f"the texts differ: {gold_size} and {system_size} letters")
    pairs = align(gold, system)
    to_gold = {s: g for g, s in pairs}
    to_gold[-1] = -1
    counts = dict.fromkeys(("UPOS", "Features", "Lemmas", "UAS", "LAS"), 0)
    for g, s in pairs:
        a, b = gold[g][2], system[s][2]
        counts["UPOS"] += a[3] == b[3]
        counts["Features"] += kept(a[5]) == kept(b[5])
        counts["Lemmas"] += a[2] == b[2] or a[2] == "_"
        if to_gold.get(system[s][3], -2) == gold[g][3]:
            counts["UAS"] += 1
            counts["LAS"] += a[7].split(":")[0] == b[7].split(":")[0]
    out = {
        "Tokens": f1(len(set(gold_tokens) & set(system_tokens)), len(gold_tokens), len(system_tokens)),
        "Sentences": f1(len(set(gold_sentences) & set(system_sentences)), len(gold_sentences), len(system_sentences)),
        "Words": f1(len(pairs), len(gold), len(system)),
    }
    out.update({name: f1(count, len(gold), len(system)) for name, count in counts.items()})
    return {name: round(value, 2) for name, value in out.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    scores = score(arguments.gold, arguments.system)
    print(json.dumps(scores) if arguments.json else "  ".join(f"{name} {value:.2f}" for name, value in scores.items()))


if __name__ == "__main__":
    main()
