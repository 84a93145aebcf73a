// What the articles claim, as cards: each claim with all its tellings, who told it to whom, and how they relate.
import { chain, date_of, nothing, status_mark, view_heading, words_link } from "../cells";
import { Context, Drawn, link } from "../context";
import { CellAddress, cluster_address, member_addresses } from "../corrections";
import type { Figure, Relation } from "../contract";
import { bdi, clip, h } from "../dom";
import { lazy_rows, limited } from "../lazy";
import type { Claim, Cluster } from "../model";
import { farthest_first, Version, versions } from "../versions";
import { why_text } from "../why";

export function is_disputed(cluster: Cluster): boolean {
  return cluster.data.relation === "differ";
}

export function most_corroborated(a: Cluster, b: Cluster): number {
  return b.origins - a.origins || b.witnesses - a.witnesses || b.claims.length - a.claims.length;
}

// Hearsay weighs less in a dispute: a hedged side does not make it hotter.
export function most_disputed(a: Cluster, b: Cluster): number {
  const firm = (cluster: Cluster): number => cluster.claims.filter((claim) => claim.status === "asserted").length;
  return b.origins - a.origins || b.witnesses - a.witnesses || firm(b) - firm(a);
}

export function shown_label(context: Context, cluster: Cluster): string {
  const label = cluster.data.label || cluster.claims[0]?.item.text || context.words.kinds[cluster.data.kind] || "";
  return label.replace(/^«\s*(.*?)\s*»$/s, "$1"); // a heading is set apart already
}

export function relation_mark(context: Context, cluster: Cluster): HTMLElement {
  const { relation } = cluster.data;
  return h("span", { class: "relation is-" + relation }, context.words.relations[relation] ?? relation);
}

// «5 articles, 2 origins, 1 witness»
export function weight(context: Context, cluster: Cluster): HTMLElement {
  const articles = new Set(cluster.claims.map((claim) => claim.article.index)).size;
  return h("span", { class: "weight" }, context.words.weight(articles, cluster.origins, cluster.witnesses));
}

export function claims(context: Context): Drawn {
  const { words, filters, model, address } = context;
  const wanted = address.params["relation"] ?? "";
  const passing = model.clusters.filter((cluster) => cluster.data.kind !== "time" && filters.cluster_passes(cluster));
  const of = (relation: string): Cluster[] => passing.filter((cluster) => (relation ? cluster.data.relation === relation : cluster.data.relation !== "single"));
  let list = of(wanted).sort((a, b) => (is_disputed(a) !== is_disputed(b) ? (is_disputed(a) ? -1 : 1) : is_disputed(a) ? most_disputed(a, b) : most_corroborated(a, b)));
  const cell = address.params["cell"] ?? "";
  const target = model.cluster_by_id.get(cell) ?? model.claim_by_key.get(cell)?.clusters[0];
  if (target && !list.includes(target)) list = [target, ...list]; // whoever was led here sees what he was led to
  const cards = h("div", { class: "cards" });
  const rows = lazy_rows(cards, list, (cluster) => card(context, cluster));
  const element = h(
    "div",
    {},
    view_heading(words.views.claims, words.claims_lead),
    h(
      "nav",
      { class: "choices", "aria-label": words.relation },
      ["", "differ", "agree", "same", "compatible", "single"].map((relation) =>
        h("a", { href: link(context, "claims", { relation }), "aria-current": relation === wanted ? "true" : null, class: "choice" },
          relation ? words.relations[relation as Relation] : words.compared, h("span", { class: "count" }, " " + of(relation).length)),
      ),
    ),
    list.length ? cards : nothing(context),
  );
  return {
    element,
    reveal: (key) => rows.reveal(list.findIndex((cluster) => cluster.data.id === key || cluster.claims.some((claim) => claim.key === key))),
  };
}

function card(context: Context, cluster: Cluster): HTMLElement {
  const { words, filters } = context;
  const visible = cluster.claims.filter((claim) => filters.claim_passes(claim));
  const shown = visible.length ? visible : cluster.claims;
  const hidden = cluster.claims.length - shown.length;
  const label = shown_label(context, cluster);
  return h(
    "article",
    { class: "card is-" + cluster.data.relation, "data-cell": cluster.data.id, tabindex: -1 },
    h("header", {},
      h("p", { class: "card-kind" }, words.kinds[cluster.data.kind] ?? cluster.data.kind, " · ", relation_mark(context, cluster)),
      h("h3", {}, bdi(clip(label, 220))),
      h("p", { class: "card-weight" }, weight(context, cluster), cluster.data.why ? h("span", { class: "why" }, " — ", bdi(clip(why_text(context, cluster.data.why), 500))) : null)),
    version_list(context, is_disputed(cluster) ? farthest_first(versions(shown)) : versions(shown), 5),
    hidden > 0 ? h("p", { class: "hidden-count" }, words.outside_filter(hidden)) : null,
    correct_claim(context, cluster),
  );
}

// «The marked ones are about something else»: parts the claim; or confirms how it was compared.
function correct_claim(context: Context, cluster: Cluster): HTMLElement | null {
  const { words, desk } = context;
  if (cluster.claims.length < 2) return null;
  const tellings = versions(cluster.claims);
  const list = h("ul", {});
  const details: HTMLDetailsElement = h("details", { class: "correct", toggle: () => details.open && fill() }, h("summary", {}, words.correct_claim), list);
  const fill = (): void => {
    const boxes = tellings.map(() => h("input", { type: "checkbox" }));
    const part = (): void => {
      const members = (marked: boolean): CellAddress[] => member_addresses(tellings.flatMap((version, index) => (boxes[index]?.checked === marked ? version.claims : [])));
      const parts = [members(false), members(true)];
      if (parts.every((one) => one.length > 0)) desk.add({ op: "part", cluster: { kind: cluster.data.kind, parts } });
    };
    const confirm = (): void => desk.add({ op: "confirm", cluster: cluster_address(cluster.data, cluster.claims), relation: cluster.data.relation });
    list.replaceChildren(
      ...tellings.map((version, index) => h("li", {}, h("label", {}, boxes[index], " ", bdi(clip(version.lead.item.text, 90)), " ", h("span", { class: "note" }, bdi(version.lead.article.outlet))))),
      h("li", { class: "correct-row" },
        tellings.length > 1 ? h("button", { type: "button", class: "plain", click: part }, words.part_claim) : null,
        h("button", { type: "button", class: "plain", click: confirm }, words.confirm_relation)));
  };
  return details;
}

// Each telling with its words, its date and the way it came.
export function version_list(context: Context, tellings: Version[], limit: number, with_speaker = true): HTMLElement {
  const wanted = context.address.params["cell"];
  return limited(
    h("ul", { class: "versions" }),
    tellings,
    (version) =>
      h("li", { class: "version is-" + version.lead.status },
        h("div", { class: "version-words" }, value(context, version.lead), words_link(context, version.lead), " ", status_mark(context, version.lead)),
        h("div", { class: "version-source" }, date_of(context, version.lead), " ", chain(context, version, with_speaker))),
    { limit, wanted: tellings.findIndex((version) => version.lead.key === wanted), label: context.words.show_rest },
  );
}

function value(context: Context, claim: Claim): HTMLElement | null {
  return claim.kind === "figure" ? h("span", { class: "value" }, context.format.figure(claim.item as Figure)) : null;
}
