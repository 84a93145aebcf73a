#!/usr/bin/env python3
"""Writes eval/specs/{fr,en}/*.txt anew from the specifications of Microsoft Recognizers-Text (MIT).

specs_import.py SPECS_DIR

What was dropped stays dropped: the reasons are read from the files that are there. Every other case of the
specification is kept, with what it expects said in our terms (see specs.py). Nobody needs this to run the test.
"""
import datetime
import json
import pathlib
import re
import sys

from specs import ROOT_OF_CASES, is_times, read_cases, write_cases

FORWARD = {
    "en": re.compile(r"'ll\b|\b(will|shall|going to|let's|schedule|set|book|remind|plan|can|could|please|should)\b", re.I),
    "fr": re.compile(r"\b(\w+r(ai|as|a|ons|ez|ont)|vais|va|vas|allons|planifi\w+|rappel\w+|peux|peut|pouvons)\b", re.I),
}
# Their names of units: ours, and what the number is multiplied by. Nothing says whose cents and francs those are.
UNITS = {
    "USD": "dollar, united states dollar, dollar états-unis", "CAD": "canadian dollar, dollar canadien",
    "AUD": "australian dollar, dollar australien", "HKD": "hong kong dollar, dollar de hong kong",
    "NZD": "new zealand dollar, dollar néo-zélandais", "EUR": "euro", "GBP": "british pound",
    "JPY": "japanese yen, yen japonais", "CNY": "chinese yuan, yuan chinois", "CHF": "swiss franc, franc suisse",
    "FIM": "finnish markka, mark finlandais", "NLG": "netherlands guilder, florins néerlandais", "ESP": "peseta",
    "CRC": "costa rican colón", "GEL": "georgian lari", "LAK": "lao kip", "LKR": "sri lankan rupee",
    "TRY": "turkish lira", "INR": "roupie indienne", "MXN": "mexican peso", "XBT": "bitcoin",
    "": "rupee, roupie, franc, cent, penny, centimes, sen, satoshi, pesewa, ton, degree",
    "mL": "milliliter, millilitre", "L": "litre", "[in_i]": "inch, pouce", "[ft_i]": "foot, pied", "[mi_i]": "mile",
    "[bbl_us]": "barrel, baril", "[oz_av]": "ounce, onces", "[acr_us]": "acre", "[gal_us]": "gallon",
    "[ft_i]3": "cubic foot, pieds cube", "m2": "square meter, mètre carré", "t": "tonne, metric ton, tonne métrique", "bit": "bit",
    "[mi_i]/h": "mile per hour, miles par heure", "m": "meter, mètres", "km": "kilometer, kilomètres",
    "mm": "millimeter, millimètres", "cm": "centimètres", "km2": "square kilometer, kilomètre carré",
    "dm": "decimeter, décimètres", "hm": "hectomètre", "Mbit": "megabit", "MBy": "megabyte", "pm": "picometer",
    "km/h": "kilometer per hour", "m/ms": "meter per millisecond", "cm/ms": "centimeter per millisecond",
    "km/ms": "kilometer per millisecond", "kg": "kilogram", "ug": "microgram, microgramme", "g": "gram",
    "rad": "radian", "[dr_av]": "dram", "[tbs_us]": "tablespoon", "[tsp_us]": "teaspoon", "[cup_us]": "cup",
}
UNIT_OF = {their: ours for ours, all_theirs in UNITS.items() for their in all_theirs.split(", ")}
# A pound or a livre is money in one file and a weight in the other.
UNIT_IN = {("CurrencyModel", "pound"): "GBP", ("CurrencyModel", "livre"): "GBP", ("DimensionModel", "pound"): "[lb_av]",
           ("DimensionModel", "livre"): "[lb_av]"}
COUNTED = re.compile(r"\b(past|last|previous|next|coming|following|upcoming|within|derni|prochain|pass|précéd|à venir|dans les)", re.I)
REFERENCE = "2016-11-07T00:00:00"  # of cases that give none


def trim_clock(value):
    """2016-11-07T07 and 2016-11-07T07:00:00 are 2016-11-07T07:00 here."""
    value = re.sub(r"(T\d\d)$", r"\1:00", value)
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value)


def definite(timex, day):
    return trim_clock(day + timex if timex.startswith("T") else timex)


def of_range(timex, entry, reference, words):
    a, b, *length = timex.strip("()").split(",")
    day = reference[:10]
    ends = []
    for said, resolved in ((a, entry.get("start")), (b, entry.get("end"))):
        if "X" not in said:
            ends.append(definite(said, day))
        elif resolved:
            ends.append(trim_clock(resolved.replace(" ", "T")) if "T" in said else resolved[:10])
        else:
            ends.append("?")
    out = ["..".join(ends)]
    # «the past ten months»: counted from today, TIMEX3 tells it by its length.
    if length and (COUNTED.search(words) or any(e[:10] == day or e == trim_clock(reference) for e in ends)):
        out.append(length[0])
    return out


def counted_in(words):
    if not re.search(r"\b(ago|later|in|from now|il y a|dans|plus t)", words.lower()):
        return None
    units = re.findall(r"\b(years?|ans?|années?|months?|mois|weeks?|semaines?|days?|jours?)\b", words.lower())
    if len(units) != 1:
        return None
    return {"y": "year", "a": "year", "m": "month"}.get(units[0][0])


def sets(timex):
    """T15, TNI, XXXX-WXX-1T16 as TIMEX3 has them."""
    if re.fullmatch(r"T\d\d(:\d\d)?", timex):
        return [trim_clock("XXXX-XX-XX" + timex)]
    if re.fullmatch(r"T[A-Z]{2}", timex):
        return ["XXXX-XX-XX" + timex]
    if timex == "XXXX-WXX-WE":
        return [timex, "P1WE"]
    return [trim_clock(timex)]


def of_value(entry, kind, reference, words):
    """What one reading of a case is in our terms: TIMEX3; A..B for a stretch told by its ends."""
    timex = entry["timex"]
    if timex.startswith("("):
        return of_range(timex, entry, reference, words)
    if kind == "set":
        return sets(timex)
    if timex.startswith("P"):
        return [timex]
    if re.search(r"-\d\d-W\d\d$", timex):  # the third week of November has no TIMEX3 value of its own
        return [entry["start"][:10] + ".." + entry["end"][:10]] if entry.get("start") else ["?"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", timex):  # «two years ago» is 2014, «a month ago» 2016-10
        unit = counted_in(words)
        return [timex, timex[:4] if unit == "year" else timex[:7]] if unit else [timex]
    if "X" not in timex:
        return [definite(timex, reference[:10])]
    value = entry.get("value") or entry.get("start") or entry.get("end") or "?"
    part = re.search(r"T(MO|MI|AF|EV|NI|DT)$", timex)
    if part:
        return [value[:10] + part.group(0)]
    if re.fullmatch(r"XXXX-\d\d", timex):
        return [value[:7]]
    if re.search(r"(SP|SU|FA|WI)$", timex):
        return [value[:4] + timex[4:]]
    if entry.get("start") and entry.get("end"):
        return [entry["start"][:10] + ".." + entry["end"][:10]]
    return [trim_clock(value.replace(" ", "T")) if "T" in timex else value[:10]]


def entries(result):
    """The readings of a result, whichever of the two shapes of file it comes from; the later one last."""
    if "Value" in result:
        value = result["Value"]
        if value is None:
            return
        for side in ("PastResolution", "FutureResolution"):
            resolved = value.get(side) or {}
            entry = {"timex": value["Timex"]}
            for key, text in resolved.items():
                if key.startswith("start"):
                    entry["start"] = text
                elif key.startswith("end"):
                    entry["end"] = text
                elif key in ("date", "time", "dateTime", "set", "duration"):
                    entry["value"] = text
            yield entry
        return
    for value in (result.get("Resolution") or {}).get("values", []):
        if "timex" in value:
            yield value


def times_of(case, language, reference):
    items = []
    for result in case["Results"]:
        kind = (result.get("TypeName") or result.get("Type") or "").split(".")[-1]
        readings = [of_value(e, kind, reference, result["Text"]) for e in entries(result)]
        # Two years or weeks are possible: the one that the sentence looks to. Morning or evening: both.
        if len(readings) == 2 and FORWARD[language].search(case["Input"]) and readings[0][0][:10] != readings[1][0][:10]:
            readings = readings[1:]
        values = []
        for reading in readings:
            values += [v for v in reading if v not in values]
        items.append((result["Text"], "|".join(values) or "?"))
    return items


def print_number(text, factor=1):
    value = float(text.replace(",", ".")) * factor
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def interval(text):
    low, high = text[1:-1].split(",")
    low, high = low.strip(), high.strip()
    if 0 < float(low or 0) < 1 or 0 < float(high or 0) < 1:  # a share
        low, high = (print_number(x, 100) + " %" if x else x for x in (low, high))
    if high:
        return f"{low}..{high}" if low else ("<=" if text[-1] == "]" else "<") + high
    return (">=" if text[0] == "[" else ">") + low


def figures_of(case, name):
    items = []
    for result in case["Results"]:
        resolution = result.get("Resolution") or {}
        value = resolution.get("value")
        if name == "OrdinalModel" or value is None or value.startswith("null"):
            continue  # an ordinal, a unit without a number: no figure stands there
        elif name == "NumberRangeModel":
            items.append((result["Text"], interval(value)))
        elif name == "PercentModel":
            items.append((result["Text"], print_number(value.rstrip("%")) + " %"))
        elif name == "NumberModel" and resolution.get("subtype") == "fraction" and 0 < float(value.replace(",", ".")) < 1:
            items.append((result["Text"], print_number(str(round(100 * float(value.replace(",", ".")), 1))) + " %"))  # a share
        elif name == "NumberModel":
            items.append((result["Text"], print_number(value)))
        else:
            unit = resolution.get("unit", "").lower()
            pence = name == "CurrencyModel" and unit == "pence"
            code = "GBP" if pence else UNIT_IN.get((name, unit), UNIT_OF.get(unit, "(" + unit + ")"))
            items.append((result["Text"], f"{print_number(value, 0.01 if pence else 1)} {code}"))
    return items


# ---- what no list of decisions is needed for

MONTHS = r"jan|january|feb|february|april|apr|june|july|jun|jul|august|aug|sept|sep|september|oct|october|nov|november|dec|december"
DAYS = r"mon|monday|tues|tuesday|wednesday|thursday|fri|friday|saturday|sunday"
SMALL = re.compile(rf"\b({MONTHS}|{DAYS}|march (?=[a-z]*\d|\w+th)|christmas|easter|halloween|thanksgiving|black friday|earth day)\b")
NEXT_DAY = re.compile(rf"^(on )?(next|last|this) ({DAYS})\b|^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (prochain|dernier)", re.I)
VAGUE = re.compile(r"\b(few|several|some|quelques|quel ques|plusieurs)\b", re.I)


def as_date(value):
    fields = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    try:
        return datetime.date(*map(int, fields.groups())) if fields else None
    except ValueError:
        return "none"


def reason_of_times(case, language, reference, items, written):
    """Why a case is not ours, where that can be told from its values alone."""
    values = [v for _, value in items for v in value.split("|")]
    if any(v.endswith("_REF") or "_REF" in v for v in values):
        return "convention: adverbs of the present are not marked"
    if any(re.search(r"T(MEB|MEL|MED)$", v) for v in values):
        return "convention: meals are no times"
    if any(re.search(r"^(SY|FY)|(BD|WD)$", v) for v in values):
        return "convention: no such value in TIMEX3"
    if any(v in ("SP", "SU", "FA", "WI") for v in values):
        return "convention: a season is told with its year"
    if any(v.endswith("T23:59:59") for v in values):
        return "convention: the end of a day is told by the day"
    if any(v in ("?", "0001-01-01") or v.startswith("not") or as_date(v) == "none" for v in values):
        return "wrong: there is no such day"
    if any(VAGUE.search(words) and not re.search(r"X[A-Z]$", value) for words, value in items):
        return "convention: vague times stay vague"
    if language == "en" and any(SMALL.search(w) for w in written):
        return "language: English months and weekdays have capitals"
    day = datetime.date.fromisoformat(reference[:10])
    for words, value in items:
        date = as_date(value)
        if NEXT_DAY.search(words) and date and not 0 < abs((date - day).days) <= 7:
            return "ambiguous: the nearest such day, or the one after"
    return None


def undated(case, items):
    """No reference stands in the case, and a value hangs on one: its year is neither in the text nor today's."""
    for _, value in items:
        for year in re.findall(r"\b(\d{4})-", value):
            if year not in case["Input"] and year[2:] not in case["Input"] and not year.startswith("2016"):
                return True
    return False


def twins(folder):
    """References of the English cases by their values: the French ones are their translations."""
    out = {}
    for path in sorted(folder.glob("English/*.json")):
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            reference = (case.get("Context") or {}).get("ReferenceDateTime")
            key = (path.stem, json.dumps([r.get("Value") or r.get("Resolution") for r in case["Results"]], sort_keys=True))
            if reference and case["Results"]:
                out.setdefault(key, reference)
    return out


def main(argv):
    folder = pathlib.Path(argv[0])
    english = twins(folder)
    for path in sorted(folder.glob("*/*.json")):
        language = path.parent.name[:2].lower()
        target = ROOT_OF_CASES / language / (path.stem + ".txt")
        dropped = {c["number"]: c["dropped"] for c in read_cases(target) if c["dropped"]} if target.exists() else {}
        out, seen = [], {}
        for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig")), 1):
            times = is_times(path.stem)
            key = (path.stem, json.dumps([r.get("Value") or r.get("Resolution") for r in case["Results"]], sort_keys=True))
            given = (case.get("Context") or {}).get("ReferenceDateTime") or english.get(key)
            reference = given or REFERENCE
            items = times_of(case, language, reference) if times else figures_of(case, path.stem)
            reason = None
            if times:
                low = case["Input"].lower()
                at = [low.find(w.lower()) for w, _ in items]
                written = [case["Input"][a:a + len(w)] if a >= 0 else "" for a, (w, _) in zip(at, items)]
                reason = reason_of_times(case, language, reference, items, written)
                if not reason and not given and undated(case, items):
                    reason = "wrong: no reference date is given, and the value hangs on one"
            same = seen.setdefault((case["Input"], reference), number)
            if same != number:
                reason = f"duplicate: the text of case {same}"
            out.append({"number": number, "text": re.sub(" +", " ", case["Input"]), "reference": trim_clock(reference) if times else "",
                        "expected": [(re.sub(" +", " ", words), value) for words, value in items], "dropped": dropped.get(number) or reason})
        write_cases(target, path.stem, out)


if __name__ == "__main__":
    main(sys.argv[1:])
