// The sentence that says why claims were put together comes from the program in English, made of fixed phrases and
// of words out of the articles, which stand between «». In the French page the phrases are said in French; one that
// is not known here stays as it is.
import type { Context } from "./context";

const value = "(?=[\\d])";
const french: [RegExp, string][] = [
  [/^only (.*) gives this figure/, "$1 est seul à donner ce chiffre"],
  [/^only (.*) reports this/, "$1 est seul à le rapporter"],
  [/^only (.*) tells of it/, "$1 est seul à le raconter"],
  [/^only (.*) speaks of this day/, "$1 est seul à parler de ce jour"],
  [/^1 origin speak of this day/, "1 origine parle de ce jour"],
  [/^(\d+) origins speak of this day/, "$1 origines parlent de ce jour"],
  [/\) and $/, ") et "],
  [/\) cannot both hold: /, ") s’excluent\u00a0: "],
  [/\) can both hold: /, ") peuvent être vrais ensemble\u00a0: "],
  [/\) agree: /, ") concordent\u00a0: "],
  [/\) say the contrary of each other/, ") disent le contraire l’un de l’autre"],
  [/ gives it more than once: /, " le donne plusieurs fois\u00a0: "],
  [/^the same number, /, "le même nombre, "],
  [/^the same words by /, "les mêmes mots de "],
  [/^the same words/, "les mêmes mots"],
  [/^the same in other words by /, "la même chose en d’autres mots de "],
  [/^the same in other words/, "la même chose en d’autres mots"],
  [/^the same journey: /, "le même déplacement\u00a0: "],
  [/^the same journey/, "le même déplacement"],
  [/ in two languages/, " en deux langues"],
  [/, from (\d+) origin/, ", de $1 origine"],
  [/; brings up to date /g, "\u00a0; met à jour "],
  [/\basserted in /g, "affirmé dans "],
  [/\bhedged in /g, "au conditionnel dans "],
  [/\bplanned in /g, "prévu dans "],
  [/\bdenied in /g, "démenti dans "],
  [/\bquestioned in /g, "mis en question dans "],
  [/ against /g, " contre "],
  [new RegExp("\\bmore than " + value, "g"), "plus de "],
  [new RegExp("\\bat least " + value, "g"), "au moins "],
  [new RegExp("\\bat most " + value, "g"), "au plus "],
  [new RegExp("\\bless than " + value, "g"), "moins de "],
  [new RegExp("\\babout " + value, "g"), "environ "],
  [new RegExp("(\\d) to " + value, "g"), "$1 à "],
  [/an unknown number/g, "un nombre inconnu"],
];

export function why_text({ words, format }: Context, sentence: string): string {
  return sentence
    .split(/(«[^»]*»)/)
    .map((piece) => {
      if (piece.startsWith("«")) return piece;
      let said = piece.replace(/\((\d{4}-\d\d-\d\d)\)/g, (_, day: string) => "(" + format.date(day, true) + ")");
      if (words.language === "fr") for (const [pattern, phrase] of french) said = said.replace(pattern, phrase);
      return said;
    })
    .join("");
}
