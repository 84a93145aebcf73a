#!/usr/bin/env python3
"""The program against other people's cases: the specifications of Microsoft Recognizers-Text (MIT).

specs.py RECOUPE [--errors FILE] [--floors] [--raise]

eval/specs/{fr,en}/FILE.txt holds every case of a specification: those that we hold correct with what is expected, in
our terms; and those that we do not, each with its reason (a word of REASONS, then free words).

    12 I'll go back Oct. 2 @2016-11-07T00:00 => «Oct. 2» 2017-10-02
    13 DROPPED language: «en 15» is no French | Je reviendrai en 15

The text of a case is read as an article published at the reference time. A case is right when each expected item is
met by one of ours that shares words with it and has its value, and nothing more of the file's kind is found.
  times    the TIMEX3 value; «A|B» either; «A..B» a stretch told by its first and last day (the last included or not)
  amounts  number and unit (UCUM, ISO 4217, %); ranges as «>=20», «20..35» with our bounds
  ordinals are no figures: nothing may be found
A text that is nothing but a number is read in a sentence that counts with it (CARRIER): bare, it counts nothing. An
expected time may be met by several of ours where they say its parts: the day and the clock time, or its two ends.
Amounts are compared without their bounds where the file says nothing of bounds.
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys

ROOT_OF_CASES = pathlib.Path(__file__).resolve().parent / "specs"
FLOORS = ROOT_OF_CASES / "floors.json"
REASONS = {
    "language": "the French (or English) is wrong: machine-translated, misspelt, or not what anybody writes",
    "ambiguous": "the words may as well mean something else",
    "press": "no words of the press: talk to a machine (alarms, searches, codes), arithmetic, no sentence at all",
    "convention": "annotated by a rule that is not ours (ANNOTATION.md: ages, ranges in two, adverbs of the present …)",
    "wrong": "the expected value is wrong",
    "duplicate": "the same text as another case of this file",
}
CARRIER = {"fr": ("On compte {} personnes.", "{} des personnes sont venues.", "La température est de {} degrés Celsius."),
           "en": ("They counted {} people.", "{} of the people came.", "The temperature is {} degrees Celsius.")}


def read_cases(path):
    cases = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line or line[0] == "#":
            continue
        number, rest = line.split(" ", 1)
        case = {"number": int(number), "dropped": None, "expected": [], "reference": "", "text": ""}
        if rest.startswith("DROPPED "):
            case["dropped"], case["text"] = rest[8:].split(" | ", 1)
        else:
            text, expected = rest.rsplit(" => ", 1)
            at = re.search(r" @(\S+)$", text)
            if at:
                case["reference"] = at.group(1)
                text = text[:at.start()]
            case["text"] = text.replace("\\n", "\n")
            if expected != "-":
                case["expected"] = [re.fullmatch(r"«(.*)» (.+)", e).groups() for e in expected.split(" ; ")]
        cases.append(case)
    return cases


def write_cases(path, name, cases):
    lines = [f"# {name}, {path.parent.name}: cases of Microsoft Recognizers-Text (MIT); see eval/specs.py. Made by eval/specs_import.py."]
    for case in cases:
        text = case["text"].replace("\n", "\\n")
        if case["dropped"]:
            lines.append(f"{case['number']} DROPPED {case['dropped']} | {text}")
            continue
        at = " @" + case["reference"] if case["reference"] else ""
        expected = " ; ".join(f"«{words}» {value}" for words, value in case["expected"]) or "-"
        lines.append(f"{case['number']} {text}{at} => {expected}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


# ---- what the program found, in the terms of the cases


def language_of(path):
    return path.parent.name


def is_times(name):
    return name.startswith("Date") or name in ("DurationParser", "TimeParser")


def run(recoupe, language, articles):
    """One line of output for each text, in order."""
    lines = "".join(json.dumps({"text": text, **({"date": date} if date else {})}, ensure_ascii=False) + "\n"
                    for text, date in articles)
    printed = subprocess.run([recoupe, "extract", "--quiet", "--language", language, "-"], input=lines.encode(),
                             stdout=subprocess.PIPE, check=True).stdout.decode()
    out = [json.loads(line) for line in printed.split("\n") if line]
    assert len(out) == len(articles), (len(out), len(articles))
    return out


def core(text):
    return text.strip(" ,!;").rstrip(".")


def frame(language, name, case):
    """The sentence in which a bare number is read; "{}" for any other text."""
    text = core(case["text"])
    if name != "NumberModel" or len(case["expected"]) != 1 or core(case["expected"][0][0]).lower() != text.lower():
        return "{}"
    value = case["expected"][0][1]
    return CARRIER[language][1 if value.endswith("%") else 2 if value.startswith("-") else 0]


def number(value):
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def value_of(figure):
    low, high, bound = figure["min"], figure["max"], figure["bound"]
    if low is not None and high is not None:
        return number(low) if low == high else number(low) + ".." + number(high)
    if low is not None:
        return (">=" if bound == "at_least" else ">") + number(low)
    return ("<=" if bound == "at_most" else "<") + number(high)


def found(name, article):
    """(words, value) of everything of the file's kind."""
    if is_times(name):
        return [(t["span"], t["value"] or "?") for t in article["times"]]
    out = []
    for figure in article["figures"]:
        kind, unit = figure["category"], figure["unit"] or ""
        if name == "CurrencyModel" and kind == "money" or name == "PercentModel" and unit == "%":
            out.append((figure["span"], f"{value_of(figure)} {unit}"))
        elif name == "DimensionModel" and kind not in ("money", "percent", "duration"):
            out.append((figure["span"], f"{value_of(figure)} {unit}"))
        elif name in ("NumberModel", "NumberRangeModel", "OrdinalModel"):
            out.append((figure["span"], value_of(figure) + (" %" if unit == "%" else "")))
    return out


# ---- whether two values are one


def months_on(year, month, count):
    index = year * 12 + month - 1 + count
    return datetime.date(index // 12, index % 12 + 1, 1)


def first_and_end(value):
    """The first day of a stretch of the calendar, and the day after its last; None where it is none."""
    day = datetime.timedelta(days=1)
    for pattern, read in (
        (r"(\d{4})-(\d\d)-(\d\d)", lambda y, m, d: (datetime.date(y, m, d), datetime.date(y, m, d) + day)),
        (r"(\d{4})-(\d\d)", lambda y, m: (datetime.date(y, m, 1), months_on(y, m, 1))),
        (r"(\d{4})", lambda y: (datetime.date(y, 1, 1), datetime.date(y + 1, 1, 1))),
        (r"(\d{3})", lambda d: (datetime.date(d * 10, 1, 1), datetime.date(d * 10 + 10, 1, 1))),
        (r"(\d{2})", lambda c: (datetime.date(c * 100, 1, 1), datetime.date(c * 100 + 100, 1, 1))),
        (r"(\d{4})-Q(\d)", lambda y, q: (datetime.date(y, q * 3 - 2, 1), months_on(y, q * 3 - 2, 3))),
        (r"(\d{4})-H(\d)", lambda y, h: (datetime.date(y, h * 6 - 5, 1), months_on(y, h * 6 - 5, 6))),
        (r"(\d{4})-W(\d\d)", lambda y, w: (datetime.date.fromisocalendar(y, w, 1),
                                            datetime.date.fromisocalendar(y, w, 1) + 7 * day)),
        (r"(\d{4})-W(\d\d)-WE", lambda y, w: (datetime.date.fromisocalendar(y, w, 6),
                                               datetime.date.fromisocalendar(y, w, 1) + 7 * day)),
    ):
        fields = re.fullmatch(pattern, value)
        if fields:
            try:
                return read(*map(int, fields.groups()))
            except ValueError:
                return None
    return None


def stretch(value):
    a, _, b = value.partition("/")
    first, last = first_and_end(a), first_and_end(b or a)
    return (first[0], last[1]) if first and last else None


def same_range(expected, ours):
    """2016-11-04..2016-11-22 is 2016-11-04/2016-11-22; its end may be the last day or the one after."""
    if ours == expected.replace("..", "/"):
        return True
    a, _, b = expected.partition("..")
    first, last, mine = first_and_end(a), first_and_end(b), stretch(ours)
    start_of_last = first_and_end(ours.partition("/")[2] or ours)
    ends = {last[0], last[1]} if last else set()
    return bool(first and last and mine and mine[0] == first[0] and (mine[1] in ends or "/" in ours and start_of_last[0] == last[0]))


def length(value):
    """A duration's months and seconds: P1.5Y is P1Y6M, P2W is P14D, P1M2D is P2D1M."""
    if not re.fullmatch(r"P(?:[\d.]+[YMWDQ])*(?:T(?:[\d.]+[HMS])+)?", value) or value == "P":
        return None
    date, _, clock = value[1:].partition("T")
    months = sum(float(n) * {"Y": 12, "M": 1, "Q": 3}.get(u, 0) for n, u in re.findall(r"([\d.]+)([A-Z])", date))
    seconds = sum(float(n) * {"W": 604800, "D": 86400}.get(u, 0) for n, u in re.findall(r"([\d.]+)([A-Z])", date))
    seconds += sum(float(n) * {"H": 3600, "M": 60, "S": 1}[u] for n, u in re.findall(r"([\d.]+)([A-Z])", clock))
    return round(months, 4), round(seconds, 3)


def same_number(expected, ours):
    (a, *unit), (b, *other) = expected.split(" ", 1), ours.split(" ", 1)
    if unit != other:
        return False
    low, high = a.lstrip("<>="), b.lstrip("<>=")
    if a[:len(a) - len(low)] != b[:len(b) - len(high)]:
        return False
    mine, theirs = [float(x) for x in low.split("..")], [float(x) for x in high.split("..")]
    return len(mine) == len(theirs) and all(abs(x - y) <= 1e-6 * max(1, abs(x)) for x, y in zip(mine, theirs))


def same(name, expected, ours):
    if not is_times(name):
        if name != "NumberRangeModel":
            ours = ours.lstrip("<>=")
        return same_number(expected, ours)
    for value in expected.split("|"):
        if value == ours or ".." in value and same_range(value, ours):
            return True
        if value.startswith("P") and ours.startswith("P") and length(value) and length(value) == length(ours):
            return True
    return False


def same_together(expected, ours):
    """Several of ours for one time: the day beside its clock time, or the two ends of a stretch."""
    for value in expected.split("|"):
        for whole in ours:
            if same("DateTimeModel", value, whole) and all(o == whole or whole.startswith(o[:10]) for o in ours):
                return True
        a, dots, b = value.partition("..")
        if dots and len(ours) == 2:
            one, two, low, high = *map(first_and_end, ours), first_and_end(a), first_and_end(b)
            days = one and two and low and high and one[0] == low[0] and high[0] in (
                two[0], two[1], two[1] - datetime.timedelta(days=1))
            if days or ours == [a, b]:
                return True
    return False


def right(name, case, items, offset):
    """Each expected item met by ours, and nothing over."""
    text, at, used = case["text"].lower(), 0, set()
    for words, value in case["expected"]:
        begin = text.find(words.lower(), at)
        if begin < 0:
            begin = max(text.find(words.lower()), 0)
        end = begin + len(words)
        at = end
        inside = [k for k, (span, _) in enumerate(items)
                  if k not in used and span[0] - offset < end and span[1] - offset > begin]
        hit = [k for k in inside if same(name, value, items[k][1])][:1]
        if is_times(name) and len(inside) > 1:
            hit = inside if same_together(value, [items[k][1] for k in inside]) else []
        if not hit:
            return False
        used.update(hit)
    # Counted things are no dimension; they do not count here.
    return all(k in used or name == "DimensionModel" and ours.endswith(" ") for k, (_, ours) in enumerate(items))


def score(recoupe, show=None):
    """{file: (cases, kept, right)}; prints what is wrong in `show`."""
    rows = {}
    for path in sorted(ROOT_OF_CASES.glob("*/*.txt")):
        language, name = language_of(path), path.stem
        cases = read_cases(path)
        for case in cases:
            assert not case["dropped"] or case["dropped"].split(":")[0] in REASONS, (path, case)
        kept = [c for c in cases if not c["dropped"]]
        texts = [t.format(core(c["text"]) if t != "{}" else c["text"]) for c in kept for t in [frame(language, name, c)]]
        articles = run(recoupe, language, [(t, c["reference"]) for t, c in zip(texts, kept)]) if kept else []
        good = 0
        for case, article in zip(kept, articles):
            # The text may have been trimmed or put into a sentence: positions are those of what was read.
            shift = article["text"].find(core(case["text"]))
            offset = shift - case["text"].find(core(case["text"])) if shift >= 0 else 0
            items = found(name, article)
            if right(name, case, items, offset):
                good += 1
            elif show in (f"{language}/{name}", "all"):
                words = " ; ".join(f"«{article['text'][s[0]:s[1]]}» {v}" for s, v in items) or "-"
                expected = " ; ".join(f"«{w}» {v}" for w, v in case["expected"]) or "-"
                print(f"{language}/{name} {case['number']} {case['text']} @{case['reference'][:16]} => {expected}  BUT {words}")
        rows[f"{language}/{name}"] = (len(cases), len(kept), good)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recoupe")
    parser.add_argument("--errors", metavar="FILE", help="what is wrong in one file (fr/DateParser), or all")
    parser.add_argument("--floors", action="store_true", help="exit 1 where a file is below its floor")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise the floors to what is reached")
    options = parser.parse_args()
    rows = score(options.recoupe, options.errors)
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    below = 0
    for name, (cases, kept, good) in rows.items():
        share = 100 * good / kept if kept else 100.0
        floor = floors.get(name, 0)
        bad = share < floor
        below += bad
        print(f"{name:26s} cases {cases:4d}  dropped {cases - kept:4d}  kept {kept:4d}  right {good:4d}  {share:5.1f} %"
              + (f"  BELOW {floor}" if bad else ""))
        if options.raise_floors and share > floor + 0.5:
            floors[name] = int(share * 10) / 10
    if options.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return 1 if options.floors and below else 0


if __name__ == "__main__":
    sys.exit(main())
