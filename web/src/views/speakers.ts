// Who says what: each speaker with all that is put in his mouth, in order of time, and the way it came.
import { nothing, speaker_link, view_heading } from "../cells";
import { Context, Drawn } from "../context";
import { bdi, clip, h } from "../dom";
import { csv_buttons } from "../csv";
import { lazy_rows } from "../lazy";
import type { Claim, Speaker } from "../model";
import { by_date, versions } from "../versions";
import { chain_graph } from "./chain_graph";
import { version_list } from "./claims";

interface Row {
  speaker: Speaker | null;
  claims: Claim[];
}

export function speakers(context: Context): Drawn {
  const { words, filters, model } = context;
  const rows: Row[] = [];
  for (const speaker of model.speakers) {
    const claims = speaker.claims.filter((claim) => filters.claim_passes(claim));
    if (claims.length) rows.push({ speaker, claims });
  }
  rows.sort((a, b) => independent(b) - independent(a) || b.claims.length - a.claims.length);
  const orphans = model.claims.filter((claim) => claim.kind === "statement" && !claim.speaker && filters.claim_passes(claim));
  if (orphans.length) rows.push({ speaker: null, claims: orphans });
  const list = h("div", { class: "speakers" });
  const lazy = lazy_rows(list, rows, (row) => section(context, row), 12);
  const element = h(
    "div",
    {},
    view_heading(words.views.speakers, words.speakers_lead(rows.filter((row) => row.speaker).length)),
    h("p", { class: "tools" }, csv_buttons(context, "statements", () => table(rows))),
    chain_graph(context, rows.flatMap((row) => (row.speaker ? row.claims : []))),
    rows.length
      ? h("div", { class: "with-index" }, index(context, rows), list)
      : nothing(context),
  );
  return { element, reveal: (key) => lazy.reveal(rows.findIndex((row) => row.claims.some((claim) => claim.key === key))) };
}

const independent = (row: Row): number => new Set(row.claims.map((claim) => claim.article.origin.id)).size;

// The list beside the sections; a click narrows every view to that speaker.
function index(context: Context, rows: Row[]): HTMLElement {
  const { words } = context;
  const list = h("ol", {});
  lazy_rows(list, rows, (row) =>
    h("li", {}, row.speaker ? speaker_link(context, row.speaker) : words.unattributed, h("span", { class: "count" }, " " + row.claims.length)));
  return h("nav", { class: "side-index", "aria-label": words.views.speakers }, list);
}

function section(context: Context, row: Row): HTMLElement {
  const { words } = context;
  const name = row.speaker?.name ?? words.unattributed;
  const tellings = versions(row.claims.filter((claim) => claim.kind !== "figure" || !inside_statement(claim)));
  return h(
    "section",
    { class: "speaker-section" },
    h("h3", {}, bdi(clip(name, 160))),
    h("p", { class: "roles" }, row.speaker?.roles.length ? [bdi(row.speaker.roles.slice(0, 3).join(" · ")), " — "] : null,
      words.weight(new Set(row.claims.map((claim) => claim.article.index)).size, independent(row))),
    version_list(context, tellings.sort((a, b) => by_date(a.lead, b.lead)), 12, false),
  );
}

// A figure within a sentence of the same speaker is said with that sentence.
function inside_statement(claim: Claim): boolean {
  const [begin, end] = claim.item.span;
  return claim.article.claims.some((other) => other.kind === "statement" && other.speaker === claim.speaker && other.item.span[0] <= begin && end <= other.item.span[1]);
}

function table(rows: Row[]): (string | null)[][] {
  const head = ["speaker", "role", "kind", "words", "status", "via", "outlet", "published", "article", "item"];
  const body = rows.flatMap((row) =>
    [...row.claims].sort(by_date).map((claim) => [
      row.speaker?.name ?? null, row.speaker?.roles[0] ?? null, claim.kind, claim.item.text, claim.status, claim.via.join(" > "),
      claim.article.outlet, claim.article.date || null, claim.article.data.id, claim.id,
    ]));
  return [head, ...body];
}
