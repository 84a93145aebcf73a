#!/usr/bin/env python3
"""inputs_test.py RECOUPE: archives, feeds, exports and documents read, proved from their sources, and broken ones named."""
import gzip
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

RECOUPE = None
HEAD = "Crue à Nice : deux ponts fermés"
BODY = ("Le maire de Nice est venu mardi 12 mars 2024. « Nous avons vu l'eau monter », a déclaré le préfet Jean Roux. "
        "Au moins 120 personnes ont été évacuées vers Cagnes-sur-Mer.")
PAGE = (f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>{HEAD}</title></head><body><nav><a href=/>Accueil</a></nav>"
        f"<article><h1>{HEAD}</h1><p>{BODY}</p><p>{BODY.replace('120', '130')}</p></article></body></html>").encode()


def record(fields, block):
    return f"WARC/1.1\r\n{fields}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(number, body=PAGE, fields="", kind="text/html; charset=utf-8"):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{fields}\r\n".encode() + body
    return record(f"WARC-Type: response\r\nWARC-Target-URI: https://fanal.example/2024/03/13/{number}\r\n"
                  "WARC-Date: 2024-03-14T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n", http)


def article(number):
    return PAGE.replace(b"Jean Roux", b"Jean Roux (%d)" % number)


def warc_gz(numbers):
    return b"".join(gzip.compress(response(n, article(n))) for n in numbers)


def docx(paragraphs):
    text = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    deleted = "<w:p><w:del><w:r><w:delText>Biffé.</w:delText></w:r></w:del></w:p>"
    return (f'<?xml version="1.0"?><w:document xmlns:w="x"><w:body>{text}{deleted}</w:body></w:document>').encode()


def pdf(lines):
    """A PDF of one page, its text in Latin letters, as small as one can be."""
    drawn = b"BT /F1 12 Tf 14 TL 50 800 Td " + b" ".join(
        b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*" for line in lines) + b" ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table


class Inputs(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def zip(self, name, entries, packing=zipfile.ZIP_STORED):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", packing) as archive:
            for entry, content in entries:
                archive.writestr(entry, content)
        return self.write(name, made.getvalue())

    def read(self, *paths, flags=()):
        """The articles, and what stderr says of each thing that could not be read."""
        result = subprocess.run([RECOUPE, "extract", "-q", *flags, *paths], capture_output=True, timeout=300)
        lines = result.stderr.decode().splitlines()
        self.assertEqual(result.returncode, 1 if lines else 0, result)
        return [json.loads(line) for line in result.stdout.splitlines()], lines

    def proved(self, *paths):
        """The articles of inputs in which all is well, each cell of them proved from its source."""
        result = subprocess.run([RECOUPE, "extract", "-q", *paths], capture_output=True, timeout=300)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        lines = self.write("proof.jsonl", result.stdout)
        proof = subprocess.run([RECOUPE, "verify", lines], capture_output=True, timeout=300)
        self.assertEqual((proof.returncode, proof.stdout), (0, b""), proof)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_warc_pages(self):
        path = self.write("a.warc.gz", warc_gz(range(3)))
        articles = self.proved(path)
        self.assertEqual([a["url"] for a in articles], [f"https://fanal.example/2024/03/13/{n}" for n in range(3)])
        for number, a in enumerate(articles):
            self.assertEqual(a["media_type"], "text/html")
            self.assertIn(f"Jean Roux ({number})", a["text"])
            self.assertEqual(a["given"]["captured"], "2024-03-14T08:00:00Z")
            self.assertNotEqual((a["published"] or {}).get("value"), "2024-03-14")
            self.assertTrue(a["statements"] and a["figures"])
            body = article(number)
            for figure in a["figures"]:
                self.assertEqual(body[slice(*figure["source"])].decode(), figure["text"])

    def test_one_member_and_none(self):
        records = b"".join(response(n, article(n)) for n in range(3))
        for name, content in (("one.warc.gz", gzip.compress(records)), ("none.warc", records)):
            self.assertEqual(len(self.proved(self.write(name, content))), 3)

    def test_wacz(self):
        for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            path = self.zip("a.wacz", [("datapackage.json", "{}"), ("archive/data.warc.gz", warc_gz(range(2))),
                                       ("archive/more.warc.gz", warc_gz([7])), ("pages/pages.jsonl", "{}")], packing)
            articles = self.proved(path)
            self.assertEqual(articles[0]["source_name"], f"{path}!archive/data.warc.gz!0")
            self.assertEqual(articles[2]["source_name"], f"{path}!archive/more.warc.gz!0")
            self.assertEqual(len(articles), 3)

    def test_docx(self):
        path = self.zip("a.docx", [("[Content_Types].xml", "x"), ("word/document.xml", docx([HEAD, BODY, BODY.replace("120", "130")]))],
                        zipfile.ZIP_DEFLATED)
        a, = self.proved(path)
        self.assertEqual(a["title"], HEAD)
        self.assertNotIn("Biffé", a["text"])
        self.assertTrue(a["media_type"].endswith("wordprocessingml.document"))

    def test_pdf(self):
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        a, = self.proved(self.write("a.pdf", pdf([HEAD, "", "Au moins 120 personnes ont été évacuées vers Cagnes mardi 12 mars 2024.",
                                                  "Le préfet est venu à Nice."])))
        self.assertEqual(a["media_type"], "application/pdf")
        self.assertIn("évacuées", a["text"])
        self.assertIn(120, [figure["min"] for figure in a["figures"]])
        _, errors = self.read(self.write("scan.pdf", pdf([])), self.write("cut.pdf", pdf([HEAD])[:200]))
        self.assertIn("without a text layer", errors[0])
        self.assertIn("broken", errors[1])

    def test_feeds(self):
        item = f"<item><title>{HEAD}</title><link>https://fanal.example/{{0}}</link><pubDate>Wed, 13 Mar 2024 08:00:00 +0100</pubDate>"
        rss = ('<rss version="2.0"><channel><title>Le Fanal</title>' + item.format(1) +
               f"<content:encoded><![CDATA[<p>{BODY}</p><p>{BODY.replace('120', '130')}</p>]]></content:encoded></item>" +
               item.format(2) + f"<description>{BODY}</description><source url='x'>Agence Delta</source></item></channel></rss>")
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Le Fanal",
                "items": [{"id": "1", "title": HEAD, "content_html": f"<p>{BODY}</p>", "date_published": "2024-03-13T08:00:00Z"}]}
        articles = self.proved(self.write("a.xml", rss.encode()), self.write("b.json", json.dumps(feed).encode()))
        self.assertEqual([a["outlet"]["name"] for a in articles], ["Le Fanal", "Agence Delta", "Le Fanal"])
        self.assertEqual([a["published"]["value"][:10] for a in articles], ["2024-03-13"] * 3)
        self.assertEqual([a["title"] for a in articles], [HEAD] * 3)
        self.assertEqual([a["media_type"] for a in articles], ["text/html", "text/plain", "text/html"])

    def test_exports(self):
        please = {"authors": ["Anne Morel"], "date_download": "2024-03-14 10:00:00", "date_modify": "None", "description": None,
                  "date_publish": "2024-03-13 08:00:00", "language": "fr", "maintext": BODY, "source_domain": "fanal.example",
                  "text": None, "title": HEAD, "url": "https://fanal.example/1"}
        other = BODY.replace("120", "130")
        table = f'id,title,url,publish_date,text\n1,"{HEAD}",https://fanal.example/1,2024-03-13,"{other}"\n'
        articles = self.proved(self.write("a.json", json.dumps(please, indent=1).encode()), self.write("b.csv", table.encode()))
        self.assertEqual([a["published"]["value"][:10] for a in articles], ["2024-03-13"] * 2)
        self.assertEqual(articles[0]["authors"], ["Anne Morel"])

    def test_broken_archives_are_named(self):
        records = [gzip.compress(response(n, article(n))) for n in range(3)]
        middle = bytearray(records[1])
        middle[80:90] = b"\xFF" * 10
        path = self.write("a.warc.gz", records[0] + bytes(middle) + records[2])
        articles, errors = self.read(path)
        self.assertEqual([a["source_name"].split("!")[1] for a in articles], ["0", str(len(records[0]) + len(middle))])
        self.assertEqual(len(errors), 1)
        self.assertIn(f"a.warc.gz!{len(records[0])}: ", errors[0])
        articles, errors = self.read(self.write("cut.warc.gz", b"".join(records)[:-40]))
        self.assertEqual((len(articles), len(errors)), (2, 1))
        self.assertIn("cut off", errors[0])

    def test_bombs(self):
        bomb = gzip.compress(gzip.compress(b"<p>" + b"a" * (200 << 20)))
        path = self.write("a.warc.gz", gzip.compress(response(1, bomb, "Content-Encoding: gzip, gzip\r\n")) + warc_gz([2]))
        articles, errors = self.read(path)
        self.assertEqual((len(articles), len(errors)), (1, 1))
        self.assertIn("refused", errors[0])
        zipped = self.zip("b.docx", [("word/document.xml", b"<w:document>" + b" " * (200 << 20))], zipfile.ZIP_DEFLATED)
        inner = self.zip("c.wacz", [("archive/a.warc", response(1, b"a" * (100 << 20), kind="video/mp4"))], zipfile.ZIP_DEFLATED)
        articles, errors = self.read(zipped, inner)
        self.assertEqual((len(articles), len(errors)), (0, 2))
        for line in errors:
            self.assertRegex(line, "refused|longer than")

    def test_names_in_a_zip_lead_nowhere(self):
        path = self.zip("a.wacz", [("../../outside.warc.gz", warc_gz([1])), ("/etc/passwd", b"x"),
                                   ("archive/../../../b.warc.gz", warc_gz([2]))])
        before = set(self.folder.iterdir())
        articles, errors = self.read(path)
        self.assertEqual((len(articles), errors), (1, []))
        self.assertEqual(set(self.folder.iterdir()), before)
        for content in (b"PK\x03\x04", path.read_bytes()[:-30], path.read_bytes()[30:]):
            articles, errors = self.read(self.write("broken.wacz", content))
            self.assertTrue(errors)
        _, errors = self.read(self.zip("other.zip", [("a.txt", BODY)]))
        self.assertIn("holds no web archive", errors[0])

    def test_limits_can_be_set(self):
        lines = b"".join(b"<p>Ligne %d.</p>" % n for n in range(100000))
        path = self.write("a.warc.gz", gzip.compress(response(1, PAGE.replace(b"</p>", b"</p>" + lines, 1))))
        articles, errors = self.read(path, flags=["--max-article", "1"])
        self.assertEqual((len(articles), len(errors)), (0, 1))
        self.assertIn("longer than 1048576 bytes", errors[0])

    def test_a_mixed_folder(self):
        self.write("a.warc.gz", warc_gz([1]))
        self.write("b.html", article(2))
        self.write("c.txt", (HEAD + "\n\n" + BODY).encode())
        self.zip("d.wacz", [("archive/a.warc.gz", warc_gz([3]))])
        self.assertEqual(len(self.proved(self.folder)), 4)


if __name__ == "__main__":
    RECOUPE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
