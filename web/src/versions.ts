// Many claims that are one telling: the same words or value, of the same speaker, through the same origin. A
// wire that four papers print gives one version with four articles, never four.
import type { Figure } from "./contract";
import { fold } from "./dom";
import type { Claim } from "./model";

export interface Version {
  lead: Claim; // first published
  claims: Claim[];
}

export function versions(claims: readonly Claim[]): Version[] {
  const found = new Map<string, Version>();
  for (const claim of [...claims].sort(by_date)) {
    const key = [claim.article.origin.id, claim.speaker?.key ?? "", claim.via.join(), value_key(claim)].join("\n");
    const version = found.get(key);
    if (version) version.claims.push(claim);
    else found.set(key, { lead: claim, claims: [claim] });
  }
  return [...found.values()];
}

// Of a dispute the two that lie farthest apart come first: they are what is in dispute. The rest stays by date.
export function farthest_first(tellings: readonly Version[]): Version[] {
  const valued = tellings.filter((version) => value_of(version) !== null && version.lead.status !== "denied");
  if (valued.length < 3) return [...tellings];
  const by_value = [...valued].sort((a, b) => (value_of(a) ?? 0) - (value_of(b) ?? 0));
  const ends = [by_value[0], by_value[by_value.length - 1]].filter((version): version is Version => version !== undefined);
  return [...ends, ...tellings.filter((version) => !ends.includes(version))];
}

function value_of({ lead }: Version): number | null {
  if (lead.kind !== "figure") return null;
  const { min, max } = lead.item as Figure;
  return min ?? max;
}

export function by_date(a: Claim, b: Claim): number {
  const [x, y] = [a.article.date || "9", b.article.date || "9"];
  return compare(x, y) || a.article.index - b.article.index || a.item.span[0] - b.item.span[0];
}

// For dates and other codes; words for people are compared by their language's rules instead.
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function value_key(claim: Claim): string {
  if (claim.kind === "figure") {
    const figure = claim.item as Figure;
    return [figure.min, figure.max, figure.unit, figure.category, claim.status].join();
  }
  return fold(claim.item.text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
