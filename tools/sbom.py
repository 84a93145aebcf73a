#!/usr/bin/env python3
"""sbom.py: what the program is made of, as an SPDX 2.3 document on standard output: every Debian package that the build
needs, with its version on this machine, its licence and how it is used, and the data that lies in models/ and in the word
lists. The same tree on the same packages gives the same bytes. An unlisted package is an error: tests run this."""
import datetime
import json
import pathlib
import subprocess
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Debian package: (licence as SPDX names it, how it comes into the program)
LIBRARIES = {
    "libbrotli-dev": ("MIT", "linked"),
    "libcli11-dev": ("BSD-3-Clause", "compiled in"),
    "libcpp-httplib-dev": ("MIT", "compiled in"),
    "libcurl4-openssl-dev": ("curl", "linked"),
    "libfmt-dev": ("MIT", "linked"),
    "libgumbo-dev": ("Apache-2.0", "linked"),
    "libicu-dev": ("ICU", "linked"),
    "libminizip-dev": ("Zlib", "linked"),
    "libpugixml-dev": ("MIT", "linked"),
    "libsqlite3-dev": ("blessing", "linked"),
    "libssl-dev": ("Apache-2.0", "linked"),
    "nlohmann-json3-dev": ("MIT", "compiled in"),
    "node-d3-geo": ("BSD-3-Clause", "compiled in"),
    "node-d3-scale": ("BSD-3-Clause", "compiled in"),
    "node-d3-zoom": ("BSD-3-Clause", "compiled in"),
    "zlib1g-dev": ("Zlib", "linked"),
    "hunspell-fr-comprehensive": ("MPL-2.0", "compiled in"),
    "hunspell-en-us": ("LGPL-2.0-or-later AND BSD-3-Clause", "compiled in"),
}
TOOLS = {"g++", "cmake", "ninja-build", "pkg-config", "esbuild", "node-typescript"}
# Data that ships in the repository; NOTICE has the addresses.
DATA = {
    "GeoNames": ("CC-BY-4.0", "models/gazetteer.bin, src/lexicon/places.tsv"),
    "mledoze/countries": ("ODbL-1.0", "models/gazetteer.bin"),
    "Who's On First": ("CC-BY-4.0", "models/gazetteer.bin"),
    "Universal Dependencies treebanks": ("CC-BY-SA-4.0 AND LGPLLR", "models/fr.model, models/en.model"),
    "WiNER-fr": ("CC-BY-4.0 AND CC-BY-2.5", "src/lexicon"),
    "Natural Earth, world-atlas": ("LicenseRef-public-domain AND ISC", "src/report/outlines.tsv"),
    "Médias français": ("ODC-By-1.0", "src/lexicon/media.tsv"),
    "Gender Gap Tracker": ("MIT", "src/lexicon"),
}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip()


def spdx_id(name):
    return "SPDXRef-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in name)


def package(name, version, licence, comment, purpose):
    return {"SPDXID": spdx_id(name), "name": name, "versionInfo": version, "licenseDeclared": licence,
            "licenseConcluded": licence, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
            "copyrightText": "NOASSERTION", "primaryPackagePurpose": purpose, "comment": comment}


def main():
    wanted = output("tools/packages", "list", "build").split()
    unknown = [name for name in wanted if name not in LIBRARIES and name not in TOOLS]
    if unknown:
        sys.exit("sbom.py: no licence is listed for " + ", ".join(unknown))
    version = next(line.split("VERSION")[1].split()[0] for line in (ROOT / "CMakeLists.txt").read_text().splitlines()
                   if line.startswith("project("))
    packages = [package("recoupe", version, "Apache-2.0", "the program", "APPLICATION")]
    for name in sorted(set(wanted) & set(LIBRARIES)):
        licence, how = LIBRARIES[name]
        packages.append(package(name, output("dpkg-query", "-W", "-f", "${Version}", name), licence, how, "LIBRARY"))
    packages += [package(name, "NOASSERTION", licence, where, "OTHER") for name, (licence, where) in DATA.items()]
    for item in packages:
        if item["versionInfo"] == "NOASSERTION":
            del item["versionInfo"]
    try:
        seconds = int(output("git", "log", "-1", "--format=%ct"))
    except (subprocess.CalledProcessError, FileNotFoundError, ValueError):
        seconds = 0  # not a clone: there is no date to give
    made = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    names = json.dumps(packages, sort_keys=True)
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "recoupe-" + version,
        "documentNamespace": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, names)),
        "creationInfo": {"created": made, "creators": ["Tool: tools/sbom.py"]},
        "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-public-domain", "name": "public domain",
                                        "extractedText": "Made with Natural Earth, which is in the public domain."}],
        "packages": packages,
        "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
                           "relatedSpdxElement": "SPDXRef-recoupe"}] +
                         [{"spdxElementId": "SPDXRef-recoupe", "relatedSpdxElement": item["SPDXID"], "relationshipType":
                           "DEPENDS_ON" if item["primaryPackagePurpose"] == "LIBRARY" else "CONTAINS"}
                          for item in packages[1:]],
    }
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
