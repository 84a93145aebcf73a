#!/usr/bin/env python3
"""parse_test.py RECOUPE: `recoupe parse` as a linguist would use it, wrong input included."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import unittest

RECOUPE = None
ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = "Le préfet Jean Dubois a été blessé près de Genève. Élodie Dubois, députée, l'a rejoint à Genève mardi.\n"


def run(*arguments, stdin=b""):
    return subprocess.run([RECOUPE, "parse", *map(str, arguments)], input=stdin, capture_output=True, timeout=300)


def rows(output):
    return [line.split("\t") for line in output.decode("utf-8").splitlines() if line and line[0] != "#"]


class Parse(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def test_entities_are_in_misc(self):
        misc = {row[1]: row[9] for row in rows(run("--language", "fr", self.write("a.txt", TEXT)).stdout)}
        self.assertIn("Entity=B-person", misc["Jean"])
        self.assertIn("Entity=I-person", misc["Dubois"])
        self.assertIn("Entity=B-place", misc["Genève"])
        self.assertNotIn("Entity=", misc["blessé"])

    def test_conllu_keeps_tokens_and_fills_the_rest(self):
        given = "# sent_id = one\n" + "".join(
            f"{i}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n" for i, (form, misc) in enumerate(
                [("Jean", "SpaceAfter=No|Entity=B-place"), ("Dubois", "_"), ("est", "_"), ("parti", "My=1"),
                 (".", "_")], 1)) + "\n"
        result = run("--conllu", "--language", "fr", self.write("a.conllu", given))
        self.assertIn("# sent_id = one", result.stdout.decode())
        out = rows(result.stdout)
        self.assertEqual([row[1] for row in out], ["Jean", "Dubois", "est", "parti", "."])
        self.assertEqual(out[0][9], "Entity=B-person|SpaceAfter=No")
        self.assertEqual(out[1][9], "Entity=I-person")
        self.assertEqual(out[3][9], "My=1")
        self.assertEqual(out[3][2:4], ["partir", "VERB"])
        self.assertEqual([row[6] for row in out].count("0"), 1)

    def test_bad_models_are_told_in_one_line(self):
        good = (ROOT / "models" / "fr.model").read_bytes()
        text = self.write("a.txt", TEXT)
        damaged = bytearray(good)
        damaged[len(good) // 2] ^= 1
        for name, content, words in (("empty.model", b"", "missing or empty"),
                                     ("cut.model", good[: len(good) // 2], "truncated"),
                                     ("damaged.model", bytes(damaged), "damaged"),
                                     ("foreign.model", b"GIF89a" + bytes(1000), "not a Recoupe model"),
                                     (None, None, "No such file")):
            path = self.write(name, content) if name else self.folder / "nowhere.model"
            result = run("--language", "fr", "--model", path, text)
            self.assertEqual(result.returncode, 1, path)
            lines = result.stderr.decode().splitlines()
            self.assertEqual(len(lines), 1, lines)
            self.assertIn(str(path), lines[0])
            self.assertIn(words, lines[0])
            self.assertEqual(result.stdout, b"")

    def test_decomposed_accents_are_read_alike(self):
        composed = rows(run("--language", "fr", self.write("c.txt", unicodedata.normalize("NFC", TEXT))).stdout)
        apart = rows(run("--language", "fr", self.write("d.txt", unicodedata.normalize("NFD", TEXT))).stdout)
        self.assertTrue(any(row[1] != other[1] for row, other in zip(composed, apart)))
        strip = [[c for c in row[2:9]] + [row[9].split("|")[0] if "Entity" in row[9] else ""] for row in composed]
        self.assertEqual(strip, [[c for c in row[2:9]] + [row[9].split("|")[0] if "Entity" in row[9] else ""]
                                 for row in apart])

    def test_a_sentence_without_an_end_takes_linear_time(self):
        words = "le ministre de la Défense dit que trois villages seraient évacués par Jean Dubois à Mossoul avant "
        seconds = []
        for size in (2000, 8000):  # 200 kB, 800 kB
            path = self.write(f"{size}.txt", words * size)
            before = os.times().children_user
            run("--language", "fr", path)
            seconds.append(os.times().children_user - before)
        self.assertLess(seconds[1], 8 * seconds[0] + 1, seconds)


if __name__ == "__main__":
    RECOUPE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
