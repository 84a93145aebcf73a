#!/usr/bin/env python3
"""crash_test.py RECOUPE [KILLS]: runs that are killed at random moments (40 unless told), disks that fill up, two runs
at once. What was there stays whole, and the next run gives what an undisturbed one gives."""
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

RECOUPE = None
KILLS = 40
STORY = pathlib.Path(__file__).resolve().parent.parent / "examples" / "crue-de-la-roya"


def run(*arguments, **options):
    return subprocess.run([RECOUPE, *map(str, arguments)], capture_output=True, timeout=120, **options)


def files(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


class Crash(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.press = self.folder / "press"
        self.press.mkdir()
        for path in STORY.glob("*.*"):  # every article three times over, so that a run lasts long enough to be killed
            content = path.read_bytes()
            for copy in range(3):
                (self.press / f"{copy}-{path.name}").write_bytes(content.replace(b"2024", b"%d" % (2022 + copy)))
        self.out = self.folder / "out"

    def whole(self, old, new):
        """The folder holds the old output or the new one, not a part of one."""
        found = files(self.out)
        self.assertTrue(found == old or found == new,
                        {n: "old" if found[n] == old.get(n) else "new" if found[n] == new.get(n) else "neither"
                         for n in found})

    def test_killed_dossier(self):
        self.assertEqual(run("dossier", STORY, "-o", self.out).returncode, 0)
        old = files(self.out)
        undisturbed = self.folder / "undisturbed"
        start = time.monotonic()
        self.assertEqual(run("dossier", self.press, "-o", undisturbed).returncode, 0)
        lasts = time.monotonic() - start
        new = files(undisturbed)
        chance = random.Random(7)
        killed = 0
        for turn in range(KILLS):
            process = subprocess.Popen([RECOUPE, "dossier", self.press, "-q", "-o", self.out])
            # half of them in the last part, in which the files are written
            time.sleep(lasts * (chance.uniform(0, 1) if turn % 2 else chance.uniform(0.7, 1.05)))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            if not (self.out / ".recoupe-writing" / ".ready").exists():
                self.whole(old, new)
            if turn % 8 == 7:  # run again: identical to the undisturbed run, nothing left behind
                self.assertEqual(run("dossier", self.press, "-o", self.out).returncode, 0)
                self.assertEqual(files(self.out), new)
                self.assertFalse((self.out / ".recoupe-writing").exists())
                shutil.rmtree(self.out)
                self.assertEqual(run("dossier", STORY, "-o", self.out).returncode, 0)
        self.assertGreater(killed, KILLS // 4)

    def test_killed_while_moving(self):
        run("dossier", STORY, "-o", self.out)
        new = self.folder / "new"
        run("dossier", self.press, "-o", new)
        expected = files(new)
        aside = self.out / ".recoupe-writing"
        aside.mkdir()
        for number, (name, content) in enumerate(expected.items()):  # every other file is in its place already
            (self.out / name if number % 2 else aside / name).write_bytes(content)
        (aside / ".ready").write_bytes(b"")
        # a run that reads nothing still ends what the killed one has begun
        self.assertEqual(run("dossier", self.folder / "nowhere", "-o", self.out).returncode, 1)
        self.assertEqual(files(self.out), expected)
        self.assertFalse(aside.exists())

    def test_killed_extract(self):
        expected = run("extract", self.press).stdout
        chance = random.Random(11)
        for _ in range(max(5, KILLS // 4)):
            output = self.folder / "out.jsonl"
            with open(output, "wb") as file:
                process = subprocess.Popen([RECOUPE, "extract", "-q", self.press], stdout=file)
                time.sleep(chance.uniform(0, 0.3))
                process.kill()
                process.wait()
            self.assertTrue(expected.startswith(output.read_bytes()))
        self.assertEqual(run("extract", self.press).stdout, expected)

    def test_disk_full(self):
        run("dossier", STORY, "-o", self.out)
        old = files(self.out)
        for limit in (1 << 10, 100 << 10, 300 << 10, 600 << 10):
            result = run("dossier", self.press, "-o", self.out, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertEqual(result.returncode, 1, limit)
            self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
            self.assertIn(str(self.out).encode(), result.stderr)
            self.assertNotIn(b".recoupe-writing", result.stderr)
            self.assertEqual(files(self.out), old)
            self.assertFalse((self.out / ".recoupe-writing").exists())
        with open("/dev/full", "wb") as full:
            result = subprocess.run([RECOUPE, "extract", STORY], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"No space left", result.stderr)

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "root may write everywhere")
    def test_read_only_folder(self):
        run("dossier", STORY, "-o", self.out)
        old = files(self.out)
        self.out.chmod(0o555)
        self.folder.chmod(0o755)
        command = [RECOUPE, "dossier", STORY, "-o", self.out]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all", *command]
        result = subprocess.run(command, capture_output=True)
        self.out.chmod(0o755)
        self.assertEqual(result.returncode, 1)
        self.assertIn(str(self.out).encode(), result.stderr)
        self.assertEqual(files(self.out), old)

    def test_two_at_once(self):
        processes = [subprocess.Popen([RECOUPE, "dossier", self.press, "-o", self.out], stderr=subprocess.PIPE)
                     for _ in range(3)]
        ended = [(p.communicate()[1], p.returncode) for p in processes]
        self.assertIn(0, [status for _, status in ended])
        for words, status in ended:
            if status != 0:
                self.assertEqual(status, 1)
                self.assertIn(b"another recoupe is writing there", words)
        undisturbed = self.folder / "undisturbed"
        run("dossier", self.press, "-o", undisturbed)
        self.assertEqual(files(self.out), files(undisturbed))


if __name__ == "__main__":
    RECOUPE = os.path.abspath(sys.argv.pop(1))
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        KILLS = int(sys.argv.pop(1))
    unittest.main()
