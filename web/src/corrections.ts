// What the reader's own hand says of cells, names and claims: lines of corrections.jsonl, as docs/formats.md has
// them. Cells are addressed by their bytes and words, so that a line still holds when the articles are read again.
import type { ClusterData, DossierEntity, Placed } from "./contract";
import { h } from "./dom";
import type { Article, Cluster } from "./model";
import type { MarkKind } from "./spans";
import { store, stored } from "./settings";

export type Value = string | number | null;

export interface CellAddress {
  article: string;
  kind?: string; // of members of a cluster, the cluster says it
  source: [number, number];
  text: string;
}

export interface EntityAddress {
  kind: string;
  name: string;
  articles: string[];
}

export interface Correction {
  op: "reject" | "confirm" | "fix" | "merge" | "split" | "part";
  cell?: CellAddress;
  field?: string;
  old?: Value;
  new?: Value;
  entities?: EntityAddress[];
  entity?: EntityAddress | { kind: string; name: string };
  parts?: { articles: string[]; name?: string }[];
  cluster?: { kind: string; members?: CellAddress[]; parts?: CellAddress[][] };
  relation?: string;
  note?: string;
  author?: string;
  date?: string;
}

interface Entry {
  correction: Correction;
  saved: boolean; // written to the file; goes when the page has been made anew
}

export function cell_address(article: Article, kind: MarkKind, item: Placed): CellAddress | null {
  if (!item.source) return null;
  return { article: article.data.id, kind: kind === "place" || kind === "name" ? "mention" : kind, source: item.source, text: item.text };
}

export function entity_address(entity: DossierEntity): EntityAddress {
  return { kind: entity.kind, name: entity.name, articles: [...new Set(entity.members.map((member) => member.article))] };
}

export function member_addresses(claims: Cluster["claims"]): CellAddress[] {
  return claims.flatMap(({ article, item }) => (item.source ? [{ article: article.data.id, source: item.source, text: item.text }] : []));
}

export function cluster_address(data: ClusterData, claims: Cluster["claims"]): { kind: string; members: CellAddress[] } {
  return { kind: data.kind, members: member_addresses(claims) };
}

// The same thing corrected in the same way: what a second click takes back.
function same_target(a: Correction, b: Correction): boolean {
  const target = ({ op, cell, entity, entities, cluster, field }: Correction): string => JSON.stringify([op === "confirm" ? "reject" : op, cell, entity, entities, cluster, field]);
  return target(a) === target(b);
}

// The corrections made on this page and not yet replayed. The browser keeps them where it may, under the page's own
// address, so that nothing is lost when the page is shut.
export class Desk {
  private entries: Entry[] = [];
  private readonly key = "corrections " + location.pathname;

  constructor(private readonly version: string, private readonly changed: () => void) {
    try {
      const kept = JSON.parse(stored(this.key) ?? "null") as { version: string; entries: Entry[] } | null;
      if (kept && Array.isArray(kept.entries)) this.entries = kept.entries.filter((entry) => kept.version === version || !entry.saved);
    } catch {
      // what another program has put there is no correction
    }
  }

  get list(): readonly Correction[] {
    return this.entries.map((entry) => entry.correction);
  }

  get unsaved(): number {
    return this.entries.filter((entry) => !entry.saved).length;
  }

  is_saved(correction: Correction): boolean {
    return this.entries.some((entry) => entry.saved && entry.correction === correction);
  }

  get author(): string {
    return stored("author") ?? "";
  }

  set author(name: string) {
    store("author", name);
  }

  // A later word on the same thing takes the place of the earlier one.
  add(correction: Correction): void {
    const signed: Correction = { ...correction, date: new Date().toISOString().slice(0, 10) };
    if (this.author) signed.author = this.author;
    this.entries = this.entries.filter((entry) => entry.saved || !same_target(entry.correction, signed));
    this.entries.push({ correction: signed, saved: false });
    this.keep();
  }

  remove(correction: Correction): void {
    this.entries = this.entries.filter((entry) => entry.correction !== correction);
    this.keep();
  }

  of_cell(address: CellAddress): Correction[] {
    return this.list.filter(({ cell }) => cell && cell.article === address.article && cell.kind === address.kind && cell.source[0] === address.source[0] && cell.source[1] === address.source[1]);
  }

  // From a server the lines go into the dossier's folder; from disk the browser saves them as a file. True if done.
  async save(): Promise<boolean> {
    const waiting = this.entries.filter((entry) => !entry.saved);
    if (served()) {
      const answer = await fetch("/api/v1/corrections", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(waiting.map((entry) => entry.correction)),
      }).catch(() => null);
      if (!answer?.ok) return false;
    } else {
      const lines = this.list.map((correction) => JSON.stringify(correction) + "\n").join("");
      const url = URL.createObjectURL(new Blob([lines], { type: "application/jsonl" }));
      h("a", { href: url, download: "corrections.jsonl" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    }
    for (const entry of waiting) entry.saved = true;
    this.keep();
    return true;
  }

  private keep(): void {
    store(this.key, JSON.stringify({ version: this.version, entries: this.entries }));
    this.changed();
  }
}

export function served(): boolean {
  return location.protocol.startsWith("http");
}

// Tells one making of the page from the next (FNV-1a over the data).
export function version_of(data: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < data.length; ++i) hash = Math.imul(hash ^ data.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16) + "-" + data.length;
}
