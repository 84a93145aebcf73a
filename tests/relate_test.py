#!/usr/bin/env python3
"""relate_test.py RECOUPE: pairs of statements as a fact-checker would send them, bad lines included."""
import json
import subprocess
import sys
import unittest

RECOUPE = None

# Why each stands as it does is plain from the words; dates are those of publication.
PAIRS = [
    ("same", "La digue de Larmor a cédé dans la nuit.", "La digue de Larmor a cédé dans la nuit."),
    ("same", "Le conseil a rejeté le budget.", "Le budget a été rejeté par le conseil."),
    ("same", "Neuf marins ont péri dans le naufrage du Kerdonis.", "Nine sailors died in the sinking of the Kerdonis."),
    ("agree", "Au moins 40 maisons ont été détruites à Larmor.", "45 maisons ont été détruites à Larmor."),
    ("agree", "Le préfet aurait remis sa démission.", "Le préfet a remis sa démission."),
    ("differ", "Le barrage a résisté à la crue.", "Le barrage n'a pas résisté à la crue."),
    ("differ", "Le juge a condamné le maire.", "Le juge a acquitté le maire."),
    ("differ", "Le tireur est mort à Larmor.", "The gunman died in Bordeaux."),
    ("differ", "La police a recensé 3 000 manifestants à Brest.", "Les syndicats ont recensé 9 000 manifestants à Brest."),
    ("compatible", "Le Kerdonis a coulé avec neuf marins.", "Le Kerdonis avait été construit en 1974."),
    ("compatible", "La hausse a été de 3 % à Athènes.", "La hausse a été de 3 % en Grèce."),
    ("unrelated", "Le Kerdonis a coulé avec neuf marins.", "Une école de Turin a ouvert un potager."),
    ("unrelated", "The council fined a baker in Leeds.", "Les vendanges ont commencé en Alsace."),
]


def relate(lines, *flags):
    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
    return subprocess.run([RECOUPE, "relate", *flags], input=text.encode(), capture_output=True, timeout=120)


def answers(result):
    return [json.loads(line) for line in result.stdout.decode().splitlines()]


class Relate(unittest.TestCase):
    def test_relations_and_their_symmetry(self):
        result = relate([{"id": i, "a": a, "b": b} for i, (_, a, b) in enumerate(PAIRS)] +
                        [{"id": -i - 1, "a": b, "b": a} for i, (_, a, b) in enumerate(PAIRS)])
        self.assertEqual(result.returncode, 0, result.stderr)
        said = {answer["id"]: answer for answer in answers(result)}
        for i, (relation, a, b) in enumerate(PAIRS):
            self.assertEqual(said[i]["relation"], relation, (a, b, said[i]))
            self.assertEqual(said[-i - 1]["relation"], relation, ("turned round", a, b, said[-i - 1]))
            self.assertTrue(said[i]["why"])

    def test_a_toll_that_rises_is_no_contradiction(self):
        pair = {"id": "t", "a": "L'incendie a fait 9 morts.", "b": "L'incendie a fait 14 morts."}
        self.assertEqual(answers(relate([pair]))[0]["relation"], "differ")
        dated = dict(pair, a_date="2024-03-02", b_date="2024-03-04")
        answer = answers(relate([dated]))[0]
        self.assertEqual(answer["relation"], "compatible")
        self.assertIn("up to date", answer["why"])

    def test_bad_lines_are_named_and_the_others_done(self):
        good = {"id": {"mine": [1]}, "a": "Il pleut.", "b": "Il pleut.", "extra": True}
        result = relate([good, "", "pas du JSON", {"id": 1, "a": "x"}, {"a": "x", "b": 3}, {"a": " ", "b": "y"},
                         {"a": "x", "b": "y", "a_date": "hier"}, {"a": "Il neige.", "b": "Il neige."}])
        self.assertEqual(result.returncode, 1)
        said = answers(result)
        self.assertEqual([answer["id"] for answer in said], [{"mine": [1]}, None])
        errors = result.stderr.decode().splitlines()
        for number, what in ((3, "is not JSON"), (4, "has no «b»"), (5, "«b» is not text"), (6, "«a» is empty"),
                             (7, "«a_date» is not a date")):
            self.assertTrue(any(f"standard input:{number}: {what}" in line for line in errors), (number, errors))

    def test_flags_and_nothing(self):
        self.assertEqual(relate([], "--language", "de").returncode, 2)
        self.assertEqual(relate([]).returncode, 0)
        pair = {"id": 1, "a": "Le pont est fermé.", "b": "Le pont est fermé."}
        self.assertEqual(answers(relate([pair], "--language", "fr", "--quiet"))[0]["relation"], "same")

    def test_any_bytes(self):
        rough = subprocess.run([RECOUPE, "relate"], input=b'\xff\xfe\n{"a":"\\u0000","b":"\\ud83d\\ude00"}\n[[[[\n',
                               capture_output=True, timeout=120)
        self.assertEqual(rough.returncode, 1)


if __name__ == "__main__":
    RECOUPE = sys.argv.pop(1)
    unittest.main()
