#!/usr/bin/env python3
"""hardening_test.py RECOUPE: the program as built is position independent, its tables are read-only after loading, its
stack is guarded and not executable, its string functions are the checked ones. Skipped (77) under sanitizers, whose
build is another, and where there is no readelf."""
import shutil
import subprocess
import sys


def readelf(*flags):
    return subprocess.run(["readelf", "--wide", *flags, sys.argv[1]], capture_output=True, text=True, check=True).stdout


if not shutil.which("readelf"):
    sys.exit(77)
symbols = readelf("--dyn-syms")
if "__asan" in symbols or "__ubsan" in symbols or "__asan" in readelf("--symbols"):
    sys.exit(77)
segments, dynamic = readelf("--program-headers", "--file-header"), readelf("--dynamic")
stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
holds = {
    "position independent": "DYN (Position-Independent" in segments,
    "tables read-only after loading": "GNU_RELRO" in segments and "BIND_NOW" in dynamic,
    "stack not executable": "RWE" not in stack,
    "stack guarded": "__stack_chk_fail" in symbols,
    "checked string functions": "_chk@" in symbols,
}
bad = [what for what, right in holds.items() if not right]
print("hardening:", "; ".join(f"not {what}" for what in bad) if bad else "all " + str(len(holds)) + " hold")
sys.exit(1 if bad else 0)
