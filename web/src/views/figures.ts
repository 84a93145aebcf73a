// Numbers side by side: a plot for each thing that several tellings count, and every figure in a table.
import { chain, date_of, nothing, status_mark, view_heading, words_link } from "../cells";
import { Context, Drawn, link } from "../context";
import type { Figure } from "../contract";
import { csv_buttons } from "../csv";
import { bdi, clip, fold, h } from "../dom";
import { lazy_rows, limited } from "../lazy";
import type { Claim, Cluster } from "../model";
import { axis_line, make_axis, mark_row } from "../plot";
import { by_date, compare, Version, versions } from "../versions";
import { shown_label } from "./claims";

// Counts of people hurt are one question each in a story, however the articles word it; anything else is compared only where
// the cross-check has found that the same thing is counted.
const told_by_category = ["killed", "injured", "missing", "displaced", "arrested"];

interface Group {
  title: string;
  claims: Claim[];
  clusters: Cluster[];
}

export function figures(context: Context): Drawn {
  const { words, filters } = context;
  const all = filters.claims(context.model).filter((claim) => claim.kind === "figure");
  const groups = group(context, all);
  const plots = h("div", { class: "plots" });
  const lazy_plots = lazy_rows(plots, groups, (one) => plot(context, one));
  const sorted = sort(context, all);
  const { element: table, reveal } = figure_table(context, sorted);
  const element = h(
    "div",
    {},
    view_heading(words.views.figures, words.figures_lead(all.length, groups.length)),
    groups.length ? legend(context) : null,
    groups.length ? plots : null,
    all.length
      ? h("section", {},
          h("div", { class: "section-head" }, h("h3", {}, words.every_figure), csv_buttons(context, "figures", () => rows(sorted))),
          table)
      : nothing(context),
  );
  return {
    element,
    reveal: (key) => {
      lazy_plots.reveal(groups.findIndex((one) => one.claims.some((claim) => claim.key === key)));
      reveal(sorted.findIndex((claim) => claim.key === key));
    },
  };
}

function group(context: Context, claims: Claim[]): Group[] {
  const { words, model } = context;
  const found = new Map<string, Group>();
  const put = (key: string, title: string, claim: Claim, cluster?: Cluster): void => {
    let one = found.get(key);
    if (!one) found.set(key, (one = { title, claims: [], clusters: [] }));
    if (!one.claims.includes(claim)) one.claims.push(claim);
    if (cluster && !one.clusters.includes(cluster)) one.clusters.push(cluster);
  };
  const several = new Set(claims.flatMap((claim) => claim.article.stories.map((story) => story.id))).size > 1;
  for (const claim of claims) {
    const figure = claim.item as Figure;
    if (figure.min === null && figure.max === null) continue;
    if (told_by_category.includes(figure.category)) {
      const [story] = claim.article.stories;
      const key = figure.category + " " + (story?.id ?? claim.article.data.id);
      const category = words.categories[figure.category] ?? figure.category;
      put(key, several && story && story.articles.length * 2 < model.articles.length ? category + " – " + story.title : category, claim);
      for (const cluster of claim.clusters) if (cluster.data.relation !== "single") put(key, category, claim, cluster);
    } else {
      for (const cluster of claim.clusters) if (cluster.claims.length > 1) put(cluster.data.id, shown_label(context, cluster), claim, cluster);
    }
  }
  const disputed = (one: Group): number => (one.clusters.some((cluster) => cluster.data.relation === "differ") ? 1 : 0);
  return [...found.values()]
    .filter((one) => versions(one.claims).length > 1)
    .sort((a, b) => disputed(b) - disputed(a) || b.claims.length - a.claims.length);
}

function legend(context: Context): HTMLElement {
  const { words } = context;
  const sample = (figure: Partial<Figure>, class_name: string): HTMLElement => {
    const axis = { log: false, ticks: [], x: (value: number) => value };
    return mark_row(axis, { bound: "exact", ...figure } as Figure, class_name);
  };
  return h("p", { class: "plot-legend" },
    h("span", {}, sample({ min: 50, max: 50 }, ""), words.legend_value),
    h("span", {}, sample({ min: 20, max: 80 }, ""), words.legend_range),
    h("span", {}, sample({ min: 30, max: null, bound: "at_least" }, ""), words.legend_bound),
    h("span", {}, sample({ min: 50, max: 50 }, "is-hedged"), words.legend_hedged),
    h("span", {}, sample({ min: 50, max: 50 }, "is-differ"), words.legend_differ));
}

const values = (figure: Figure): number[] => [figure.min, figure.max].filter((value): value is number => value !== null);

function plot(context: Context, one: Group): HTMLElement {
  const { words, format } = context;
  const tellings = versions(one.claims).sort((a, b) => compare(as_of(a.lead), as_of(b.lead)) || by_date(a.lead, b.lead));
  const axis = make_axis(tellings.flatMap((version) => values(version.lead.item as Figure)));
  const differ = one.clusters.filter((cluster) => cluster.data.relation === "differ");
  const in_dispute = (claim: Claim): boolean => differ.some((cluster) => cluster.claims.includes(claim));
  const list = h("ol", { class: "plot-rows" });
  limited(list, tellings, (version) => plot_row(context, version, axis, version.claims.some(in_dispute)), {
    limit: 30,
    wanted: tellings.findIndex((version) => version.lead.key === context.address.params["cell"]),
    label: words.show_rest,
  });
  return h(
    "section",
    { class: "plot-group" },
    h("header", {},
      h("h3", {}, bdi(clip(one.title, 160))),
      differ.length ? h("a", { class: "relation is-differ", href: link(context, "claims", { cell: (differ[0] as Cluster).data.id }) }, words.relations.differ) : null,
      axis.log ? h("span", { class: "note" }, words.log_axis) : null),
    tellings.length > 10 ? h("div", { class: "plot-row axis-row is-above" }, h("div"), axis_line(axis, (value) => format.number(value)), h("div")) : null,
    list,
    h("div", { class: "plot-row axis-row" }, h("div"), axis_line(axis, (value) => format.number(value)), h("div")),
  );
}

const as_of = (claim: Claim): string => (claim.item.time || claim.article.date || "9").slice(0, 10);

function plot_row(context: Context, version: Version, axis: ReturnType<typeof make_axis>, disputed: boolean): HTMLElement {
  const { lead } = version;
  const figure = lead.item as Figure;
  return h(
    "li",
    { class: "plot-row" },
    h("div", { class: "plot-who" }, date_of(context, lead), " ", chain(context, version)),
    mark_row(axis, figure, (lead.status === "asserted" ? "" : "is-hedged ") + (disputed ? "is-differ" : "")),
    h("div", { class: "plot-words" }, words_link(context, lead), " ", status_mark(context, lead), disputed ? h("span", { class: "unseen" }, " (" + context.words.relations.differ + ")") : null),
  );
}

const columns: { key: string; of: (claim: Claim) => string | number }[] = [
  { key: "words", of: (claim) => fold(claim.item.text) },
  { key: "value", of: (claim) => (claim.item as Figure).min ?? (claim.item as Figure).max ?? -1 },
  { key: "category", of: (claim) => (claim.item as Figure).category },
  { key: "speaker", of: (claim) => fold(claim.speaker?.name ?? "\uffff") },
  { key: "outlet", of: (claim) => fold(claim.article.outlet) },
  { key: "date", of: (claim) => claim.article.date || "9" },
];

function sort(context: Context, claims: Claim[]): Claim[] {
  const [name = "", direction] = (context.address.params["sort"] ?? "category").split("-");
  const column = columns.find((one) => one.key === name) ?? (columns[2] as typeof columns[0]);
  const sign = direction === "down" ? -1 : 1;
  const keyed = claims.map((claim) => ({ claim, key: column.of(claim) }));
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : by_date(a.claim, b.claim)));
  return keyed.map((one) => one.claim);
}

function figure_table(context: Context, claims: Claim[]): { element: HTMLElement; reveal: (row: number) => void } {
  const { words, format, address } = context;
  const [sorted_by = "", direction] = (address.params["sort"] ?? "category").split("-");
  const body = h("tbody");
  const lazy = lazy_rows(body, claims, (claim) => {
    const figure = claim.item as Figure;
    return h("tr", { class: "is-" + claim.status },
      h("td", {}, words_link(context, claim), " ", status_mark(context, claim)),
      h("td", { class: "number" }, format.figure(figure)),
      h("td", {}, words.categories[figure.category] ?? figure.category),
      h("td", {}, claim.speaker ? h("a", { class: "speaker", href: link(context, "speakers", { speaker: claim.speaker.key }) }, bdi(clip(claim.speaker.name, 60))) : h("span", { class: "nobody" }, "—")),
      h("td", { class: "outlet" }, bdi(claim.article.outlet)),
      h("td", { class: "date" }, date_of(context, claim)));
  });
  const heads = columns.map(({ key }) => {
    const down = sorted_by === key && direction !== "down";
    return h("th", { scope: "col", class: key === "value" ? "number" : null, "aria-sort": sorted_by === key ? (direction === "down" ? "descending" : "ascending") : null },
      h("a", { href: link(context, "figures", { sort: key + (down ? "-down" : "") }) }, words.columns[key] ?? key));
  });
  return { element: h("div", { class: "table-frame" }, h("table", {}, h("thead", {}, h("tr", {}, heads)), body)), reveal: lazy.reveal };
}

function rows(claims: Claim[]): (string | number | null)[][] {
  const head = ["words", "min", "max", "bound", "unit", "what", "category", "time", "status", "speaker", "via", "outlet", "published", "article", "item"];
  const body = claims.map((claim) => {
    const figure = claim.item as Figure;
    return [figure.text, figure.min, figure.max, figure.bound, figure.unit ?? null, figure.what ?? null, figure.category, figure.time ?? null, claim.status,
      claim.speaker?.name ?? null, claim.via.join(" > "), claim.article.outlet, claim.article.date || null, claim.article.data.id, claim.id];
  });
  return [head, ...body];
}
