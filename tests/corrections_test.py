#!/usr/bin/env python3
"""corrections_test.py RECOUPE: a user's corrections.jsonl through the whole program: applied, replayed, proved,
reported, and never lost."""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

RECOUPE = None
SCHEMA = jsonschema.Draft202012Validator(json.loads(
    (pathlib.Path(__file__).resolve().parent.parent / "docs/schema/corrections.schema.json").read_text(encoding="utf-8")))

PRESS = {
    "01-vigie.txt": "Incendie de la halle de Brémont\n\nBRÉMONT, 3 juin 2024 – L'incendie de la halle de Brémont a fait "
                    "onze morts, a annoncé lundi la préfecture de la Sarthe. « Nous avons retrouvé onze corps dans la "
                    "halle », a déclaré Claire Vasseur, la préfète. Quelque 300 habitants ont été évacués.\n",
    "02-relais.txt": "Brémont : la halle détruite par le feu\n\nBRÉMONT, 3 juin 2024 – Onze morts : c'est le bilan de "
                     "l'incendie de la halle de Brémont, selon la préfecture de la Sarthe. Paul Morin, un maraîcher, "
                     "a affirmé : « Le feu est parti du toit de la halle. » Environ 300 habitants ont été évacués.\n",
    "03-cahier.txt": "Halle de Brémont : un théâtre rend hommage\n\nLE MANS, 4 juin 2024 – Le comédien Paul Morin a "
                     "déclaré : « Le feu est parti du toit de la halle, dit-on partout. » L'incendie de la halle de "
                     "Brémont a fait onze morts.\n",
}


def run(*arguments):
    return subprocess.run([RECOUPE, *map(str, arguments)], capture_output=True, timeout=120, text=True)


class Dossier:
    def __init__(self, folder):
        lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        self.articles = {pathlib.PurePath(a["source_name"]).name: a for a in map(json.loads, lines)}
        self.json = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))

    def item(self, file, kind, words):
        found = [i for i in self.articles[file][kind + "s"] if words in i["text"]]
        assert found, (file, kind, words, [i["text"] for i in self.articles[file][kind + "s"]])
        return found[0]

    def cell(self, file, kind, words):
        item = self.item(file, kind, words)
        return {"article": self.articles[file]["id"], "kind": kind, "source": item["source"], "text": item["text"]}

    def member(self, file, kind, words):
        cell = self.cell(file, kind, words)
        del cell["kind"]
        return cell

    def cluster(self, file, kind, words):
        item, article = self.item(file, kind, words), self.articles[file]["id"]
        for cluster in self.json["clusters"]:
            if any(m["article"] == article and m["claim"] == item["id"] for m in cluster["members"]):
                return cluster
        return None

    def entities(self, name):
        return [e for e in self.json["entities"] if name == e["name"] or name in e["aliases"]]

    def id(self, file):
        return self.articles[file]["id"]


class Corrections(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.press, self.out = self.folder / "press", self.folder / "out"
        self.file = self.out / "corrections.jsonl"
        self.press.mkdir()
        for name, text in PRESS.items():
            (self.press / name).write_text(text, encoding="utf-8")
        self.before = self.dossier()

    def dossier(self, *flags, status=0):
        result = run("dossier", self.press, "-o", self.out, *flags)
        self.assertEqual(result.returncode, status, result.stderr)
        self.stderr = result.stderr
        return Dossier(self.out)

    def correct(self, *lines, status=0):
        for line in lines:
            SCHEMA.validate(line)
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        self.file.write_text(text, encoding="utf-8")
        after = self.dossier(status=status)
        self.assertEqual(self.file.read_text(encoding="utf-8"), text)
        return after

    def verify(self, status=0):
        result = run("verify", self.out)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        return result.stdout + result.stderr

    def rows(self, table):
        with open(self.out / table, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def test_a_rejected_cell_is_kept_in_its_line_alone(self):
        cell = self.before.cell("01-vigie.txt", "figure", "300")
        self.assertIsNotNone(self.before.cluster("01-vigie.txt", "figure", "300"))
        after = self.correct({"op": "reject", "cell": cell, "note": "compté deux fois", "author": "A. B.",
                              "date": "2024-06-05"})
        item = after.item("01-vigie.txt", "figure", "300")
        self.assertTrue(item["rejected"])
        self.assertEqual(item["corrected"]["rejected"],
                         {"note": "compté deux fois", "author": "A. B.", "date": "2024-06-05"})
        self.assertIsNone(after.cluster("01-vigie.txt", "figure", "300"))
        self.assertEqual([r["article"] for r in self.rows("figures.csv") if "300" in r["text"]],
                         [after.id("02-relais.txt")])
        self.assertNotIn("rejected", after.item("02-relais.txt", "figure", "300"))
        self.assertIn("1 of their fields are by hand", self.verify())

    def test_a_fixed_value_is_proved_by_the_users_line(self):
        cell = self.before.cell("01-vigie.txt", "figure", "onze morts")
        self.assertIn(self.before.cluster("01-vigie.txt", "figure", "onze morts")["relation"], ("same", "agree"))
        after = self.correct({"op": "fix", "cell": cell, "field": "value", "old": 11, "new": 12},
                             {"op": "fix", "cell": cell, "field": "speaker", "new": "Claire Vasseur"})
        item = after.item("01-vigie.txt", "figure", "onze morts")
        self.assertEqual((item["min"], item["max"], item["bound"]), (12, 12, "exact"))
        self.assertEqual(item["corrected"]["min"], {"old": 11, "new": 12})
        self.assertEqual(item["attribution"][0]["name"], "Claire Vasseur")
        self.assertEqual(item["attribution"][0]["entity"],
                         next(e["id"] for e in after.articles["01-vigie.txt"]["entities"]
                              if e["name"] == "Claire Vasseur"))
        row = next(r for r in self.rows("figures.csv") if r["min"] == "12")
        self.assertIn("max min", row["corrected"])
        self.verify()
        # Without the line, the value is an invention.
        self.file.write_text("", encoding="utf-8")
        self.assertIn("no line of corrections.jsonl", self.verify(status=1))

    def test_replayed_after_additions_and_never_changed(self):
        cell = self.before.cell("02-relais.txt", "figure", "Onze morts")
        lines = ['{"op": "reject", "cell": %s, "colour": "red"}' % json.dumps(cell), "", "pas du JSON",
                 '{"op": "frobnicate"}',
                 '{"op": "reject", "cell": {"article": "0000000000000000", "kind": "time", "source": [0, 4], "text": "mars"}}']
        text = "\r\n".join(lines)
        self.file.write_bytes(text.encode())
        after = self.dossier(status=1)
        self.assertTrue(after.item("02-relais.txt", "figure", "Onze morts")["rejected"])
        for words in ("corrections.jsonl:3: is not JSON", "corrections.jsonl:4: no such op", "corrections.jsonl:5: no article"):
            self.assertIn(words, self.stderr)
        self.assertEqual([(c["line"], c["state"]) for c in after.json["corrections"]],
                         [(1, "applied"), (3, "malformed"), (4, "malformed"), (5, "unmatched")])
        (self.press / "00-nouveau.txt").write_text("Brémont\n\nBRÉMONT, 2 juin 2024 – La halle de Brémont brûle.\n",
                                                   encoding="utf-8")
        after = self.dossier(status=1)
        self.assertEqual(len(after.articles), 4)
        self.assertTrue(after.item("02-relais.txt", "figure", "Onze morts")["rejected"])
        self.assertEqual(self.file.read_bytes(), text.encode())
        self.verify()

    def test_lines_that_match_nothing_any_more_are_no_error(self):
        self.correct({"op": "reject", "cell": {"article": self.before.id("01-vigie.txt"), "kind": "figure",
                                               "source": [1, 5], "text": "mille"}})
        self.assertIn("corrections.jsonl:1: the article has no figure «mille»", self.stderr)
        self.verify()

    def test_another_file_is_added_to_the_folders_own(self):
        first = {"op": "reject", "cell": self.before.cell("01-vigie.txt", "figure", "300")}
        second = {"op": "reject", "cell": self.before.cell("02-relais.txt", "figure", "300")}
        self.file.write_text(json.dumps(first), encoding="utf-8")  # no line end
        extra = self.folder / "mine.jsonl"
        extra.write_text(json.dumps(second) + "\n" + json.dumps(first) + "\n", encoding="utf-8")
        after = self.dossier("--corrections", extra)
        for file in ("01-vigie.txt", "02-relais.txt"):
            self.assertTrue(after.item(file, "figure", "300")["rejected"])
        kept = self.file.read_bytes()
        self.assertEqual(kept.decode().splitlines(), [json.dumps(first), json.dumps(second)])
        self.dossier("--corrections", extra)
        self.assertEqual(self.file.read_bytes(), kept)
        self.verify()
        self.assertEqual(run("dossier", self.press, "-o", self.out, "--corrections", self.folder / "none").returncode, 2)

    def test_namesakes_are_split_and_names_merged(self):
        morin = self.before.entities("Paul Morin")
        self.assertEqual(len(morin), 1)
        ids = [self.before.id("02-relais.txt"), self.before.id("03-cahier.txt")]
        after = self.correct({"op": "split", "entity": {"kind": "person", "name": "Paul Morin"},
                              "parts": [{"articles": ids[:1]}, {"articles": ids[1:], "name": "Paul Morin (comédien)"}]})
        self.assertEqual(sorted(e["name"] for e in after.entities("Paul Morin")),
                         ["Paul Morin", "Paul Morin (comédien)"])
        self.verify()
        after = self.correct({"op": "merge", "entities": [
            {"kind": "person", "name": "Paul Morin", "articles": ids},
            {"kind": "person", "name": "Claire Vasseur", "articles": [self.before.id("01-vigie.txt")]}]})
        self.assertEqual(len(after.entities("Paul Morin")), 1)
        self.assertIn("Claire Vasseur", after.entities("Paul Morin")[0]["aliases"])
        self.verify()

    def test_an_entity_that_is_none(self):
        address = {"kind": "person", "name": "Paul Morin", "articles": [self.before.id("03-cahier.txt")]}
        after = self.correct({"op": "reject", "entity": address})
        entity = next(e for e in after.articles["03-cahier.txt"]["entities"] if e["name"] == "Paul Morin")
        self.assertTrue(entity["rejected"])
        self.assertEqual([m["article"] for m in after.entities("Paul Morin")[0]["members"]],
                         [after.id("02-relais.txt")])
        self.verify()

    def test_clusters_rejected_parted_and_confirmed(self):
        files = ("01-vigie.txt", "02-relais.txt", "03-cahier.txt")
        words = ("onze morts", "Onze morts", "onze morts")
        cluster = self.before.cluster(files[0], "figure", words[0])
        self.assertEqual(len({m["article"] for m in cluster["members"]}), 3, cluster)
        members = [self.before.member(f, "figure", w) for f, w in zip(files, words)]
        after = self.correct({"op": "reject", "cluster": {"kind": "figure", "members": members}})
        clusters = [after.cluster(f, "figure", w)["id"] for f, w in zip(files, words)]
        self.assertEqual(len(set(clusters)), 3)
        self.verify()
        after = self.correct({"op": "part", "cluster": {"kind": "figure", "parts": [members[:2], members[2:]]},
                              "note": "deux incendies"})
        one, two, three = (after.cluster(f, "figure", w) for f, w in zip(files, words))
        self.assertEqual(one["id"], two["id"])
        self.assertNotEqual(one["id"], three["id"])
        self.assertEqual(three["corrected"], {"parted": {"note": "deux incendies"}})
        self.verify()
        toll, people = members[0], self.before.member(files[1], "figure", "300")
        after = self.correct({"op": "confirm", "cluster": {"kind": "figure", "members": [toll, people]},
                              "relation": "compatible"})
        one, two = after.cluster(files[0], "figure", words[0]), after.cluster(files[1], "figure", "300")
        self.assertEqual(one["id"], two["id"])
        self.assertEqual(one["relation"], "compatible")
        self.verify()

    def test_the_date_of_an_article(self):
        after = self.correct({"op": "fix", "article": self.before.id("01-vigie.txt"), "field": "published",
                              "old": "2024-06-03", "new": "2024-06-10"})
        article = after.articles["01-vigie.txt"]
        self.assertEqual((article["published"]["value"], article["published"]["basis"]), ("2024-06-10", "given"))
        self.assertEqual(article["corrected"]["published"]["new"], "2024-06-10")
        self.verify()

    def test_words_that_the_article_does_not_have_are_refused(self):
        cell = self.before.cell("01-vigie.txt", "figure", "onze morts")
        after = self.correct({"op": "fix", "cell": cell, "field": "what", "new": "pompiers"},
                             {"op": "fix", "cell": cell, "field": "status", "new": "wrong"},
                             {"op": "fix", "cell": cell, "field": "colour", "new": "red"}, status=1)
        self.assertEqual([c["state"] for c in after.json["corrections"]], ["malformed"] * 3)
        self.assertNotIn("corrected", after.item("01-vigie.txt", "figure", "onze morts"))


if __name__ == "__main__":
    RECOUPE = sys.argv.pop(1)
    unittest.main()
