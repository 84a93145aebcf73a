#!/usr/bin/env python3
"""cli_test.py RECOUPE: the commands as a new user would try them, wrong input included."""
import gzip
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

RECOUPE = None
ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = ROOT / "examples" / "crue-de-la-roya"


def run(*arguments, stdin=b"", **options):
    return subprocess.run([RECOUPE, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, **options)


def errors(result):
    return result.stderr.decode("utf-8").splitlines()


class Extract(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.good = self.folder / "good.txt"
        self.good.write_text("Une crue à Nice\n\nLe maire est venu mardi 12 mars 2024. Douze personnes ont été évacuées.\n",
                             encoding="utf-8")

    def bad(self, path, *words):
        """One line that names `path` with the words; status 1; and the good article is still read."""
        result = run("extract", path, self.good)
        self.assertEqual(result.returncode, 1, result)
        lines = errors(result)
        self.assertEqual(len(lines), 1, lines)
        self.assertIn(path.name, lines[0])
        for word in words:
            self.assertIn(word, lines[0])
        articles = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([a["source_name"] for a in articles], [str(self.good)])

    def test_empty_file(self):
        path = self.folder / "empty.txt"
        path.write_bytes(b"")
        self.bad(path, "empty")

    def test_binary_garbage(self):
        path = self.folder / "garbage.bin"
        path.write_bytes(bytes((i * 7919 + i * i) % 256 for i in range(5000)))
        self.bad(path)

    def test_missing_path(self):
        self.bad(self.folder / "nowhere.txt")

    def test_folder_without_rights(self):
        path = self.folder / "closed"
        path.mkdir(mode=0)
        self.addCleanup(path.chmod, 0o700)
        if os.geteuid() != 0:
            return self.bad(path)
        # Root may read everything: try as nobody, who must be let near the files, and near the program, for that.
        self.folder.chmod(0o755)
        program = self.folder / "recoupe"
        program.write_bytes(pathlib.Path(RECOUPE).read_bytes())
        program.chmod(0o755)
        result = subprocess.run([program, "extract", path, self.good], capture_output=True, user=65534, group=65534)
        self.assertEqual(result.returncode, 1, result)
        self.assertEqual(len(errors(result)), 1)
        self.assertIn("closed", errors(result)[0])
        self.assertEqual(len(result.stdout.splitlines()), 1)

    def test_cut_gzip(self):
        path = self.folder / "cut.txt.gz"
        path.write_bytes(gzip.compress(b"Un article. " * 1000)[:-40])
        self.bad(path)

    def test_broken_line_of_jsonl(self):
        path = self.folder / "lines.jsonl"
        path.write_text('{"text": "Un premier article, tout à fait court."}\n{"text": "cassé\n{"text": "Un troisième article."}\n')
        result = run("extract", path)
        self.assertEqual(result.returncode, 1)
        self.assertEqual([json.loads(line)["source_name"] for line in result.stdout.splitlines()], [f"{path}!1", f"{path}!3"])
        self.assertIn("lines.jsonl!2", errors(result)[0])

    def test_control_characters_in_a_name_do_not_reach_the_terminal(self):
        result = run("extract", self.folder / "a\x1b[31m\nb.txt")
        self.assertNotIn(b"\x1b", result.stderr)
        self.assertEqual(len(errors(result)), 1)

    def test_standard_input_is_the_same_article(self):
        direct = json.loads(run("extract", self.good).stdout)
        piped = json.loads(run("extract", "-", stdin=self.good.read_bytes()).stdout)
        direct.pop("source_name"), piped.pop("source_name")
        self.assertEqual(direct, piped)

    def test_gzip_is_the_same_article(self):
        path = self.folder / "good.txt.gz"
        path.write_bytes(gzip.compress(self.good.read_bytes()))
        direct, packed = json.loads(run("extract", self.good).stdout), json.loads(run("extract", path).stdout)
        direct.pop("source_name"), packed.pop("source_name")
        self.assertEqual(direct, packed)

    def test_output_does_not_depend_on_jobs_locale_or_time_zone(self):
        plain = run("extract", "--jobs", "1", STORY)
        self.assertEqual(plain.returncode, 0, plain.stderr)
        self.assertEqual(len(plain.stdout.splitlines()), 13)
        other = run("extract", "--jobs", "7", STORY, env={"LC_ALL": "fr_FR.UTF-8", "TZ": "Asia/Tokyo"})
        self.assertEqual(plain.stdout, other.stdout)

    def test_given_date(self):
        path = self.folder / "undated.txt"
        path.write_text("Un titre\n\nIl est venu mardi.\n", encoding="utf-8")
        article = json.loads(run("extract", "--published", "2024-03-14", path).stdout)
        self.assertEqual(article["published"]["value"], "2024-03-14")
        self.assertEqual(article["published"]["basis"], "given")


class Usage(unittest.TestCase):
    def test_wrong_usage_is_2(self):
        for arguments in ((), ("nonsense",), ("dosier", "x"), ("serve",), ("extract",), ("extract", "--jobs", "0", "x"), ("extract", "--jobs", "x", "x"),
                          ("extract", "--published", "2024-02-30", "x"), ("extract", "--language", "de", "x"), ("search", "x")):
            self.assertEqual(run(*arguments).returncode, 2, arguments)

    def test_help_and_version_are_0(self):
        for arguments in (("--help",), ("--version",), ("extract", "--help"), ("dossier", "--help"), ("search", "--help"), ("serve", "--help")):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stderr), (0, b""), arguments)
            self.assertTrue(result.stdout.strip())


class Dossier(unittest.TestCase):
    FILES = {"articles.jsonl", "dossier.json", "dossier.sqlite", "statements.csv", "figures.csv", "movements.csv", "events.csv", "times.csv",
             "places.csv"}

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.out = pathlib.Path(holder.name) / "new" / "out"

    def test_sample_story(self):
        result = run("dossier", STORY, "-o", self.out)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertLessEqual(self.FILES, {p.name for p in self.out.iterdir()})
        self.assertEqual([p.name for p in self.out.iterdir() if p.name.startswith(".")], [])
        found = run("search", self.out, "sirene")
        self.assertEqual(found.returncode, 0)
        self.assertIn("sirène", found.stdout.decode())

    def test_same_article_twice_counts_once(self):
        article = STORY / "01-agence.txt"
        run("dossier", article, article, "-o", self.out)
        self.assertEqual(len((self.out / "articles.jsonl").read_bytes().splitlines()), 1)

    def test_nothing_readable_leaves_the_old_output(self):
        run("dossier", STORY, "-o", self.out)
        before = {p.name: p.read_bytes() for p in self.out.iterdir()}
        self.assertEqual(run("dossier", self.out / "nowhere", "-o", self.out).returncode, 1)
        self.assertEqual({p.name: p.read_bytes() for p in self.out.iterdir()}, before)

    def test_own_output_is_not_read_again(self):
        press = self.out.parent
        press.mkdir(parents=True)
        for path in STORY.glob("*.txt"):
            (press / path.name).write_bytes(path.read_bytes())
        for folder in (press, self.out):  # the results among the articles; and in a folder below them
            for _ in range(2):
                self.assertEqual(run("dossier", press, "-o", folder).returncode, 0)
                self.assertEqual(len((folder / "articles.jsonl").read_bytes().splitlines()), 11)
            self.assertEqual(run("verify", folder).returncode, 0)

    def test_verify_finds_what_was_changed(self):
        run("dossier", STORY, "-o", self.out)
        good = run("verify", self.out)
        self.assertEqual((good.returncode, good.stdout), (0, b""), good)
        for name, old, new in (("articles.jsonl", b"Castellan", b"Castellas"), ("index.html", b"Castellan", b"Castellas"),
                               ("figures.csv", b"2 300", b"2 400"), ("dossier.json", b"Castellan", b"Castellas")):
            path = self.out / name
            before = path.read_bytes()
            self.assertIn(old, before, name)
            path.write_bytes(before.replace(old, new, 1))
            result = run("verify", self.out)
            self.assertEqual(result.returncode, 1, name)
            self.assertIn(name.encode(), result.stdout)
            path.write_bytes(before)
        database = sqlite3.connect(self.out / "dossier.sqlite")
        database.execute("UPDATE claim SET speaker = 'nobody' WHERE speaker IS NOT NULL")
        database.commit()
        database.close()
        result = run("verify", self.out)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"dossier.sqlite", result.stdout)

    def test_closed_pipe_is_no_crash(self):
        run("dossier", STORY, "-o", self.out)
        for arguments in (("search", self.out, "Roya"), ("extract", STORY), ("verify", self.out / "articles.jsonl")):
            reading, writing = os.pipe()
            os.close(reading)
            status = subprocess.run([RECOUPE, *map(str, arguments)], stdout=writing, stderr=writing).returncode
            os.close(writing)
            self.assertIn(status, (0, 1), arguments)

    def test_output_is_a_file(self):
        self.out.parent.mkdir(parents=True)
        self.out.write_text("mine")
        result = run("dossier", STORY, "-o", self.out)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(errors(result)), 1)
        self.assertEqual(self.out.read_text(), "mine")

    def test_order_of_inputs_does_not_matter(self):
        names = sorted(STORY.glob("*.txt"))
        run("dossier", *names, "-o", self.out)
        other = self.out.with_name("other")
        run("dossier", *reversed(names), "-o", other)
        for name in ("dossier.json", "articles.jsonl"):
            self.assertEqual((self.out / name).read_bytes(), (other / name).read_bytes(), name)


if __name__ == "__main__":
    RECOUPE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
