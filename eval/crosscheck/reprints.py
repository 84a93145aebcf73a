"""Reprints and look-alikes, made from the texts in reprints/.

documents(): every article, as {"id", "title", "text", "published", "outlet", "language", "groups", "split", "kind"}; two
articles are copies if they share a group. Eight edits of twenty agency reports that we wrote, three each; nothing is
random, so that a score means the same everywhere. The look-alikes are written by hand.
"""
import datetime
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
EDITS = ("cut", "excerpt", "headline", "merged", "reordered", "synonyms", "style", "boxed")
HOUSES = ("Le Progrès des Monts", "Info-Plaine", "Le Journal d'Aval", "The Dale Chronicle")


def blocks(name):
    """The «=== » blocks of a file: (fields of the head, lines)."""
    for block in (HERE / "reprints" / name).read_text(encoding="utf-8").split("=== ")[1:]:
        head, *rest = block.strip().split("\n")
        yield [field.strip() for field in head.split(" | ")], rest


def articles(lines):
    """Those that a «--- date | outlet» line opens: {"published", "outlet", "title", "paragraphs"}."""
    found = []
    for line in lines:
        if line.startswith("--- "):
            published, outlet = line[4:].split(" | ")
            found.append({"published": published, "outlet": outlet, "title": None, "paragraphs": []})
        elif found[-1]["title"] is None:
            found[-1]["title"] = line
        else:
            found[-1]["paragraphs"].append(line)
    return found


def bases():
    for head, lines in blocks("bases.txt"):
        alt = lines.index("~alt")
        own = next(i for i, line in enumerate(lines) if line.startswith("~ind"))
        published, outlet = [field.strip() for field in lines[own].split(" | ")][1:]
        yield {"id": head[0], "published": head[1], "language": head[2], "title": lines[0], "paragraphs": lines[1:alt],
               "alt": lines[alt + 1:own],
               "independent": {"published": published, "outlet": outlet, "title": lines[own + 1], "paragraphs": lines[own + 2:]}}


def stories():
    return [json.loads(line) for line in (HERE / "stories.jsonl").read_text(encoding="utf-8").splitlines()]


def sentences(paragraphs):
    return [s for p in paragraphs for s in re.split(r"(?<=[.!?»\"]) (?=[A-ZÀÉÊÎ«\"])", p)]


def synonyms(text, language):
    """Every tenth word, as near as the list allows."""
    table = [line.split("\t") for line in (HERE / "reprints" / "synonyms.tsv").read_text(encoding="utf-8").splitlines()
             if not line.startswith("#")]
    words = {word: instead for tongue, word, instead in table if tongue == language}
    out, since = [], 9
    for word in re.split(r"(\w+)", text):
        if since >= 5 and word in words:
            word, since = words[word], 0
        elif word[:1].isalnum():
            since += 1
        out.append(word)
    return "".join(out)


def house_style(text, language):
    text = re.sub(r"(\d) (\d{3})\b", r"\1.\2" if language == "fr" else r"\1,\2", text)
    for found, instead in (("« ", '"'), (" »", '"'), ("’", "'"), ("État", "Etat"), ("Écologie", "Ecologie"), ("Église", "Eglise"),
                           ("premier ministre", "Premier ministre"), ("œ", "oe"), (" pour cent", " %"), ("Île", "Ile"),
                           ("dix-neuf", "19"), ("vingt-deux", "22"), ("soixante", "60"), ("douze", "12"), ("seize", "16"),
                           ("vingt-quatre", "24"), ("vingtaine", "20aine"), ("quarante-cinq", "45"), ("sept", "7"),
                           ("percent", "per cent"), ("fourteen", "14"), ("twelve", "12"), ("Twelve", "12"), ("eight-storey", "8-storey"),
                           ("organis", "organiz"), ("Labour", "Labor"), ("metres", "meters")):
        text = re.sub(rf"\b{found}" if found[0].isalpha() else re.escape(found), instead, text)
    return text if language == "fr" else text.replace('"', "”").replace(" ”", " “").replace("\n\n”", "\n\n“")


def units(text, language):
    """Figures given once more in other units, in brackets."""
    def more(unit, factor, other):
        nonlocal text
        text = re.sub(rf"\b(\d+(?:[.,]\d+)?) {unit}\b",
                      lambda m: f"{m[0]} (soit {round(float(m[1].replace(',', '.')) * factor)} {other})", text)
    for unit, factor, other in (("millions d'euros", 1.1, "millions de dollars"), ("km/h", 0.54, "nœuds"), ("mètres", 3.28, "pieds"),
                                ("tonnes", 2204, "livres"), ("percent", 1, "points"), ("kilos", 2.2, "livres"),
                                ("millions de dollars", 0.9, "millions d'euros"), ("million euros", 1.1, "million dollars")):
        more(unit, factor, other)
    return text if language == "fr" else text.replace("(soit", "(or")


BOX = {"fr": ("Partager sur les réseaux. Temps de lecture : 2 minutes. Écouter l'article.",
              "Notre journal se bat pour une presse libre. Soutenez-nous pour le prix d'un café par mois et recevez le "
              "dimanche notre sélection des meilleurs papiers de la semaine, sans publicité.",
              "Sur le même sujet : ce que l'on sait, ce que l'on ignore encore. Toute reproduction interdite."),
       "en": ("Share this story. Reading time: 2 minutes. Listen to this article.",
              "Quality reporting costs money. Support us for the price of a coffee a month and get our Sunday selection of the "
              "best stories of the week in your inbox, with no advertising at all.",
              "More on this: what we know and what we do not. All rights reserved.")}
INTRO = {"fr": "Dans notre revue de presse du jour, ce passage d'une dépêche : ",
         "en": "From the wires today, this passage caught our eye: "}


def edited(base, edit, host):
    title, paragraphs, language = base["title"], list(base["paragraphs"]), base["language"]
    if edit == "cut":
        paragraphs = paragraphs[:3]
    elif edit == "excerpt":
        every = sentences(paragraphs)
        words = sum(len(s.split()) for s in every)
        taken, begin = [], len(every) // 3
        while sum(len(s.split()) for s in taken) < 0.28 * words:
            taken.append(every[begin + len(taken)])
        lines = host["text"].split("\n\n")
        title, paragraphs = host["title"], [INTRO[language] + " ".join(taken), lines[0]]
    elif edit == "headline":
        title, paragraphs = base["alt"][0], [base["alt"][1], *paragraphs[1:]]
    elif edit == "merged":
        lines = host["text"].split("\n\n")
        title, paragraphs = host["title"], [*lines, *paragraphs]
    elif edit == "reordered":
        paragraphs = [paragraphs[i] for i in (2, 0, 4, 1, 3)]
    elif edit == "synonyms":
        title, *paragraphs = synonyms("\n\n".join([title, *paragraphs]), language).split("\n\n")
    elif edit == "style":
        title, *paragraphs = house_style("\n\n".join([title, *paragraphs]), language).split("\n\n")
    elif edit == "boxed":
        paragraphs = units("\n\n".join(paragraphs), language).split("\n\n")
        paragraphs = [BOX[language][0], *paragraphs[:3], BOX[language][1], *paragraphs[3:], BOX[language][2]]
    return title, paragraphs


def documents():
    made = []

    def add(name, kind, split, groups, language, source, title, paragraphs):
        made.append({"id": name, "kind": kind, "split": split, "groups": groups, "language": language, "title": title,
                     "published": source["published"], "outlet": source["outlet"], "text": "\n\n".join(paragraphs)})

    # Hosts and articles with boilerplate come from different stories of both languages, each used once.
    pool = stories()
    houses = [line.split(" | ") for line in (HERE / "reprints" / "same-boilerplate.txt").read_text(encoding="utf-8").splitlines()]
    # From the end, where no article with boilerplate comes from.
    spare = {language: [s for s in pool if s["language"] == language] for language in ("fr", "en")}
    for n, base in enumerate(bases()):
        split = "heldout" if n % 3 == 2 else "tune"
        language = base["language"]
        add(base["id"], "base", split, [base["id"]], language, {"published": base["published"], "outlet": None},
            base["title"], base["paragraphs"])
        for j in range(3):
            edit = EDITS[(3 * n + j) % 8]
            host = spare[language].pop()
            day = datetime.date.fromisoformat(base["published"]) + datetime.timedelta(days=j % 2)
            title, paragraphs = edited(base, edit, host)
            add(f"{base['id']}-{edit}", edit, split, [base["id"]], language,
                {"published": day.isoformat(), "outlet": HOUSES[3] if language == "en" else HOUSES[j]}, title, paragraphs)
        own = base["independent"]
        add(f"{base['id']}-own", "same event", split, [f"{base['id']}-own"], language, own, own["title"], own["paragraphs"])
    for n, (head, lines) in enumerate(blocks("same-quotation.txt")):
        for k, article in enumerate(articles(lines)):
            add(f"{head[0]}-{k}", "same quotation", "heldout" if n % 3 == 2 else "tune", [f"{head[0]}-{k}"], head[1], article,
                article["title"], [head[2] if p == "@" else p for p in article["paragraphs"]])
    for n, (head, lines) in enumerate(blocks("same-release.txt")):
        for k, article in enumerate(articles(lines)):
            add(f"{head[0]}-{k}", "same release", "heldout" if n % 3 == 2 else "tune", [f"{head[0]}-{k}"],
                "en" if head[1].startswith("The ") else "fr", article, article["title"],
                [p.replace("@", head[1]) for p in article["paragraphs"]])
    for n, (language, outlet, text) in enumerate(houses):
        own = {s["story"]: s for s in pool if s["outlet"] == outlet}
        for k, s in enumerate(sorted(own.values(), key=lambda s: s["id"])[:6]):
            add(f"h{n}-{k}", "same boilerplate", "heldout" if n % 3 == 2 else "tune", [f"h{n}-{k}"], language, s, s["title"],
                s["text"].split("\n\n") + [text])
    return made


def listed_pairs(made):
    """The 60 reprint pairs and the 60 look-alikes: (id, id, whether one is a copy of the other, kind)."""
    pairs = []
    for document in made:
        name, kind = document["id"], document["kind"]
        if kind in EDITS:
            pairs.append((name.split("-")[0], name, True, kind))
        elif kind == "same event":
            pairs.append((name.split("-")[0], name, False, kind))
        elif name.endswith(("-1", "-3", "-5")):
            pairs.append((name[:-1] + str(int(name[-1]) - 1), name, False, kind))
    return pairs


if __name__ == "__main__":
    for document in documents():
        print(json.dumps(document, ensure_ascii=False))
