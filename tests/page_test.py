#!/usr/bin/env python3
"""Holds index.html to its promises in a real browser: every view draws, from any cell to its words and back, filters
live in the address, nothing is loaded, no article can harm it, phone and keyboard work.

page_test.py RECOUPE STORY…    (exit 77: no Chromium here, nothing was tested)
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import page_data
from browser import Browser, executable

AXE = pathlib.Path(__file__).parent / "axe/node_modules/axe-core/axe.min.js"
VIEWS = ["overview", "claims", "figures", "speakers", "timeline", "places", "sources", "read", "corrections"]
QUIET_ELEMENTS = """[...document.querySelectorAll('script:not([type]), img, iframe, object, embed, link, svg image, b, u, i')]
    .filter(e => e.closest('main, header') || e.tagName !== 'SCRIPT').length"""


class PageTest(unittest.TestCase):
    program, story = None, []

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="recoupe-page-")
        root = pathlib.Path(cls.folder.name)
        subprocess.run([cls.program, "dossier", "--quiet", *cls.story, "-o", root / "story"], check=True)
        cls.real = (root / "story/index.html").as_uri()
        html = (root / "story/index.html").read_text()
        (root / "small.html").write_text(page_data.page(html, *page_data.small()))
        (root / "large.html").write_text(page_data.page(html, *page_data.large(1000)))
        cls.small, cls.large = (root / "small.html").as_uri(), (root / "large.html").as_uri()
        hostile = root / "hostile.txt"
        hostile.write_text("Un titre </title><script>window.harmed=1</script>\n\n" + page_data.HOSTILE + "\n")
        subprocess.run([cls.program, "dossier", "--quiet", hostile, "-o", root / "hostile"], check=True)
        cls.hostile = (root / "hostile/index.html").as_uri()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def assert_quiet(self, browser):
        self.assertEqual(browser.errors, [])
        self.assertEqual([url for url in browser.requests if not url.startswith(("file:", "data:"))], [])
        self.assertIsNone(browser.value("window.harmed ?? null"))

    def test_every_view_of_the_story(self):
        for language, scheme, width in (("fr", "light", 1280), ("en", "dark", 400)):
            with self.subTest(language=language, width=width), Browser(width, 900, language, scheme) as browser:
                browser.open(self.real)
                self.assertEqual(browser.value("document.documentElement.lang"), language)
                for view in VIEWS:
                    browser.go(f"#/{view}")
                    self.assertEqual(browser.value("document.querySelector('.menu [aria-current=page]').hash"), f"#/{view}")
                    self.assertGreater(browser.value("document.querySelector('main').innerText.length"), 40, view)
                    self.assertLessEqual(browser.value("document.documentElement.scrollWidth"), width, f"{view} is wider than the window")
                    self.assertEqual(browser.value("document.querySelectorAll('h1').length"), 1)
                    self.assertEqual(browser.value("document.querySelectorAll('main h2').length"), 1, view)
                    self.assertEqual(browser.value("""[...document.querySelectorAll('[id]')].map(e => e.id)
                        .filter((id, i, all) => all.indexOf(id) !== i)"""), [], "ids stand twice")
                    self.assertEqual(browser.value("""[...document.querySelectorAll('a, button, input, select, summary')].filter(e =>
                        !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label') || e.querySelector('title'))).length"""), 0, "without a name")
                self.assert_quiet(browser)

    @unittest.skipUnless(AXE.exists(), "axe-core is not installed: npm ci in tests/axe")
    def test_accessibility(self):
        """No violation of WCAG 2.2 AA that a program can find, in any view, in both languages and schemes."""
        for language, scheme, width in (("fr", "light", 1280), ("en", "dark", 400)):
            with Browser(width, 900, language, scheme) as browser:
                browser.open(self.real)
                browser.value(AXE.read_text() + ";0")
                for view in VIEWS:
                    browser.go(f"#/{view}")
                    if view == "read":
                        browser.value("location.hash = document.querySelector('.article-text a.m-place').getAttribute('href')")
                        browser.settle()
                    browser.value("document.querySelectorAll('main details').forEach(details => details.open = true)")
                    browser.settle()
                    # axe takes what lies under the sticky bar somewhere on a long page for covered: a target of full size
                    # that is hit in its middle, once in sight, is no violation.
                    found = browser.value("""axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                        .then(result => result.violations.flatMap(v => v.nodes.filter(node => {
                            if (v.id !== 'target-size') return true;
                            const e = document.querySelector(node.target[0]);
                            e.scrollIntoView({block: 'center'});
                            const r = e.getClientRects()[0];
                            return r.height < 24 || !e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
                        }).map(node => v.id + ': ' + node.html.slice(0, 200))))""")
                    self.assertEqual(found, [], f"{view}, {language}, {scheme}")

    def test_cell_to_words_and_back(self):
        with Browser(1280, 900, "fr") as browser:
            browser.open(self.small + "#/figures")
            browser.click(".table-frame a.words[data-cell$='003/f1']")
            self.assertIn("#/read/0000000000000003/f1", browser.value("location.hash"))
            marked = "[...document.querySelectorAll('.sheet .is-selected')].map(e => e.textContent).join('')"
            self.assertEqual(browser.value(marked), "Au moins 7 morts")
            self.assertTrue(browser.value("(() => { const r = document.querySelector('.article-text .is-selected').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()"))
            self.assertIn("≥ 7", browser.value("document.querySelector('.panel').innerText"))
            self.assertIn("Ana Belmont", browser.value("document.querySelector('.panel').innerText"))
            browser.click(".way-back a")
            self.assertEqual(browser.value("document.activeElement.dataset.cell"), "0000000000000003/f1")
            self.assertTrue(browser.value("document.querySelector('.is-found') !== null"))
            for item, words in (("s1", "Nous avons tout perdu 3"), ("m1", "120 évacués, conduits de Brest à Rennes"), ("t1", "mardi 5 mars"), ("n2", "Brest")):
                browser.go(f"#/read/0000000000000003/{item}")
                self.assertEqual(browser.value(marked), words)
            browser.click(".article-text [data-items~='f2']")
            self.assertEqual(browser.value(marked), "120 évacués")
            browser.go("#/speakers")
            self.assertIn("Canal Neuf", browser.value("document.querySelector('.speaker-section').innerText"))
            self.assert_quiet(browser)

    def test_filters_live_in_the_address(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.small + "#/figures?outlet=The+Quay")
            rows = "[...document.querySelectorAll('tbody tr .outlet')].map(e => e.textContent)"
            self.assertEqual(set(browser.value(rows)), {"The Quay"})
            browser.go("#/figures?status=hedged")
            self.assertEqual(browser.value("document.querySelectorAll('tbody tr').length"), 1)
            browser.click(".chip")
            self.assertEqual(browser.value("location.hash"), "#/figures")
            self.assertEqual(browser.value("document.querySelectorAll('tbody tr').length"), 6)
            browser.value("""(() => { const box = document.querySelector('input[type=search]'); box.focus(); box.value = 'EVACUES';
                box.dispatchEvent(new Event('input')); })()""")
            browser.until("location.hash.includes('q=EVACUES')")
            self.assertEqual(browser.value("document.querySelectorAll('tbody tr').length"), 3)
            browser.go("#/read/0000000000000002?q=EVACUES")
            self.assertEqual(browser.value("[...CSS.highlights.get('found')].map(String)"), ["évacués"])
            browser.go("#/figures?from=2024-03-06")
            self.assertEqual(set(browser.value(rows)), {"The Quay"})
            browser.go("#/no-such-view?%=%&outlet=%ff")
            self.assertEqual(browser.value("document.querySelector('.menu [aria-current=page]').hash.slice(0, 10)"), "#/overview")
            self.assert_quiet(browser)

    def test_what_counts_as_one(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.small + "#/claims?relation=differ")
            self.assertEqual(browser.value("document.querySelectorAll('.card').length"), 1)
            self.assertIn("3 articles · 2 origins · 1 witness", browser.value("document.querySelector('.card').innerText"))
            self.assertEqual(browser.value("document.querySelectorAll('.card .version').length"), 2, "a reprint is no second version")
            self.assertEqual(browser.value("document.querySelectorAll('.card .version.is-hedged .status').length"), 1)
            browser.go("#/sources")
            browser.value("document.querySelectorAll('details.fold')[0].open = true")
            browser.settle()
            self.assertEqual(browser.value("[...document.querySelectorAll('.copied')].map(e => e.textContent)"), ["Nous avons tout perdu"] * 2)
            self.assert_quiet(browser)

    def test_map(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.small + "#/places")
            self.assertEqual(browser.value("[...document.querySelectorAll('.map-place text')].map(e => e.textContent)"), ["Brest", "Rennes"])
            self.assertEqual(browser.value("document.querySelectorAll('.map-arrow').length"), 2, "one movement an origin")
            west, east = browser.value("[...document.querySelectorAll('.map-place circle')].map(e => e.getBoundingClientRect().x)")
            self.assertLess(west, east)
            browser.value("document.querySelector('.map-arrow').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            browser.settle()
            self.assertEqual(browser.value("document.activeElement.dataset.cell"), "0000000000000001/m1")
            self.assert_quiet(browser)

    def test_hostile_texts(self):
        for name, page in (("data", self.small), ("program", self.hostile)):
            with self.subTest(name), Browser(400, 800, "en") as browser:
                browser.open(page)
                for view in VIEWS[:-1] + ["read/0000000000000004/s1" if name == "data" else "read"]:
                    browser.go(f"#/{view}")
                    self.assertEqual(browser.value(QUIET_ELEMENTS), 0, view)
                    self.assertLessEqual(browser.value("document.documentElement.scrollWidth"), 400, f"{view} is wider than the window")
                self.assertIn("</script><img src=x onerror", browser.value("document.querySelector('.article-text').textContent"))
                self.assertIn("isolate", browser.value("getComputedStyle(document.querySelector('.article-text p')).unicodeBidi"))
                browser.value("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.harmed = 4' }))")
                self.assertIsNone(browser.value("window.harmed ?? null"), "the policy lets an inserted script run")
                self.assertEqual([url for url in browser.requests if not url.startswith(("file:", "data:"))], [])

    def test_keyboard(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.small)
            browser.key("Tab")
            self.assertEqual(browser.value("document.activeElement.className"), "skip")
            browser.key("Enter")
            self.assertEqual(browser.value("document.activeElement.id"), "main")
            browser.key("Tab")
            self.assertTrue(browser.value("document.querySelector('main').contains(document.activeElement)"))
            self.assertNotEqual(browser.value("getComputedStyle(document.activeElement).outlineStyle"), "none")
            browser.go("#/read/0000000000000001")
            browser.value("document.querySelector('.legend input:last-of-type').focus()")
            for _ in range(12):
                browser.key("Tab")
                if browser.value("document.activeElement.matches('.article-text a')"):
                    break
            words = browser.value("document.activeElement.textContent")
            browser.key("Enter")
            self.assertTrue(words and browser.value("document.querySelector('.is-selected') === document.activeElement"))
            self.assert_quiet(browser)

    def test_days_brought_near(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.real + "#/timeline")
            days = browser.value("document.querySelectorAll('.days > .day').length")
            box = browser.value("(() => { const r = document.querySelector('.band').getBoundingClientRect(); return [r.left, r.top + 20, r.width]; })()")
            for kind, share in (("mousePressed", 0.02), ("mouseMoved", 0.08), ("mouseMoved", 0.12), ("mouseReleased", 0.12)):
                browser.call("Input.dispatchMouseEvent", type=kind, x=box[0] + box[2] * share, y=box[1], button="left", buttons=1, clickCount=1)
            browser.settle()
            self.assertIn("days=", browser.value("location.hash"))
            self.assertLess(browser.value("document.querySelectorAll('.days > .day').length"), days)
            browser.go("#/timeline?days=2024-03-12~2024-03-12")
            self.assertEqual(browser.value("[...document.querySelectorAll('.days > .day time')].map(t => t.dateTime)").count("2024-03-12"), 1)
            browser.click(".band .article-tick")  # a click on a block is still the way to its article
            self.assertIn("#/read/", browser.value("location.hash"))
            self.assert_quiet(browser)

    def test_map_brought_near(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.real + "#/places")
            gap = """(() => { const [a, b] = [...document.querySelectorAll('.map-place')].filter(p => /^(Nice|Menton)/.test(p.querySelector('title').textContent))
                .map(p => p.querySelector('circle').cx.baseVal.value); return Math.abs(a - b); })()"""
            before = browser.value(gap)
            browser.click(".map-zoom button")
            self.assertAlmostEqual(browser.value(gap) / before, 2, delta=0.1)
            browser.click(".map-zoom button:last-child")
            self.assertAlmostEqual(browser.value(gap), before, delta=0.5)
            self.assert_quiet(browser)

    def test_chain_graph(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.real + "#/speakers")
            browser.click(".graph-box summary")
            self.assertGreater(browser.value("document.querySelectorAll('.chain-graph path').length"), 5)
            browser.click(".chain-graph a text")
            self.assertIn("speaker=", browser.value("location.hash"))
            self.assert_quiet(browser)

    def test_corrections_from_disk(self):
        with Browser(1280, 900, "en") as browser:
            browser.open(self.small + "#/read/0000000000000003/f1")
            browser.click(".correct summary")
            browser.click(".correct-row button")  # wrong: leave it out
            self.assertIn("Corrections 1", browser.value("document.querySelector('.menu').innerText"))
            self.assertIn("Left out", browser.value("document.querySelector('.correct .waiting').innerText"))
            browser.click(".correct .waiting button")  # undo
            self.assertNotIn("Corrections 1", browser.value("document.querySelector('.menu').innerText"))
            browser.value("document.querySelector('.correct').open = true")
            browser.value("document.querySelector('.correct form input').value = '8'")
            browser.click(".correct form button")
            browser.open(self.small + "#/corrections")  # the page was shut in between
            self.assertIn("7 → 8", browser.value("document.querySelector('.waiting').innerText.replace(/\\s+/g, ' ')"))
            browser.value("URL.createObjectURL = blob => (blob.text().then(text => window.saved = text), 'data:,')")
            browser.click(".main-button")
            browser.until("window.saved !== undefined")
            line = json.loads(browser.value("window.saved"))
            self.assertEqual((line["op"], line["field"], line["old"], line["new"]), ("fix", "min", 7, 8))
            self.assertEqual((line["cell"]["article"], line["cell"]["kind"], line["cell"]["text"]), ("0000000000000003", "figure", "Au moins 7 morts"))
            self.assertEqual(len(line["cell"]["source"]), 2)
            self.assertIn("saved", browser.value("document.querySelector('.waiting').innerText"))
            self.assert_quiet(browser)

    def test_names_and_claims_corrected(self):
        with Browser(1280, 900, "fr") as browser:
            browser.open(self.real + "#/claims")
            browser.click(".card .correct summary")
            browser.click(".card .correct input")
            browser.click(".card .correct button")
            kept = "JSON.parse(localStorage.getItem('recoupe.corrections ' + location.pathname)).entries.map(e => e.correction)"
            part = browser.value(kept)[0]
            self.assertEqual((part["op"], len(part["cluster"]["parts"])), ("part", 2))
            self.assertTrue(all(member["article"] and member["text"] for side in part["cluster"]["parts"] for member in side))
            browser.go("#/read")
            browser.value("location.hash = document.querySelector('.article-text a.m-place').getAttribute('href')")
            browser.value("document.querySelector('.correct').open = true")
            browser.click(".name-tools form:has(select) button")
            merge = browser.value(kept)[1]
            self.assertEqual((merge["op"], len(merge["entities"])), ("merge", 2))
            self.assertEqual(merge["entities"][0]["kind"], merge["entities"][1]["kind"])
            browser.go("#/corrections")
            self.assertEqual(browser.value("document.querySelectorAll('.waiting li').length"), 2)
            self.assert_quiet(browser)

    def test_corrections_when_served(self):
        out = pathlib.Path(self.folder.name) / "story"
        server = subprocess.Popen([self.program, "serve", out], stdout=subprocess.PIPE, text=True)
        try:
            address = server.stdout.readline().strip()
            with Browser(1280, 900, "en") as browser:
                browser.open(address + "#/figures")
                browser.value("location.hash = document.querySelector('.table-frame a.words').getAttribute('href')")
                browser.click(".correct summary")
                browser.click(".correct-row button")
                browser.go("#/corrections")
                browser.click(".main-button")
                browser.until("document.querySelector('.waiting').innerText.includes('saved')")
                line = json.loads((out / "corrections.jsonl").read_text())
                self.assertEqual((line["op"], line["cell"]["kind"]), ("reject", "figure"))
                self.assertEqual(browser.errors, [])
                self.assertTrue(all(url.startswith(address) for url in browser.requests), browser.requests)
                # The next run applies it; the page, loaded anew, shows it and no longer counts it.
                subprocess.run([self.program, "dossier", "--quiet", *self.story, "-o", out], check=True)
                browser.open(address + "?again#/corrections")
                self.assertIn("applied", browser.value("document.querySelector('.reports').innerText"))
                self.assertEqual(browser.value("document.querySelectorAll('.waiting li').length"), 0)
                browser.go("#/read/" + line["cell"]["article"])
                self.assertEqual(browser.value("document.querySelector('.m.is-rejected').textContent"), line["cell"]["text"])
        finally:
            server.terminate()
            self.assertEqual(server.wait(timeout=20), 0)
            server.stdout.close()
            (out / "corrections.jsonl").unlink(missing_ok=True)
            subprocess.run([self.program, "dossier", "--quiet", *self.story, "-o", out], check=True)

    def test_languages_and_colours(self):
        with Browser(1280, 900, "fr", "dark") as browser:
            browser.open(self.small + "#/claims")
            self.assertIn("«Au moins 4 morts» (Le Phare) et «at least 7 and more» (The Quay) s’excluent\u00a0: au moins 4 contre 7\u00a0; met à jour 3 (5 mars)",
                          browser.value("document.querySelector('.card .why').textContent"))
            dark = browser.value("getComputedStyle(document.body).backgroundColor")
            self.assertEqual(browser.value("document.querySelector('h2').textContent"), "Affirmations")
            browser.click(".languages button[lang=en]")
            self.assertEqual(browser.value("document.querySelector('h2').textContent"), "Claims")
            self.assertEqual(browser.value("document.documentElement.lang"), "en")
            browser.value("(() => { const s = document.querySelector('.switches select'); s.value = 'light'; s.dispatchEvent(new Event('change')); })()")
            self.assertNotEqual(browser.value("getComputedStyle(document.body).backgroundColor"), dark)
            self.assert_quiet(browser)

    def test_a_thousand_articles(self):
        with Browser(1280, 900, "fr") as browser:
            browser.open(self.large)
            first = browser.value("""performance.getEntriesByType('paint').find(e => e.name === 'first-contentful-paint')?.startTime""")
            print(f"\n  1,000 articles: first view {first:.0f} ms;", end="")
            for view in [*VIEWS[1:], "figures?status=hedged", "claims?q=quais"]:
                took = browser.value(f"""new Promise(done => {{ const start = performance.now(); location.hash = '#/{view}';
                    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))); }})""")
                print(f" {view} {took:.0f}", end="")
                self.assertLess(browser.value("document.querySelectorAll('main *').length"), 20000, f"{view} draws everything at once")
            print(" ms")
            browser.go("#/figures?cell=00000000000003e7/f2")
            self.assertEqual(browser.value("document.activeElement.dataset.cell"), "00000000000003e7/f2", "a cell far down the list")
            self.assert_quiet(browser)


if __name__ == "__main__":
    if executable() is None:
        print("skipped: no Chromium on this machine")
        sys.exit(77)
    PageTest.program, *PageTest.story = sys.argv[1:]
    unittest.main(argv=sys.argv[:1], verbosity=1)
