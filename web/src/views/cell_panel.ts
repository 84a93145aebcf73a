// The cell beside an article: what was read out of the marked words, who else says so, and the ways to go on.
import type { View } from "../address";
import { chain, speaker_link, status_mark } from "../cells";
import { Context, link } from "../context";
import type { Attribution, EventItem, Figure, Mention, Movement, Statement, TimeItem } from "../contract";
import { bdi, Child, clip, h } from "../dom";
import type { Article, Claim } from "../model";
import type { Marked } from "../spans";
import { versions } from "../versions";
import { why_text } from "../why";
import { relation_mark, weight } from "./claims";
import { correct_box, hand_notes } from "./correct";

export function cell_panel(context: Context, article: Article, marks: readonly Marked[], chosen: Marked | undefined): HTMLElement {
  const { words } = context;
  if (!chosen) return h("p", { class: "panel-hint" }, words.panel_hint);
  const claim = context.model.claim_by_key.get(article.data.id + "/" + chosen.id);
  const around = marks.filter((mark) => mark !== chosen && mark.begin < chosen.end && chosen.begin < mark.end).slice(0, 12);
  return h(
    "div",
    { class: "cell" },
    h("header", {}, h("p", { class: "cell-kind" }, h("span", { class: "m m-" + chosen.kind }, words.mark_kind[chosen.kind]), " ", claim ? status_mark(context, claim) : null),
      h("a", { class: "close", href: link_in(context, article), "aria-label": words.close }, "×")),
    h("blockquote", { lang: article.data.language, dir: "auto" }, clip(chosen.item.text, 300)),
    facts(context, article, chosen, claim),
    hand_notes(context, chosen.item),
    claim && claim.kind !== "time" && !claim.item.rejected ? compared(context, claim) : null,
    claim && !claim.item.rejected ? ways_back(context, claim) : null,
    correct_box(context, article, chosen),
    around.length
      ? h("div", { class: "around" }, h("h3", {}, words.also_here),
          h("ul", {}, around.map((mark) => h("li", {}, h("span", { class: "note" }, words.mark_kind[mark.kind] + " "), h("a", { href: link_in(context, article, mark.id) }, bdi(clip(mark.item.text, 80)))))))
      : null,
    chosen.item.source ? h("p", { class: "source-bytes" }, words.bytes(chosen.item.source[0], chosen.item.source[1]), " ", h("span", {}, bdi(clip(article.data.source_name, 120)))) : null,
  );
}

function link_in(context: Context, article: Article, item?: string): string {
  return "#/read/" + [article.data.id, item].filter((part): part is string => part !== undefined).map(encodeURIComponent).join("/") + query(context);
}

function query(context: Context): string {
  const text = new URLSearchParams(context.address.params).toString();
  return text ? "?" + text : "";
}

function facts(context: Context, article: Article, chosen: Marked, claim: Claim | undefined): HTMLElement {
  const { words, format } = context;
  const list = h("dl", { class: "facts" });
  const put = (name: string, ...value: Child[]): void => list.append(h("dt", {}, name), h("dd", {}, value));
  if (claim && claim.kind !== "time") {
    put(words.who_says, claim.speaker ? speaker_link(context, claim.speaker) : h("span", { class: "nobody" }, words.unattributed));
    const [first] = claim.item.attribution ?? [];
    if (first) attribution_facts(context, first, put);
    if (claim.via.length) put(words.via, bdi(claim.via.join(" → ")));
  }
  const item = chosen.item as Partial<Statement & Figure & Movement & TimeItem & Mention>;
  if (item.hedges?.length) put(words.hedges, bdi(item.hedges.join(", ")));
  if (chosen.kind === "statement") put(words.form, words.forms[item.form ?? ""] ?? item.form);
  if (chosen.kind === "figure") {
    put(words.columns["value"] ?? "", h("strong", {}, format.figure(chosen.item as unknown as Figure)));
    if (item.what) put(words.what, bdi(item.what));
    put(words.columns["category"] ?? "", words.categories[item.category ?? ""] ?? item.category);
  }
  if (chosen.kind === "movement") {
    if (item.who) put(words.who, bdi(item.who.text));
    if (item.from) put(words.from_place, bdi(item.from.text));
    if (item.to) put(words.to_place, bdi(item.to.text));
  }
  if (chosen.kind === "event") event_facts(context, article, chosen.item as unknown as EventItem, put);
  if (chosen.kind === "time") put(words.means, item.value ? [format.time(item.value), " ", h("code", {}, item.value)] : words.not_resolved);
  else if (item.time) put(words.when, format.time(item.time), " ", h("code", {}, item.time));
  if (chosen.kind === "place" || chosen.kind === "name") mention_facts(context, article, item.entity, put);
  return list;
}

type Put = (name: string, ...value: Child[]) => void;

function event_facts(context: Context, article: Article, event: EventItem, put: Put): void {
  const { words } = context;
  put(words.mark_kind.event, words.event_types[event.type] ?? event.type);
  if (event.actor) put(words.actor, bdi(clip(event.actor.text, 120)));
  if (event.target) put(words.target, bdi(clip(event.target.text, 120)));
  const place = article.entity(event.place);
  if (place) put(words.place, bdi(clip(place.name, 120)));
}

function attribution_facts(context: Context, first: Attribution, put: Put): void {
  const { words } = context;
  if (first.role) put(words.role, bdi(clip(first.role, 120)));
  if (first.mention && first.mention !== first.name) put(words.as_written, bdi(clip(first.mention, 120)));
  if (first.cue) put(words.cue, bdi(clip(first.cue, 80)));
}

function mention_facts(context: Context, article: Article, id: string | null | undefined, put: Put): void {
  const { words, format, model } = context;
  const entity = model.dossier_entity(article, id) ?? article.entity(id);
  if (!entity) return;
  put(words.name, bdi(clip(entity.name, 120)));
  const role = article.entity(id)?.role;
  if (role) put(words.role, bdi(clip(role, 120)));
  if (entity.aliases?.length) put(words.aliases, bdi(clip(entity.aliases.join(", "), 200)));
  if (entity.country) put(words.country, format.country(entity.country));
  if (typeof entity.lat === "number" && typeof entity.lon === "number")
    put(words.coordinates, format.number(Math.round(entity.lat * 1000) / 1000) + " / " + format.number(Math.round(entity.lon * 1000) / 1000));
}

// The other tellings of the same claim, each leading to its own words.
function compared(context: Context, claim: Claim): HTMLElement | null {
  const clusters = claim.clusters.filter((cluster) => cluster.data.relation !== "single");
  if (clusters.length === 0) return h("p", { class: "note" }, context.words.only_this_origin);
  return h("div", { class: "compared" }, clusters.map((cluster) =>
    h("section", {},
      h("h3", {}, relation_mark(context, cluster), " ", h("a", { href: link(context, "claims", { cell: claim.key }) }, weight(context, cluster))),
      cluster.data.why ? h("p", { class: "why" }, bdi(clip(why_text(context, cluster.data.why), 300))) : null,
      h("ul", {}, versions(cluster.claims.filter((other) => other !== claim)).slice(0, 12).map((version) =>
        h("li", { class: "is-" + version.lead.status },
          h("a", { href: "#/read/" + encodeURIComponent(version.lead.article.data.id) + "/" + version.lead.id + query(context), lang: version.lead.article.data.language }, bdi(clip(version.lead.item.text, 140))),
          " ", status_mark(context, version.lead), h("div", { class: "version-source" }, chain(context, version, true))))))));
}

function ways_back(context: Context, claim: Claim): HTMLElement {
  const { words } = context;
  const listed: View[] = [claim.kind === "time" ? "timeline" : claim.kind === "figure" ? "figures" : claim.kind === "movement" || claim.kind === "event" ? "places" : "speakers"];
  if (claim.kind !== "time" && claim.clusters.some((cluster) => cluster.data.relation !== "single")) listed.push("claims");
  return h("p", { class: "ways" }, words.see_in, " ", listed.map((view, index) => [index ? ", " : null, h("a", { href: link(context, view, { cell: claim.key }) }, words.views[view])]));
}
