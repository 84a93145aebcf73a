#!/usr/bin/env python3
"""Who is who across articles and languages, on articles that are read as users' are: one name in many spellings is one
entity; an office and a name are one person where the story says so; namesakes are kept apart.

entities_test.py RECOUPE
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SIEGE = {
    "siege-1": ("fr", "2016-10-20", "Mossoul : l'armée avance\n\nLes forces irakiennes ont repris deux villages à l'est de "
                "Mossoul, tenue par Daech depuis deux ans. Le premier ministre irakien, Haïdar al-Abadi, a salué leur courage. "
                "Le chef d'état-major russe, Valery Gerasimov, a mis en garde contre une fuite des djihadistes de l'EI vers la Syrie."),
    "siege-2": ("fr", "2016-10-20", "Bataille de Mossoul : Moscou s'inquiète\n\n« Les terroristes ne doivent pas passer en "
                "Syrie », a déclaré le chef d'état-major russe à propos de Mossoul. L'État islamique y aurait encore 4 000 "
                "hommes. Haider al-Abadi promet une victoire rapide."),
    "siege-3": ("en", "2016-10-21", "Iraqi troops close in on Mosul\n\nIraqi Prime Minister Haider al-Abadi said that troops were "
                "ten kilometres from Mosul. Fighters of ISIS have set fire to oil wells. Islamic State has held Mosul since 2014."),
    "siege-4": ("fr", "2016-10-22", "Daesh recule devant Mossul\n\nDaesh a perdu trois villages autour de Mossul, selon le général "
                "irakien Najim al-Jabouri. Les Irakiens pensent entrer dans la ville avant décembre."),
}
CHIEF = {
    "chief-1": ("fr", "2018-05-03", "Le chef d'état-major norvégien en visite à Tallinn\n\nLe chef d'état-major norvégien a "
                "inspecté jeudi à Tallinn le bataillon de la Baltique. « Nous tiendrons », a assuré le chef d'état-major norvégien."),
    "chief-2": ("fr", "2018-05-04", "Bataillon de la Baltique : un général norvégien à Tallinn\n\nLe général Olav Brekke a passé "
                "en revue à Tallinn le bataillon de la Baltique. « Nous restons », a déclaré Olav Brekke."),
}
NAMESAKES = {
    "name-1": ("fr", "2019-03-02", "Les années Ottawa racontées de l'intérieur\n\nL'ancien premier ministre canadien Paul Granger "
               "publie ses mémoires. Il y revient sur la crise du bois d'œuvre, sur le référendum de 1995 et sur la chute de son "
               "gouvernement, renversé par les conservateurs à la Chambre des communes. L'éditeur de Montréal en a tiré 40 000 exemplaires."),
    "name-2": ("fr", "2019-06-14", "La meilleure baguette est à Poitiers\n\nLe boulanger Paul Granger a remporté jeudi le concours "
               "de la meilleure baguette de la Vienne. Farine de Civray, levain de trois jours et four à bois : le jury, réuni place "
               "Notre-Dame, a goûté soixante pains à l'aveugle. L'artisan fournira l'hôtel de ville pendant un an."),
    "name-3": ("fr", "2019-06-15", "Poitiers fête son levain\n\nOn faisait la queue samedi devant le fournil de Paul Granger, vainqueur "
               "du concours de la meilleure baguette de la Vienne. La farine de Civray a manqué dès dix heures. L'hôtel de ville "
               "de Poitiers recevra ses premiers pains lundi."),
    "name-4": ("fr", "2019-09-01", "Québec : les libéraux cherchent un candidat\n\nLe chef des libéraux, Paul Granger, parlera lundi "
               "devant les députés à Québec. Il doit dire qui conduira la liste aux élections d'octobre, et ce que le parti propose "
               "pour les hôpitaux du Nord."),
}
PHOTO = {
    "photo-1": ("fr", "2017-02-10", "Le pont de Tancarville fermé\n\nLe pont de Tancarville est fermé depuis vendredi.\n\nPhoto : "
                "Jean Delorme / Archives 2009."),
    "photo-2": ("fr", None, "Tancarville : le pont rouvrira lundi\n\nLe pont de Tancarville, fermé ce vendredi 10 février, "
                "rouvrira lundi.\n\n© Jean Delorme, 2009"),
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        of = {}
        for name, (language, date, text) in {**SIEGE, **CHIEF, **NAMESAKES, **PHOTO}.items():
            title, _, body = text.partition("\n\n")
            record = {"title": title, "text": body, "published": date, "language": language}
            path = pathlib.Path(folder) / f"{name}.jsonl"
            path.write_text(json.dumps({k: v for k, v in record.items() if v}, ensure_ascii=False) + "\n", encoding="utf-8")
        subprocess.run([sys.argv[1], "dossier", "--quiet", "-o", folder + "/out", *sorted(pathlib.Path(folder).glob("*.jsonl"))],
                       check=True, stdout=subprocess.DEVNULL)
        made = json.loads((pathlib.Path(folder) / "out" / "dossier.json").read_text(encoding="utf-8"))
        articles = [json.loads(line) for line in (pathlib.Path(folder) / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    name_of = {a["id"]: pathlib.Path(a["source_name"].split("!")[0]).stem for a in made["articles"]}
    local = {(a["id"], e["id"]): e for a in articles for e in a["entities"]}
    for entity in made["entities"]:
        for member in entity["members"]:
            e = local[member["article"], member["entity"]]
            for form in (e["name"], *e.get("aliases", [])):
                of.setdefault((name_of[member["article"]], form), set()).add(entity["id"])
    if "-v" in sys.argv:
        for key, ids in sorted(of.items()):
            print(key, ids)
        for a in made["articles"]:
            print(name_of[a["id"]], a["published"])
    failures = []

    def ids(article, *forms):
        found = {i for form in forms for i in of.get((article, form), ())}
        if not found:
            failures.append(f"{article}: no entity is called {' or '.join(forms)}")
        return found

    def together(what, *places):
        groups = [ids(*place) for place in places]
        if all(groups) and not set.intersection(*groups):
            failures.append(f"{what}: {groups} are not one")

    def apart(what, one, other):
        if ids(*one) & ids(*other):
            failures.append(f"{what} are one")

    group = ("Daech", "Daesh", "EI", "l'EI", "État islamique", "ISIS", "Islamic State")
    together("Daech", ("siege-1", *group), ("siege-2", *group), ("siege-3", *group), ("siege-4", *group))
    city = ("Mossoul", "Mosul", "Mossul")
    together("Mossoul", ("siege-1", *city), ("siege-2", *city), ("siege-3", *city), ("siege-4", *city))
    together("al-Abadi", ("siege-1", "Haïdar al-Abadi"), ("siege-2", "Haider al-Abadi"), ("siege-3", "Haider al-Abadi"))
    apart("a premier and a baker", ("name-1", "Paul Granger"), ("name-2", "Paul Granger"))
    together("the baker", ("name-2", "Paul Granger"), ("name-3", "Paul Granger"))
    together("the politician", ("name-1", "Paul Granger"), ("name-4", "Paul Granger"))

    for article, name, role in (("siege-1", "Valery Gerasimov", "chef d'état-major russe"),
                                ("siege-1", "Haïdar al-Abadi", "premier ministre irakien"), ("name-4", "Paul Granger", "chef des libéraux")):
        for (of_article, _), e in local.items():
            if name_of[of_article] == article and e["name"] == name and (e["role"] or "").lower() != role.lower():
                failures.append(f"{article}: {name} is «{e['role']}», not «{role}»")

    def speaker(article, words):
        for cluster in made["clusters"]:
            for member in cluster["members"]:
                if cluster["kind"] == "statement" and name_of[member["article"]] == article:
                    claim = next(s for a in articles if a["id"] == member["article"] for s in a["statements"] if s["id"] == member["claim"])
                    if words in claim["text"]:
                        return member["speaker"]
        failures.append(f"{article}: nobody says «{words}»")
        return None

    gerasimov = ids("siege-1", "Valery Gerasimov")
    if speaker("siege-2", "ne doivent pas passer") not in gerasimov:
        failures.append("the chief of staff is not the general whom the story names")
    if speaker("chief-1", "Nous tiendrons") in ids("chief-2", "Olav Brekke"):
        failures.append("a chief of staff became a general whom no article calls that")
    dates = {name_of[a["id"]]: (a["published"] or "")[:10] if not isinstance(a["published"], dict) else a["published"]["value"]
             for a in made["articles"]}
    if dates["photo-2"] != "2017-02-10":
        failures.append(f"photo-2 is dated {dates['photo-2']}: the story says 2017-02-10, the photo's year says nothing")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
