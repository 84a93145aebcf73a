// The story in one line, what most rests on and what is most disputed, and the articles day by day.
import { chain, nothing, words_link } from "../cells";
import { Context, Drawn, link, link_to_words } from "../context";
import type { Figure } from "../contract";
import { bdi, clip, h } from "../dom";
import { lazy_rows } from "../lazy";
import type { Article, Cluster } from "../model";
import { farthest_first, Version, versions } from "../versions";
import { is_disputed, most_corroborated, most_disputed, relation_mark, shown_label, weight } from "./claims";

const shown = 5;
const most_outlets = 6;

export function overview(context: Context): Drawn {
  const { words, filters, model } = context;
  const articles = filters.articles(model);
  const clusters = model.clusters.filter((cluster) => cluster.data.kind !== "time" && filters.cluster_passes(cluster));
  const disputed = clusters.filter(is_disputed).sort(most_disputed);
  const sure = clusters.filter((cluster) => !is_disputed(cluster) && cluster.origins > 1).sort(most_corroborated);
  const element = h(
    "div",
    { class: "overview" },
    summary(context, articles),
    h(
      "div",
      { class: "columns" },
      digest(context, words.most_disputed, disputed, words.nothing_disputed, "differ"),
      digest(context, words.most_corroborated, sure, words.nothing_corroborated, "agree"),
    ),
    article_list(context, articles),
  );
  return { element };
}

// «13 articles by 13 outlets, of 10 independent origins …»: the numbers set in bold, so that they can be scanned.
function summary(context: Context, articles: Article[]): HTMLElement {
  const { words, format, filters } = context;
  const outlets = new Set(articles.flatMap((article) => article.data.outlet?.name ?? [])).size; // known ones
  const origins = new Set(articles.map((article) => article.origin.id)).size;
  const speakers = new Set<string>();
  let claims = 0;
  for (const article of articles)
    for (const claim of article.claims) {
      if (!filters.claim_passes(claim)) continue;
      ++claims;
      if (claim.speaker) speakers.add(claim.speaker.key);
    }
  const dates = articles.map((article) => article.date).filter(Boolean).sort();
  const sentence = words.summary({
    articles: articles.length,
    outlets,
    origins,
    witnesses: speakers.size,
    claims,
    dates: dates.length ? format.dates(dates[0] as string, dates[dates.length - 1] as string) : "",
  });
  const line = h("p", { class: "summary" });
  sentence.split(/(\*[^*]+\*)/).forEach((piece) => line.append(piece.startsWith("*") ? h("strong", {}, piece.slice(1, -1)) : piece));
  return h("div", { class: "view-head" }, h("h2", { id: "view-title", tabindex: -1, class: "unseen" }, words.views.overview), line);
}

function digest(context: Context, title: string, clusters: Cluster[], empty: string, relation: string): HTMLElement {
  const { words } = context;
  const section = h("section", { class: "digest" }, h("h3", {}, title));
  if (clusters.length === 0) section.append(h("p", { class: "nothing" }, empty));
  const list = h("ol", { class: "digest-list" });
  for (const cluster of clusters.slice(0, shown)) list.append(digest_item(context, cluster));
  section.append(list);
  if (clusters.length > shown)
    section.append(h("p", { class: "more" }, h("a", { href: link(context, "claims", { relation }) }, words.all_of(clusters.length))));
  return section;
}

function digest_item(context: Context, cluster: Cluster): HTMLElement {
  const tellings = is_disputed(cluster) ? farthest_first(versions(cluster.claims)) : versions(cluster.claims);
  const sides = tellings.filter((version, index) => tellings.findIndex((other) => side(other.lead.item.text) === side(version.lead.item.text)) === index);
  return h(
    "li",
    {},
    counted(context, cluster, tellings),
    h("a", { class: "digest-label", href: link(context, "claims", { cell: cluster.data.id }) }, bdi(clip(shown_label(context, cluster), 160))),
    h("p", { class: "digest-weight" }, relation_mark(context, cluster), " ", weight(context, cluster)),
    is_disputed(cluster)
      ? h("ul", { class: "digest-sides" }, sides.slice(0, 3).map((version) => h("li", {}, words_link(context, version.lead), " ", chain(context, version))))
      : h("p", { class: "digest-outlets" }, outlets(tellings.map((version) => version.lead.article.outlet))),
  );
}

// One sentence may hold several figures: «4 dead and 9 missing» heads two claims, told apart by the number itself.
function counted(context: Context, cluster: Cluster, tellings: Version[]): HTMLElement | null {
  const lead = tellings[0]?.lead;
  if (cluster.data.kind !== "figure" || is_disputed(cluster) || !lead) return null;
  const figure = lead.item as Figure;
  return h("span", { class: "value" }, context.format.figure(figure), figure.what ? [" ", bdi(clip(figure.what, 40))] : null, " ");
}

// One name an origin; a few are enough to see where it comes from.
function outlets(names: string[]): Node[] {
  const unlike = [...new Set(names)];
  const shown_names = unlike.slice(0, most_outlets).flatMap((name, index) => [document.createTextNode(index ? ", " : ""), h("span", { class: "outlet" }, bdi(clip(name, 40)))]);
  return unlike.length > most_outlets ? [...shown_names, document.createTextNode(" …")] : shown_names;
}

const side = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

function article_list(context: Context, articles: Article[]): HTMLElement {
  const { words, format, model } = context;
  const section = h("section", { class: "article-list" }, h("h3", {}, words.the_articles));
  if (articles.length === 0) return section.append(nothing(context)), section;
  const sorted = [...articles].sort((a, b) => ((a.date || "9") < (b.date || "9") ? -1 : (a.date || "9") > (b.date || "9") ? 1 : a.index - b.index));
  const body = h("tbody");
  const wires = new Map(model.origins.filter((origin) => origin.articles.length > 1).map((origin, index) => [origin.id, index]));
  lazy_rows(body, sorted, (article) => {
    const wire = wires.get(article.origin.id);
    return h(
      "tr",
      {},
      h("td", { class: "date" }, article.date ? h("time", { datetime: article.date }, format.date(article.date, true)) : words.undated),
      h("td", { class: "outlet" }, bdi(article.outlet)),
      h("td", {}, h("a", { href: link_to_words(context, article.data.id), lang: article.data.language }, bdi(clip(article.data.title || article.data.source_name, 200)))),
      h("td", { class: "origin-cell" }, wire === undefined ? (article.origin.agency ? bdi(article.origin.agency) : words.own_text) : h("a", { href: link(context, "sources", { cell: article.origin.id }) }, words.wire, " ", article.origin.agency ? bdi(article.origin.agency) : String(wire + 1))),
      h("td", { class: "number" }, String(article.claims.length)),
    );
  });
  section.append(
    h("div", { class: "table-frame" },
      h("table", {},
        h("thead", {}, h("tr", {}, [words.date, words.outlet, words.title, words.origin, words.cells].map((name, index) => h("th", { scope: "col", class: index === 4 ? "number" : null }, name)))),
        body)),
  );
  return section;
}
