// Which articles are one text: wires with their copied passages side by side; what each origin alone says, and
// what the others say that it leaves out.
import { nothing, view_heading, words_link } from "../cells";
import { Context, Drawn, link, link_to_words } from "../context";
import type { Origin, Passage, Span } from "../contract";
import { bdi, clip, h } from "../dom";
import { lazy_rows } from "../lazy";
import type { Article, Cluster } from "../model";
import { compare } from "../versions";
import { most_corroborated, shown_label } from "./claims";

// A claim of several origins, with what an origin asks of it: is it among the tellers, is it of the same story.
interface Wide {
  cluster: Cluster;
  origins: Set<string>;
  stories: Set<string>;
}

export function sources(context: Context): Drawn {
  const { words, filters, model, address } = context;
  const passing = new Set(filters.articles(model));
  const origins = model.origins
    .map((origin) => ({ origin, articles: members(context, origin) }))
    .filter((one) => one.articles.some((article) => passing.has(article)))
    .sort((a, b) => b.articles.length - a.articles.length || compare(a.articles[0]?.date ?? "", b.articles[0]?.date ?? ""));
  const list = h("div", { class: "origins" });
  const wide = model.clusters.filter((cluster) => cluster.data.kind !== "time" && cluster.origins > 1).sort(most_corroborated).map((cluster) => ({
    cluster,
    origins: new Set(cluster.claims.map((claim) => claim.article.origin.id)),
    stories: new Set(cluster.claims.flatMap((claim) => claim.article.stories.map((story) => story.id))),
  }));
  const lazy = lazy_rows(list, origins, ({ origin, articles }) => section(context, origin, articles, wide), 10);
  const target = address.params["cell"];
  return {
    element: h("div", {}, view_heading(words.views.sources, words.sources_lead(passing.size, origins.length)), origins.length ? list : nothing(context)),
    reveal: () => lazy.reveal(origins.findIndex((one) => one.origin.id === target)),
  };
}

function members(context: Context, origin: Origin): Article[] {
  return origin.articles.flatMap((id) => context.model.article_of(id) ?? []).sort((a, b) => compare(a.date || "9", b.date || "9") || a.index - b.index);
}

function section(context: Context, origin: Origin, articles: Article[], wide: Wide[]): HTMLElement {
  const { words } = context;
  const first = articles[0] as Article;
  const title = articles.length > 1 ? words.wire_of(articles.length) : first.outlet;
  const alone = articles.flatMap((article) => article.claims.filter((claim) => claim.clusters.every((cluster) => cluster.data.relation === "single")));
  const own_stories = articles.flatMap((article) => article.stories.map((story) => story.id));
  const missed = wide.filter(({ origins, stories }) => !origins.has(origin.id) && own_stories.some((story) => stories.has(story)));
  return h(
    "section",
    { class: "origin", "data-cell": origin.id, tabindex: -1 },
    h("h3", {}, bdi(title), origin.agency ? h("span", { class: "agency" }, " ", words.credited(origin.agency)) : null),
    h("ul", { class: "origin-articles" }, articles.map((article) =>
      h("li", {}, h("time", { class: "date" }, article.date ? context.format.date(article.date, true) : words.undated), " ", h("span", { class: "outlet" }, bdi(article.outlet)), " — ",
        h("a", { href: link_to_words(context, article.data.id), lang: article.data.language }, bdi(clip(article.data.title || article.data.source_name, 160)))))),
    articles.length > 1 ? side_by_side(context, origin, articles) : null,
    fold_out(words.only_here(alone.length), alone.length, () =>
      h("ul", { class: "short" }, alone.slice(0, 60).map((claim) => h("li", {}, words_link(context, claim))))),
    fold_out(words.left_out(missed.length), missed.length, () =>
      h("ul", { class: "short" }, missed.slice(0, 30).map(({ cluster }) =>
        h("li", {}, h("a", { href: link(context, "claims", { cell: cluster.data.id }) }, bdi(clip(shown_label(context, cluster), 160))), " ", h("span", { class: "note" }, words.origins_count(cluster.origins)))))),
  );
}

// Contents are drawn when opened.
function fold_out(title: string, count: number, draw: () => HTMLElement): HTMLElement | null {
  if (count === 0) return null;
  const element = h("details", { class: "fold" }, h("summary", {}, title));
  element.addEventListener("toggle", () => element.open && element.childElementCount === 1 && element.append(draw()));
  return element;
}

function side_by_side(context: Context, origin: Origin, articles: Article[]): HTMLElement | null {
  const { words } = context;
  const first = articles[0] as Article;
  const passages = (origin.passages ?? []).filter((passage) => passage.a_span && passage.b_span);
  const pair = (a: Article, b: Article): Passage[] =>
    passages.flatMap((one) => (one.a === a.data.id && one.b === b.data.id ? [one] : one.b === a.data.id && one.a === b.data.id ? [turned(one)] : []));
  const others = articles.slice(1).filter((article) => pair(first, article).length > 0);
  if (others.length === 0) return null;
  const body = h("div", { class: "pair" });
  const draw = (other: Article): void =>
    body.replaceChildren(column(context, first, pair(first, other).map((one) => one.a_span as Span)), column(context, other, pair(first, other).map((one) => one.b_span as Span)));
  const choose = h("select", { change: (event) => draw(others[Number((event.target as HTMLSelectElement).value)] as Article) },
    others.map((article, index) => h("option", { value: index }, article.outlet)));
  return fold_out(words.side_by_side, 1, () => {
    draw(others[0] as Article);
    return h("div", {}, others.length > 1 ? h("p", { class: "tools" }, h("label", {}, words.compare_with(first.outlet), " ", choose)) : null, body);
  });
}

const turned = (one: Passage): Passage => ({ a: one.b, b: one.a, a_source: one.b_source, b_source: one.a_source, a_span: one.b_span, b_span: one.a_span });

function column(context: Context, article: Article, spans: Span[]): HTMLElement {
  const text = article.data.text;
  const offsets = article.offsets();
  const copied = spans.map(([begin, end]) => [offsets.at(begin), offsets.at(end)] as Span).sort((a, b) => a[0] - b[0]);
  const body = h("div", { class: "copied-text", tabindex: 0, role: "group", "aria-label": article.outlet, dir: "auto", lang: article.data.language });
  let at = 0;
  for (const [begin, end] of copied) {
    if (end <= at) continue;
    body.append(text.slice(at, Math.max(at, begin)), h("mark", { class: "copied" }, text.slice(Math.max(at, begin), end)));
    at = end;
  }
  body.append(text.slice(at));
  const share = copied.reduce((sum, [begin, end]) => sum + end - begin, 0) / Math.max(1, text.length);
  return h("div", { class: "pair-column" }, h("h4", {}, bdi(article.outlet), h("span", { class: "note" }, " " + context.words.copied_share(Math.min(100, Math.round(share * 100))))), body);
}
