#!/usr/bin/env python3
"""Compiles models/gazetteer.bin, the places of the world that src/gazetteer reads in place.

    train/gazetteer.py DATA_DIR [OUT]

DATA_DIR holds cities15000.zip and countryInfo.tsv (GeoNames, CC BY 4.0), regionInfo.tsv (GeoNames admin1 codes),
countries.json (mledoze/countries, ODbL) and whosonfirst-names.tsv (Who's On First, CC BY). Same input, same bytes.

Layout (little endian; src/gazetteer/gazetteer.cpp reads it as it lies):
  header   8 bytes "RCGAZ001", then u32: places, entries, bucket bits, bytes of strings
  places   32 bytes each: u32 name (into strings), f32 latitude, f32 longitude, u32 population, u32 GeoNames id,
           u32 Wikidata number, u32 region (place index, 2^32-1 = none), 2 bytes ISO country, u8 kind, u8 flags
  buckets  u32 each, 2^bits + 1 of them: first entry of every bucket
  entries  8 bytes each: u32 fingerprint, u24 place, u8 flags
  strings  names in UTF-8, each ended by a zero byte
A name is looked up by the 64-bit FNV-1a hash of its key: the top bits choose the bucket, the low 32 bits are the
fingerprint. Keys themselves are not stored: 230,000 names then cost 8 bytes each, and a false friend comes once in
a billion look-ups.
"""
import json
import pathlib
import re
import struct
import sys
import unicodedata
import zipfile

KINDS = {"country": 1, "region": 2, "county": 3, "city": 4, "quarter": 5}
NAME_LOOSE, NAME_ALTERNATE, NAME_DEMONYM = 1, 2, 4
PLACE_CAPITAL, PLACE_MINOR, PLACE_SEAT = 1, 2, 4

# Where names reach the French and English press through another script, and so in many spellings.
TRANSLITERATED = set(
    "SY IQ IR SA YE OM AE QA KW BH JO LB PS IL EG LY TN DZ MA MR SD SS SO DJ ER ET TD AF PK IN BD NP LK MM TH KH LA "
    "UA RU BY KZ UZ TM TJ KG AM AZ GE BG RS MK MN CN KP KR TW TR ML NE BF CM CF NG".split())

SPECIAL = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "‐": "-", "‑": "-", "–": "-", "—": "-"}
APOSTROPHES = set("'’‘ʼʻ`´ʿʾʽ′")


def fold(text):
    """recoupe::utf8::fold, as far as place names need it."""
    out = []
    for c in text:
        c = c.lower()
        c = SPECIAL.get(c, c)
        out.append("".join(d.lower() for d in unicodedata.normalize("NFD", c) if unicodedata.category(d) != "Mn"))
    return "".join(out)


def key(text):
    """gazetteer::key: folded words, one blank between; no apostrophes; «St» is «Saint»."""
    out = []
    for c in fold(text):
        if c in APOSTROPHES:
            continue
        out.append(c if c.isalnum() or ord(c) >= 128 else " ")
    words = ["saint" if w == "st" else "sainte" if w == "ste" else w for w in "".join(out).split()]
    return " ".join(words)


ARTICLES = {"al", "el", "ar", "as", "at", "ad", "an", "az", "ash", "adh", "ath", "ez", "er", "es", "ed", "et", "en", "ech", "esh"}
PAIRS = [("tch", "c"), ("sch", "s"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ph", "f"), ("kh", "k"), ("gh", "g"),
         ("ch", "s"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("ts", "s"), ("tz", "s"), ("ay", "e"), ("ai", "e"),
         ("ei", "e"), ("ey", "e"), ("aw", "o"), ("au", "o"), ("ee", "i"), ("q", "k"), ("c", "k"), ("w", "u"),
         ("y", "i"), ("h", ""), ("v", "u"), ("x", "ks"), ("z", "s")]


def loose(name_key):
    """gazetteer::loose_key: what the spellings of one name share (Hassaké, Hasakah; Kobané, Kobani; Riyad, Ryad).
    Empty where too little is left to trust."""
    words = name_key.split()
    if len(words) > 1:
        words = [w for i, w in enumerate(words) if w not in ARTICLES or i == len(words) - 1]
    out = ""
    for word in words:
        letters, i = "", 0
        while i < len(word):
            for a, b in PAIRS:
                if word.startswith(a, i):
                    letters += b
                    i += len(a)
                    break
            else:
                letters += word[i]
                i += 1
        single = ""
        for c in letters:
            if not single.endswith(c):
                single += c
        if len(single) > 3 and single[-1] in "aeiou":
            single = single[:-1]
        out += single
    return out if len(out) >= 3 else ""


def fnv(text):
    h = 0xCBF29CE484222325
    for byte in text.encode():
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def latin(name):
    return all(c in APOSTROPHES or c in " -.()" or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) for c in name)


class Table:
    def __init__(self):
        self.places, self.entries = [], {}

    def place(self, **p):
        p.setdefault("population", 0), p.setdefault("geonames", 0), p.setdefault("wikidata", 0)
        p.setdefault("region", 0xFFFFFFFF), p.setdefault("flags", 0)
        self.places.append(p)
        return len(self.places) - 1

    def name(self, place, name, flags=0, with_loose=False):
        k = key(name)
        if len(k) < 2:
            return
        self.add(k, place, flags)
        if with_loose:
            soft = loose(k)
            if soft:
                self.add(soft, place, flags | NAME_LOOSE)

    def add(self, k, place, flags):
        slot = (k, place, flags & (NAME_LOOSE | NAME_DEMONYM))
        # a name that is both the main one and an alternate one is the main one
        self.entries[slot] = self.entries.get(slot, flags) & flags


def countries(data, table):
    rows = [l.split("\t") for l in (data / "countryInfo.tsv").read_text(encoding="utf-8").split("\n") if l and l[0] != "#"]
    info = {r[0]: r for r in rows}
    out = {}
    for c in sorted(json.loads((data / "countries.json").read_text(encoding="utf-8")), key=lambda c: c["cca2"]):
        code, row = c["cca2"], info.get(c["cca2"])
        french = c["translations"].get("fra", {})
        shown = french.get("common") or c["name"]["common"]
        i = table.place(name=shown, kind="country", country=code, lat=c["latlng"][0], lon=c["latlng"][1],
                        population=int(row[7]) if row else 0, geonames=int(row[16]) if row else 0)
        out[code] = i
        names = {c["name"]["common"], c["name"]["official"], french.get("common"), french.get("official")}
        names |= {a for a in c["altSpellings"] if len(a) > 3}
        for n in sorted(n for n in names if n):
            table.name(i, re.sub(r"^(Îles|îles) (du )?", "", n) if n.startswith("Îles du Cap") else n)
        for language in ("fra", "eng"):
            for form in c["demonyms"].get(language, {}).values():
                for word in re.split(r", | et ", form):
                    if len(word) > 3:
                        for ending in ("", "s", "e", "es", "ne", "nes"):
                            if ending in ("", "s") or (language == "fra" and word[-1] in "snl" and word != form + "e"):
                                table.name(i, word + ending, NAME_DEMONYM)
    return out


def regions(data, table, cities):
    """Regions come without coordinates: they lie where their people live."""
    sums = {}
    for f in cities:
        code, people = f"{f[8]}.{f[10]}", max(int(f[14] or 0), 1)
        s = sums.setdefault(code, [0.0, 0.0, 0])
        s[0] += float(f[4]) * people
        s[1] += float(f[5]) * people
        s[2] += people
    out = {}
    for line in (data / "regionInfo.tsv").read_text(encoding="utf-8").split("\n"):
        if not line or line[0] == "#":
            continue
        code, name, ascii_name, geonames = line.split("\t")
        if code not in sums:
            continue
        lat, lon, people = sums[code]
        country = code.split(".")[0]
        i = table.place(name=name, kind="region", country=country, lat=lat / people, lon=lon / people, population=people,
                        geonames=int(geonames))
        out[code] = i
        strange = country in TRANSLITERATED
        bare = re.sub(r" (Province|Governorate|Region|State|County|Department|District|Oblast|Prefecture|Municipality)$", "", name)
        for n in {name, ascii_name, bare}:
            table.name(i, n, 0, strange)
    return out


def alternates(f):
    """The Latin-script names that a French or English text may use."""
    people, country = int(f[14] or 0), f[8]
    for name in f[3].split(","):
        if len(name) < 4 or not latin(name) or not name[0].isupper() or name.isupper():
            continue
        if re.search(r"ehl'|[a-z]'j|jj|khot$|Gorad|Municipality|Comune|Gemeinde|Stadt", name):
            continue
        if people < 60000 and country not in TRANSLITERATED and country not in ("FR", "BE", "CH", "CA", "LU", "ES", "IT", "DE", "GB"):
            continue
        if people < 30000 and country in ("RU", "CN", "IN", "TR", "NG", "TH", "PK", "IR", "BG", "RS"):
            continue
        yield name


def cities_of(data):
    with zipfile.ZipFile(data / "cities15000.zip") as z:
        text = z.read("cities15000.txt").decode("utf-8")
    return [l.split("\t") for l in text.split("\n") if l.count("\t") > 14]


def add_cities(cities, table, region):
    ids, near = {}, {}
    for f in sorted(cities, key=lambda f: (-int(f[14] or 0), int(f[0]))):
        kind = "quarter" if f[7] == "PPLX" else "city"
        i = table.place(name=f[1], kind=kind, country=f[8], lat=float(f[4]), lon=float(f[5]), population=int(f[14] or 0),
                        geonames=int(f[0]), region=region.get(f"{f[8]}.{f[10]}", 0xFFFFFFFF),
                        flags=PLACE_CAPITAL if f[7] == "PPLC" else PLACE_SEAT if f[7] == "PPLA" else 0)
        ids[int(f[0])] = i
        near.setdefault(f[8], []).append(i)
        strange = f[8] in TRANSLITERATED and kind == "city"
        table.name(i, f[1], 0, strange)
        table.name(i, f[2], 0, strange)
        for n in alternates(f):
            table.name(i, n, NAME_ALTERNATE, strange and int(f[14] or 0) >= 50000)
    return ids, near


PREFIX = re.compile(r"^(Markaz|District (de |d'|du )|Nahiyah|Nahiya|Qada'|Oblast (de |d'|du )|Raïon (de |d'|du )|Cercle (de |d'|du )|"
                    r"Province (de |d'|du )|Gouvernorat (de |d'|du )|Région (de |d'|du ))\s*", re.I)
SUFFIX = re.compile(r" (District|Raion|Oblast|Governorate|Province|Region|Cercle|Subdistrict)$", re.I)


def whosonfirst(data, table, ids, near):
    groups = {}
    for line in (data / "whosonfirst-names.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        f = line.split("\t")
        if len(f) == 10 and f[8] in ("fra", "eng") and latin(f[9]):
            groups.setdefault(int(f[0]), (f[1:8], []))[1].append(f[9])
    by_key = {}
    for (k, place, flags), _ in table.entries.items():
        if not flags & NAME_DEMONYM:
            by_key.setdefault(k, []).append(place)
    for wof, (f, names) in sorted(groups.items()):
        placetype, country, lat, lon = f[0], f[1], float(f[2]), float(f[3])
        kind = {"region": "region", "county": "county", "neighbourhood": "quarter"}.get(placetype, "city")
        wikidata = int(f[6][1:]) if re.fullmatch(r"Q\d+", f[6]) else 0
        geonames = int(f[5]) if f[5].isdigit() else 0
        found = ids.get(geonames)
        if found is None:  # the same place under GeoNames: a shared name, and near
            for n in names:
                for p in by_key.get(key(PREFIX.sub("", n)), []):
                    q = table.places[p]
                    if q["country"] == country and q["kind"] == kind and abs(q["lat"] - lat) + abs(q["lon"] - lon) < (2 if kind == "region" else 0.3):
                        found = p
        bare = [SUFFIX.sub("", PREFIX.sub("", n)) for n in names]
        if found is None:
            people = int(f[4]) if f[4].isdigit() else 0
            if kind == "quarter":
                continue
            found = table.place(name=bare[0], kind=kind, country=country, lat=lat, lon=lon, population=people,
                                geonames=geonames, wikidata=wikidata, flags=PLACE_MINOR)
        elif wikidata and not table.places[found]["wikidata"]:
            table.places[found]["wikidata"] = wikidata
        for n in sorted(set(names + bare)):
            table.name(found, n, 0, kind != "quarter" and country != "UA" and country != "ML")


def write(table, out):
    strings, offsets = bytearray(), []
    known = {}
    for p in table.places:
        raw = p["name"].encode() + b"\0"
        if raw not in known:
            known[raw] = len(strings)
            strings += raw
        offsets.append(known[raw])
    bits = 16
    rows = []
    for (k, place, _), flags in table.entries.items():
        h = fnv(k)
        rows.append((h >> (64 - bits), h & 0xFFFFFFFF, place, flags))
    rows.sort()
    buckets, at = [], 0
    for b in range((1 << bits) + 1):
        while at < len(rows) and rows[at][0] < b:
            at += 1
        buckets.append(at)
    blob = bytearray(b"RCGAZ001" + struct.pack("<4I", len(table.places), len(rows), bits, len(strings)))
    for p, offset in zip(table.places, offsets):
        blob += struct.pack("<IffIIII2sBB", offset, p["lat"], p["lon"], p["population"] & 0xFFFFFFFF, p["geonames"],
                            p["wikidata"] & 0xFFFFFFFF, p["region"], p["country"].encode(), KINDS[p["kind"]], p["flags"])
    blob += struct.pack(f"<{len(buckets)}I", *buckets)
    for _, fingerprint, place, flags in rows:
        blob += struct.pack("<II", fingerprint, place | flags << 24)
    blob += strings
    pathlib.Path(out).write_bytes(blob)
    print(f"{len(table.places)} places, {len(rows)} names, {len(blob) / 1e6:.2f} MB", file=sys.stderr)


def main(argv):
    data = pathlib.Path(argv[0])
    out = argv[1] if len(argv) > 1 else pathlib.Path(__file__).parent.parent / "models" / "gazetteer.bin"
    table, cities = Table(), cities_of(data)
    countries(data, table)
    region = regions(data, table, cities)
    ids, near = add_cities(cities, table, region)
    whosonfirst(data, table, ids, near)
    write(table, out)


if __name__ == "__main__":
    main(sys.argv[1:])
