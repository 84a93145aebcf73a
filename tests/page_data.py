"""Data for the page's tests, in the form of docs/formats.md: a small story written by hand, with hostile texts in it,
and large ones generated from it. `page` puts them into a page that the program has written."""
import json
import re

HOSTILE = ("</script><img src=x onerror=\"window.harmed=1\"><script>window.harmed=2</script><!-- <script> "
           "\u202edrow neddih\u202c \u2066isolated\u2069 javascript:window.harmed=3 \u2028 " + "w" * 1_000_000)


def article(number, outlet, date, title, paragraphs, language="fr"):
    return {"recoupe": 1, "id": f"{number:016x}", "source_name": f"press/{number:04}.txt", "media_type": "text/plain",
            "outlet": {"name": outlet}, "title": title, "authors": [], "language": language,
            "published": {"value": date, "basis": "text", "from": date, "to": date},
            "text": "\n\n".join([title, *paragraphs]), "removed": [], "entities": [], "mentions": [], "times": [],
            "statements": [], "figures": [], "movements": [], "events": [], "diagnostics": []}


def place(a, words, **fields):
    """An item of the article, placed at the first occurrence of its words (offsets in code points, as Python's)."""
    at = a["text"].index(words)
    source = len(a["text"][:at].encode())
    return {"span": [at, at + len(words)], "source": [source, source + len(words.encode())], "text": words, **fields}


def add(a, kind, words, **fields):
    items = a[kind]
    prefix = {"statements": "s", "figures": "f", "movements": "m"}[kind]
    items.append({"id": f"{prefix}{len(items) + 1}", "status": "asserted", "attribution": [], **place(a, words, **fields)})
    return items[-1]["id"]


def tell(number, outlet, date, dead, hedged=False, name="Ana Belmont"):
    """An article about an invented fire. The emoji makes code points and UTF-16 units differ after it."""
    a = article(number, outlet, date, f"Incendie au port \U0001f525 : {dead} morts",
                [f"«\u00a0Nous avons tout perdu {number}\u00a0», a déclaré {name} à Canal Neuf, mardi 5 mars.",
                 f"Au moins {dead} morts et 120 évacués, conduits de Brest à Rennes, selon {name}."])
    a["entities"] = [{"id": "e1", "kind": "person", "name": name, "aliases": [], "role": "capitaine"},
                     {"id": "e2", "kind": "place", "name": "Brest", "country": "FR", "lat": 48.39, "lon": -4.49},
                     {"id": "e3", "kind": "place", "name": "Rennes", "country": "FR", "lat": 48.11, "lon": -1.68}]
    by = [{"name": name, "entity": "e1", "role": "capitaine", "mention": name, "cue": "a déclaré"}]
    add(a, "statements", f"Nous avons tout perdu {number}", form="direct", attribution=by + [{"name": "Canal Neuf"}], time=date)
    add(a, "statements", f"Au moins {dead} morts et 120 évacués, conduits de Brest à Rennes", form="indirect", attribution=by,
        status="hedged" if hedged else "asserted", hedges=["selon"] if hedged else [])
    add(a, "figures", f"Au moins {dead} morts", min=dead, max=None, bound="at_least", what="morts", category="killed",
        attribution=by, status="hedged" if hedged else "asserted", time=date)
    add(a, "figures", "120 évacués", min=120, max=120, bound="exact", what="évacués", category="displaced", attribution=by)
    add(a, "movements", "120 évacués, conduits de Brest à Rennes", who={"text": "120 évacués"}, figure="f2",
        **{"from": {"text": "Brest", "entity": "e2"}, "to": {"text": "Rennes", "entity": "e3"}})
    a["times"] = [place(a, "mardi 5 mars", type="date", value="2024-03-05")]
    a["mentions"] = [place(a, name, entity="e1", use="person"), place(a, "Brest", entity="e2", use="place"),
                     place(a, "Rennes", entity="e3", use="place")]
    return a


def compare(articles, wires=(), relation="differ"):
    """A dossier in which all figures of the dead are one cluster, and each of `wires` one origin."""
    ids = [a["id"] for a in articles]
    groups = [[articles[i]["id"] for i in wire] for wire in wires]
    groups += [[i] for i in ids if not any(i in group for group in groups)]
    origins = [{"id": f"o{n + 1}", "articles": group, "kind": "reprint" if len(group) > 1 else "own",
                "agency": "AGP" if len(group) > 1 else None, "passages": []} for n, group in enumerate(groups)]
    for origin in origins:
        if len(origin["articles"]) > 1:
            one, two = (next(a for a in articles if a["id"] == i) for i in origin["articles"][:2])
            words = "Nous avons tout perdu"
            passage = {"a": one["id"], "b": two["id"]}
            for side, a in (("a", one), ("b", two)):
                placed = place(a, words)
                passage[side + "_span"], passage[side + "_source"] = placed["span"], placed["source"]
            origin["passages"].append(passage)
    origin_of = {i: o["id"] for o in origins for i in o["articles"]}
    clusters = []
    for kind, claim, label in (("figure", "f1", "morts de l’incendie"), ("statement", "s2", "bilan de l’incendie")):
        members = [{"article": a["id"], "claim": claim, "origin": origin_of[a["id"]], "speaker": "E1"} for a in articles if a["figures"]]
        clusters.append({"id": f"c{len(clusters) + 1}", "kind": kind, "label": label, "relation": relation if kind == "figure" else "agree",
                         "why": "«Au moins 4 morts» (Le Phare) and «at least 7 and more» (The Quay) cannot both hold: at least 4 against 7; brings up to date 3 (2024-03-05)" if kind == "figure" else "", "articles": len(members),
                         "origins": len({m["origin"] for m in members}), "members": members})
    entities = [{"id": f"E{n}", "kind": kind, "name": name, "aliases": [], "country": "FR", "lat": lat, "lon": lon,
                 "members": [{"article": a["id"], "entity": f"e{n}"} for a in articles if a["entities"]]}
                for n, kind, name, lat, lon in ((1, "person", "Ana Belmont", None, None), (2, "place", "Brest", 48.39, -4.49),
                                                (3, "place", "Rennes", 48.11, -1.68))]
    return {"recoupe": 1, "articles": [], "origins": origins, "entities": entities, "clusters": clusters,
            "stories": [{"id": "st1", "title": "Incendie au port \U0001f525", "articles": ids, "from": "2024-03-05", "to": "2024-03-08"}],
            "timeline": [{"date": "2024-03-05", "cluster": "c1"}, {"date": "2024-W10", "cluster": "c2"}]}


def small():
    articles = [tell(1, "Le Phare", "2024-03-05", 4), tell(2, "La Digue", "2024-03-05", 4),
                tell(3, "The Quay", "2024-03-06", 7, hedged=True)]
    articles[0]["removed"] = [{"source": [0, 9], "why": "share-bar", "text": "Partager", "at": 0}]
    bad = article(4, "<b>Pirate</b> \u202e", "2024-03-07", HOSTILE[:200], [HOSTILE])
    add(bad, "statements", HOSTILE[:60], form="direct", attribution=[{"name": "<i>\u202enobody</i>"}])
    bad["removed"] = [{"source": [0, 5], "why": "<u>why</u>", "text": HOSTILE[:500]}]
    articles.append(bad)
    return compare(articles, wires=[(0, 1)]), articles


def large(count):
    articles = [tell(n, f"Titre {n % 60}", f"2024-03-{1 + n % 28:02}", 3 + n % 40, hedged=n % 5 == 0) for n in range(count)]
    padding = "\n\n".join(f"Paragraphe {n} : " + "il ne se passe rien de plus sur les quais. " * 9 for n in range(6))
    for a in articles:
        a["text"] += "\n\n" + padding
    return compare(articles, wires=[tuple(range(0, 40)), tuple(range(40, 50))]), articles


def page(html, dossier, articles):
    """The page `html` with other data in its blocks."""
    def block(name, value):
        data = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return lambda _: f'<script type="application/json" id="{name}">{data}</script>'
    # Two made-up lines about Brittany, where the story of these tests lies.
    outlines = {"views": [{"box": [-6, 47, -0.5, 49.5], "coast": [[-5000, 47500, 1000, 300, 2000, -200]], "border": []}]}
    for name, value in (("dossier", dossier), ("outlines", outlines), ("articles", articles)):
        html, found = re.subn(rf'<script type="application/json" id="{name}">.*?</script>', block(name, value), html, count=1, flags=re.S)
        assert found == 1, f"no data block «{name}»"
    return html
