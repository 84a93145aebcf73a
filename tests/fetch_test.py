#!/usr/bin/env python3
"""fetch_test.py RECOUPE: pages fetched from a server that this test starts on loopback, and read from the WARC."""
import base64
import gzip
import hashlib
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import uuid

RECOUPE = None
ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = ROOT / "examples" / "crue-de-la-roya"
ARTICLES = sorted(STORY.glob("*.txt"))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked = []          # (time, path, user agent)
    robots = (200, b"User-agent: *\nDisallow: /closed\n")

    def log_message(self, *_):
        pass

    def send(self, status, body, *fields, kind="text/plain; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in fields:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        Handler.asked.append((time.monotonic(), self.path, self.headers["User-Agent"]))
        path, port = self.path.split("?")[0], self.server.server_port
        if path == "/robots.txt":
            return self.send(*Handler.robots)
        if path.startswith("/article/"):
            return self.send(200, ARTICLES[int(path[9:])].read_bytes())
        if path == "/gzip":
            return self.send(200, gzip.compress(ARTICLES[0].read_bytes()), ("Content-Encoding", "gzip"))
        if path == "/chunked":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Transfer-Encoding", "chunked")
            if "gzip" in self.path:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            body = gzip.compress(ARTICLES[1].read_bytes()) if "gzip" in self.path else ARTICLES[1].read_bytes()
            for at in range(0, len(body), 700):
                part = body[at:at + 700]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            return self.wfile.write(b"0\r\n\r\n")
        if path == "/slow":
            time.sleep(5)
            return self.send(200, b"trop tard")
        if path == "/huge":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
            self.close_connection = True
            return None
        targets = {"/moved": "/article/2", "/loop": "/loop2", "/loop2": "/loop", "/file": "file:///etc/passwd",
                   "/inside": f"http://127.0.0.2:{port}/article/0", "/toclosed": "/closed/page", "/gone": "/nowhere"}
        if path in targets:
            return self.send(302, b"ailleurs", ("Location", targets[path]))
        if path.startswith("/chain/"):
            return self.send(301, b"", ("Location", f"/chain/{int(path[7:]) + 1}"))
        if path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"un morceau")
            self.close_connection = True
            return None
        return self.send(404, b"rien")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


class Fetch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.home = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.warc = self.folder / "press.warc.gz"
        Handler.asked = []
        Handler.robots = (200, b"User-agent: *\nDisallow: /closed\n")

    def fetch(self, *arguments, private=True, delay="0", stdin=b""):
        flags = ["--allow-private"] if private else []
        arguments = [self.home + a if isinstance(a, str) and a.startswith("/") else str(a) for a in arguments]
        return subprocess.run([RECOUPE, "fetch", "-o", self.warc, "--delay", delay, *flags, *arguments], input=stdin,
                              capture_output=True, timeout=120)

    def refused(self, result, *words):
        """Status 1 and one line on stderr (besides the summary) that says all of `words`."""
        self.assertEqual(result.returncode, 1, result)
        lines = [line for line in result.stderr.decode().splitlines() if line.startswith("recoupe:")]
        self.assertEqual(len(lines), 1, result)
        for word in words:
            self.assertIn(word, lines[0])

    def records(self):
        """Every record as (fields, block), each from a gzip member of its own, digests and lengths proved."""
        data, out = self.warc.read_bytes(), []
        import zlib
        while data:
            inflater = zlib.decompressobj(31)
            record = inflater.decompress(data)
            data = inflater.unused_data
            head, rest = record.split(b"\r\n\r\n", 1)
            lines = head.decode().split("\r\n")
            self.assertEqual(lines[0], "WARC/1.1")
            fields = dict(line.split(": ", 1) for line in lines[1:])
            block = rest[:-4]
            self.assertEqual(rest[-4:], b"\r\n\r\n")
            self.assertEqual(int(fields["Content-Length"]), len(block))
            self.assertEqual(fields["WARC-Block-Digest"], "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode())
            self.assertRegex(fields["WARC-Date"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            uuid.UUID(re.fullmatch(r"<urn:uuid:(.*)>", fields["WARC-Record-ID"]).group(1))
            out.append((fields, block))
        return out

    def articles(self):
        result = subprocess.run([RECOUPE, "extract", "-q", self.warc], capture_output=True, timeout=120)
        self.assertEqual(result.returncode, 0, result.stderr)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_records_are_what_went_over_the_wire(self):
        result = self.fetch("/article/0", "/gzip", "/chunked?gzip", "/chunked")
        self.assertEqual(result.returncode, 0, result)
        records = self.records()
        self.assertEqual(records[0][0]["WARC-Type"], "warcinfo")
        self.assertIn(b"robots: obey", records[0][1])
        self.assertEqual([f["WARC-Type"] for f, _ in records[1:]], ["request", "response"] * 5)
        self.assertEqual(len({f["WARC-Record-ID"] for f, _ in records}), len(records))
        by_url = {f["WARC-Target-URI"]: (f, b) for f, b in records if f["WARC-Type"] == "response"}
        self.assertEqual(by_url[self.home + "/article/0"][1].split(b"\r\n\r\n", 1)[1], ARTICLES[0].read_bytes())
        fields, block = by_url[self.home + "/chunked"]
        self.assertIn(b"\r\n2bc\r\n", block)  # the chunks are still there
        self.assertEqual(fields["WARC-Payload-Digest"],
                         "sha1:" + base64.b32encode(hashlib.sha1(ARTICLES[1].read_bytes()).digest()).decode())
        self.assertEqual(fields["WARC-IP-Address"], "127.0.0.1")
        request = next(b for f, b in records if f["WARC-Type"] == "request" and f["WARC-Target-URI"].endswith("/gzip"))
        self.assertTrue(request.startswith(b"GET /gzip HTTP/1.1\r\n"), request)
        self.assertRegex(Handler.asked[0][2], r"^Recoupe/\d")
        self.assertEqual([len(a["text"]) > 100 for a in self.articles()], [True] * 4)

    def test_from_pages_to_a_dossier(self):
        wanted = [f"/article/{i}" for i in range(len(ARTICLES))]
        self.assertEqual(self.fetch(*wanted).returncode, 0)
        out = self.folder / "out"
        made = subprocess.run([RECOUPE, "dossier", self.warc, "-o", out], capture_output=True, timeout=300)
        self.assertEqual(made.returncode, 0, made)
        self.assertIn(b"no article", made.stderr)  # robots.txt is in the archive, and no article
        lines = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
        self.assertEqual({a["url"] for a in lines}, {self.home + a for a in wanted})
        self.assertTrue(all(re.fullmatch(re.escape(str(self.warc)) + r"!\d+", a["source_name"]) for a in lines))
        self.assertTrue(all(a["given"]["captured"] for a in lines))
        proved = subprocess.run([RECOUPE, "verify", out], capture_output=True, timeout=300)
        self.assertEqual((proved.returncode, proved.stdout), (0, b""), proved)
        found = subprocess.run([RECOUPE, "search", out, "sirene"], capture_output=True, timeout=60)
        self.assertIn("sirène", found.stdout.decode())

    def test_redirections_are_followed_and_kept(self):
        self.assertEqual(self.fetch("/moved").returncode, 0)
        self.assertEqual([a["url"] for a in self.articles()], [self.home + "/article/2"])
        self.assertIn(self.home + "/moved", [f.get("WARC-Target-URI") for f, _ in self.records()])

    def test_redirections_without_end(self):
        self.refused(self.fetch("/loop"), "/loop", "in a circle")
        self.assertFalse(self.warc.exists())
        self.refused(self.fetch("/chain/0"), "more than 10 times")

    def test_robots(self):
        self.refused(self.fetch("/closed/page"), "/closed/page", "robots.txt")
        self.assertFalse(self.warc.exists())
        self.refused(self.fetch("/toclosed"), "robots.txt")
        self.assertNotIn("/closed/page", [path for _, path, _ in Handler.asked])
        self.assertFalse(self.warc.exists())
        Handler.robots = (503, b"")
        self.refused(self.fetch("/article/0"), "503")
        self.assertFalse(self.warc.exists())
        Handler.robots = (404, b"")
        self.assertEqual(self.fetch("/article/0", "/article/1").returncode, 0)
        self.assertEqual([path for _, path, _ in Handler.asked].count("/robots.txt"), 4)  # once a run

    def test_private_addresses_are_refused(self):
        port = self.server.server_port
        for url in (f"http://127.0.0.1:{port}/article/0", f"http://localhost:{port}/article/0", f"http://[::1]:{port}/",
                    f"http://2130706433:{port}/article/0", f"http://0.0.0.0:{port}/article/0",
                    f"http://[::ffff:127.0.0.1]:{port}/article/0", f"http://127.1:{port}/article/0"):
            result = self.fetch(url, private=False)
            self.refused(result, "no public address" if "2130706433" not in url else "")
            self.assertFalse(self.warc.exists())
        self.assertEqual(Handler.asked, [])

    def test_only_http_and_https(self):
        for url in ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "data:text/plain,x", "pas une adresse"):
            self.refused(self.fetch(url))
            self.assertFalse(self.warc.exists())
        self.refused(self.fetch("/file"), "file", "only http and https")

    def test_limits(self):
        self.refused(self.fetch("/slow", "--timeout", "0.5"), "0.5 seconds")
        self.refused(self.fetch("/huge", "--max-size", "1", "--overwrite"), "longer than 1048576 bytes")
        self.refused(self.fetch("/cut", "--overwrite"), "/cut")
        self.refused(self.fetch("/nowhere", "--overwrite"), "404")
        self.refused(self.fetch("http://127.0.0.1:1/", "--overwrite"), "cannot be fetched")

    def test_one_bad_page_does_not_stop_the_others(self):
        result = self.fetch("/nowhere", "/article/0", "/gone", "/article/1", "/article/0")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(self.articles()), 2)
        self.assertEqual([path for _, path, _ in Handler.asked].count("/article/0"), 1)

    def test_a_pause_between_two_requests(self):
        self.assertEqual(self.fetch("/article/0", "/article/1", "/article/2", delay="0.3").returncode, 0)
        times = [at for at, path, _ in Handler.asked if path.startswith("/article")]
        self.assertTrue(all(b - a >= 0.29 for a, b in zip(times, times[1:])), times)

    def test_addresses_from_a_file_and_from_standard_input(self):
        addresses = self.folder / "addresses.txt"
        addresses.write_text(f"# la crue\n{self.home}/article/0\n\n  {self.home}/article/1\r\n")
        self.assertEqual(self.fetch("--from", addresses).returncode, 0)
        self.assertEqual(len(self.articles()), 2)
        self.assertEqual(self.fetch("-", "--overwrite", stdin=f"{self.home}/article/2\n".encode()).returncode, 0)
        self.assertEqual(len(self.articles()), 1)
        self.refused(self.fetch("--from", self.folder / "nowhere", "--overwrite"), "cannot be read")

    def test_wrong_usage_and_files_that_are_there(self):
        self.assertEqual(subprocess.run([RECOUPE, "fetch", self.home], capture_output=True).returncode, 2)
        self.assertEqual(self.fetch().returncode, 2)
        self.assertEqual(self.fetch("/article/0").returncode, 0)
        before = self.warc.read_bytes()
        self.assertEqual(self.fetch("/article/1").returncode, 2)
        self.refused(self.fetch("/nowhere", "--overwrite"), "404")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["press.warc.gz"])
        self.assertEqual(self.warc.read_bytes(), before)  # no page was fetched, so nothing is replaced


if __name__ == "__main__":
    import os
    RECOUPE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
