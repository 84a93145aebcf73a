#!/usr/bin/env python3
"""serve_test.py RECOUPE: the server as a browser, a program and an attacker meet it; every answer held to the OpenAPI
description that the server gives of itself."""
import concurrent.futures
import http.client
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

import jsonschema

RECOUPE = None
STORY = pathlib.Path(__file__).resolve().parent.parent / "examples" / "crue-de-la-roya"


class Server:
    def __init__(self, folder, *flags):
        self.process = subprocess.Popen([RECOUPE, "serve", str(folder), *flags], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def json(self, path):
        answer, content = self.ask(path)
        assert answer.status == 200, (path, answer.status, content)
        return json.loads(content)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.stdout.close()
        return self.process.wait(timeout=20)


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.holder.name) / "out"
        subprocess.run([RECOUPE, "dossier", "-q", str(STORY), "-o", str(cls.out)], check=True)
        cls.server = Server(cls.out)

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0
        cls.holder.cleanup()

    def test_every_answer_is_as_described(self):
        description = self.server.json("/api/v1/openapi.json")
        self.assertTrue(description["openapi"].startswith("3.1"))
        dossier = json.loads((self.out / "dossier.json").read_text())
        checked = 0
        for path, operations in description["paths"].items():
            if "get" not in operations or path in ("/", "/{file}", "/api/v1/corrections"):
                continue
            schema = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            validator = jsonschema.Draft202012Validator({**schema, "components": description["components"]})
            addresses = [path]
            if "{id}" in path:
                name = path.split("/")[3]
                addresses = [path.replace("{id}", element["id"]) for element in dossier[name][:20]]
                missing, content = self.server.ask(path.replace("{id}", "none"))
                self.assertEqual((missing.status, json.loads(content)["status"]), (404, 404))
            elif path.endswith("/search"):
                addresses = [path + "?q=Roya", path + "?q=kind:figure&limit=3", path + "?q=%22%22(%27*"]
            for parameter in operations["get"].get("parameters", []):
                self.assertIn(parameter["in"], ("query", "path"))
            for address in addresses:
                validator.validate(self.server.json(address))
                checked += 1
        self.assertGreater(checked, 30)
        problem = jsonschema.Draft202012Validator(description["components"]["schemas"]["Problem"])
        for path in ("/nowhere", "/api/v1/nowhere", "/api/v1/articles?limit=x", "/api/v1/search", "/api/v1/articles?x=1"):
            answer, content = self.server.ask(path)
            self.assertIn(answer.status, (400, 404))
            self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
            problem.validate(json.loads(content))

    def test_pages_make_up_the_list(self):
        dossier = json.loads((self.out / "dossier.json").read_text())
        for name in ("articles", "clusters", "entities", "timeline", "stories", "origins"):
            items, address = [], f"/api/v1/{name}?limit=7"
            while address:
                page = self.server.json(address)
                items += page["items"]
                address = page["next"]
            self.assertEqual(items, dossier[name], name)
            self.assertEqual(page["total"], len(items))
        found, address = [], "/api/v1/search?q=kind:figure&limit=10"
        while address:
            page = self.server.json(address)
            found += page["items"]
            address = page["next"]
        lines = [json.loads(line) for line in (self.out / "articles.jsonl").read_text().splitlines()]
        self.assertEqual(len(found), sum(len(line["figures"]) for line in lines))

    def test_the_page_and_the_files(self):
        for path, name in (("/", "index.html"), ("/figures.csv", "figures.csv"), ("/dossier.json", "dossier.json")):
            answer, content = self.server.ask(path)
            self.assertEqual(content, (self.out / name).read_bytes())
            self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
            self.assertEqual(answer.getheader("X-Frame-Options"), "DENY")
            again, nothing = self.server.ask(path, If_None_Match=answer.getheader("ETag"))
            self.assertEqual((again.status, nothing), (304, b""))
            head, nothing = self.server.ask(path, "HEAD")
            self.assertEqual((head.status, nothing), (200, b""))

    def test_strangers(self):
        for headers in ({"Host": "rebound.example"}, {"Host": "localhost.rebound.example:80"}, {"Host": ""}):
            self.assertEqual(self.server.ask("/", **headers)[0].status, 421, headers)
        self.assertEqual(self.server.ask("/api/v1", Origin="https://elsewhere.example")[0].status, 403)
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/corrections.jsonl", "/.recoupe-writing/.ready"):
            self.assertEqual(self.server.ask(path)[0].status, 404, path)
        for method in ("PUT", "DELETE", "PATCH", "POST", "OPTIONS"):
            self.assertEqual(self.server.ask("/api/v1/articles", method)[0].status, 405, method)
        for raw in (b"\x00\xff\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 100000 + b"\r\n\r\n",
                    b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n", b"POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\n"
                    b"Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
                try:
                    connection.sendall(raw)
                    connection.shutdown(socket.SHUT_WR)
                    answer = connection.recv(4096)
                except OSError:
                    answer = b""
                self.assertNotIn(b" 200 ", answer[:20])
        self.assertEqual(self.server.json("/api/v1")["recoupe"], 1)  # and it lives on

    def test_many_readers(self):
        expected = self.server.json("/api/v1/clusters")
        idle = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(20)]  # that never ask
        try:
            with concurrent.futures.ThreadPoolExecutor(16) as pool:
                answers = list(pool.map(lambda _: self.server.json("/api/v1/clusters"), range(200)))
        finally:
            for connection in idle:
                connection.close()
        self.assertTrue(all(answer == expected for answer in answers))

    def test_a_new_dossier_is_seen(self):
        out = pathlib.Path(self.holder.name) / "growing"
        first = sorted(STORY.glob("*.txt"))[:2]
        subprocess.run([RECOUPE, "dossier", "-q", *map(str, first), "-o", str(out)], check=True)
        server = Server(out)
        self.assertEqual(server.json("/api/v1/articles")["total"], 2)
        counts, ended = set(), threading.Event()

        def watch():
            while not ended.is_set():
                counts.add(server.json("/api/v1/articles")["total"])
        watcher = threading.Thread(target=watch)
        watcher.start()
        subprocess.run([RECOUPE, "dossier", "-q", str(STORY), "-o", str(out)], check=True)
        ended.set()
        watcher.join()
        self.assertLessEqual(counts, {2, 13})
        self.assertEqual(server.json("/api/v1/articles")["total"], 13)
        self.assertEqual(server.stop(), 0)

    def test_corrections_are_checked_and_kept(self):
        lines = [json.loads(line) for line in (self.out / "articles.jsonl").read_text().splitlines()]
        article, figure = next((line, line["figures"][0]) for line in lines if line["figures"])
        cell = {"article": article["id"], "kind": "figure", "source": figure["source"], "text": figure["text"]}
        good = {"op": "fix", "cell": cell, "field": "min", "old": figure["min"], "new": 5, "note": "d'après la mairie"}

        def send(body):
            answer, content = self.server.ask("/api/v1/corrections", "POST", json.dumps(body).encode(), Content_Type="application/json")
            return answer.status, json.loads(content)
        self.assertEqual(send(good), (201, {"added": 1}))
        for bad in ({"op": "fly"}, {"op": "fix", "cell": cell}, [good, {"op": "reject"}], {}, []):
            status, problem = send(bad)
            self.assertEqual(status, 400, bad)
            self.assertTrue(problem["detail"])
        answer, kept = self.server.ask("/api/v1/corrections")
        self.assertEqual([json.loads(line) for line in kept.splitlines()], [good])
        subprocess.run([RECOUPE, "dossier", "-q", str(STORY), "-o", str(self.out)], check=True)
        corrected = next(one for one in self.server.json(f"/api/v1/articles/{article['id']}")["figures"] if one["source"] == figure["source"])
        self.assertEqual((corrected["min"], corrected["corrected"]["min"]["new"]), (5, 5))
        (self.out / "corrections.jsonl").unlink()
        subprocess.run([RECOUPE, "dossier", "-q", str(STORY), "-o", str(self.out)], check=True)

    def test_token(self):
        file = pathlib.Path(self.holder.name) / "token"
        file.write_text("0123456789abcdef-secret\n")
        server = Server(self.out, "--token-file", str(file))
        self.assertEqual(server.ask("/")[0].status, 401)
        self.assertEqual(server.ask("/?token=wrong")[0].status, 401)
        self.assertEqual(server.ask("/api/v1", Authorization="Bearer 0123456789abcdef-secret")[0].status, 200)
        answer, _ = server.ask("/?token=0123456789abcdef-secret")
        self.assertEqual((answer.status, answer.getheader("Location")), (303, "/"))
        cookie = answer.getheader("Set-Cookie")
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Strict", cookie)
        self.assertEqual(server.ask("/", Cookie=cookie.split(";")[0])[0].status, 200)
        self.assertEqual(server.stop(), 0)

    def test_wrong_usage(self):
        def status(*flags):
            result = subprocess.run([RECOUPE, "serve", *map(str, flags)], capture_output=True, timeout=20)
            self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
            return result.returncode
        self.assertEqual(status(self.out, "--address", "0.0.0.0"), 2)  # no token
        self.assertEqual(status(self.out.parent / "nowhere"), 1)
        self.assertEqual(status(self.out, "--port", self.server.port), 1)  # taken
        short = pathlib.Path(self.holder.name) / "short"
        short.write_text("1234\n")
        self.assertEqual(status(self.out, "--token-file", short), 2)


if __name__ == "__main__":
    RECOUPE = sys.argv.pop(1)
    unittest.main()
