#!/usr/bin/env python3
"""since_test.py RECOUPE: what new articles change in a dossier, said by `dossier --since`."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

RECOUPE = None

FIRST = {
    "01-vigie.txt": "Incendie de la halle de Brémont\n\nBRÉMONT, 3 juin 2024 – L'incendie de la halle de Brémont a fait "
                    "neuf morts, a annoncé lundi la préfecture de la Sarthe. « Le feu est parti du toit de la halle », a "
                    "déclaré le maire de Brémont, Luc Fabre.\n",
    "02-relais.txt": "Brémont : la halle détruite par le feu\n\nBRÉMONT, 3 juin 2024 – La halle de Brémont a été détruite "
                     "par un incendie. « La charpente sera reconstruite », a déclaré Luc Fabre, le maire de Brémont.\n",
}
LATER = {
    "03-cahier.txt": "Brémont : le bilan s'alourdit\n\nBRÉMONT, 5 juin 2024 – L'incendie de la halle de Brémont a fait "
                     "douze morts, a annoncé mercredi la préfecture de la Sarthe. « Le feu est parti du toit de la "
                     "halle », avait déclaré lundi le maire de Brémont, Luc Fabre.\n",
}
REVISED = FIRST["02-relais.txt"].replace("« La charpente sera reconstruite », a déclaré Luc Fabre, le maire de Brémont.",
                                         "Le maire de Brémont n'a rien dit de la charpente.")


def run(*arguments):
    return subprocess.run([RECOUPE, *map(str, arguments)], capture_output=True, timeout=120, text=True)


class Since(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.press, self.old, self.new = (self.folder / name for name in ("press", "old", "new"))
        self.press.mkdir()
        self.write(FIRST)
        self.dossier(self.old)

    def write(self, articles):
        for name, text in articles.items():
            (self.press / name).write_text(text, encoding="utf-8")

    def dossier(self, out, *flags):
        result = run("dossier", self.press, "-o", out, *flags)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.stderr = result.stderr
        return out

    def changes(self, out):
        return json.loads((out / "changes.json").read_text(encoding="utf-8"))

    def words(self, changes, kind):
        return [claim["text"] for change in changes["changes"] if change["change"] == kind for claim in change["claims"]]

    def test_nothing_new(self):
        self.assertFalse((self.old / "changes.json").exists())
        changes = self.changes(self.dossier(self.new, "--since", self.old))
        self.assertEqual(changes["articles"], {"added": [], "removed": [], "changed": []})
        self.assertEqual(changes["changes"], [])

    def test_a_later_article_adds_confirms_and_updates(self):
        self.write(LATER)
        changes = self.changes(self.dossier(self.new, "--since", self.old))
        self.assertEqual(len(changes["articles"]["added"]), 1)
        self.assertIn("douze morts", self.words(changes, "updates"))
        self.assertIn("Le feu est parti du toit de la halle", self.words(changes, "confirms"))
        confirmed = next(c for c in changes["changes"] if c["change"] == "confirms" and c["kind"] == "statement")
        self.assertGreater(confirmed["now"]["origins"], confirmed["before"]["origins"])
        self.assertIn("1 article more", self.stderr)
        self.assertIn("updates 1 claim", self.stderr)
        self.assertEqual(run("verify", self.new).returncode, 0)

    def test_into_the_same_folder(self):
        self.write(LATER)
        changes = self.changes(self.dossier(self.old, "--since", self.old))
        self.assertIn("douze morts", self.words(changes, "updates"))
        again = self.changes(self.dossier(self.old, "--since", self.old))
        self.assertEqual(again["changes"], [])

    def test_what_a_new_version_does_not_say_any_more(self):
        self.write({"02-relais.txt": REVISED})
        changes = self.changes(self.dossier(self.new, "--since", self.old))
        self.assertEqual(len(changes["articles"]["changed"]), 1)
        self.assertEqual(changes["articles"]["added"], [])
        self.assertIn("La charpente sera reconstruite", self.words(changes, "withdraws"))
        self.assertNotIn("La charpente sera reconstruite", self.words(changes, "adds"))
        withdrawn = next(c for c in changes["changes"] if c["change"] == "withdraws")
        self.assertIsNone(withdrawn["cluster"])

    def test_an_article_that_is_gone(self):
        (self.press / "02-relais.txt").unlink()
        changes = self.changes(self.dossier(self.new, "--since", self.old))
        self.assertEqual(len(changes["articles"]["removed"]), 1)
        self.assertIn("La charpente sera reconstruite", self.words(changes, "withdraws"))

    def test_corrections_come_along(self):
        lines = (self.old / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        article, figure = next((a, f) for a in map(json.loads, lines) for f in a["figures"] if "morts" in f["text"])
        line = json.dumps({"op": "reject", "cell": {"article": article["id"], "kind": "figure",
                                                    "source": figure["source"], "text": figure["text"]}}) + "\n"
        (self.old / "corrections.jsonl").write_text(line, encoding="utf-8")
        self.dossier(self.new, "--since", self.old)
        self.assertEqual((self.new / "corrections.jsonl").read_text(encoding="utf-8"), line)
        self.assertIn("1 of 1 corrections applied", self.stderr)

    def test_no_dossier_there(self):
        result = run("dossier", self.press, "-o", self.new, "--since", self.press)
        self.assertEqual(result.returncode, 1)
        self.assertIn("is no dossier", result.stderr)
        self.assertEqual(run("dossier", self.press, "--since", self.folder / "nowhere").returncode, 2)


if __name__ == "__main__":
    RECOUPE = sys.argv.pop(1)
    unittest.main()
