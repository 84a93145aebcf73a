#!/usr/bin/env python3
"""Draws docs/page.png, the picture of the page in the README.

page_picture.py RECOUPE STORY PICTURE [ADDRESS]    e.g. build/recoupe examples/crue-de-la-roya docs/page.png '#/read/8b0fc7908ab419fd/s2'
"""
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser

program, story, picture, *address = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder, Browser(1280, 820, "en") as browser:
    subprocess.run([program, "dossier", "--quiet", story, "-o", folder], check=True)
    browser.open((pathlib.Path(folder) / "index.html").as_uri() + (address[0] if address else ""))
    browser.picture(picture)
