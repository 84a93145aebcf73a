// What is said to have happened, day by day, with the articles of each day as ticks above.
import { chain, nothing, outlet_name, status_mark, view_heading, words_link } from "../cells";
import { Context, Drawn, link, link_to_words } from "../context";
import type { Figure } from "../contract";
import { bdi, clip, h, svg } from "../dom";
import { days_of } from "../format";
import { lazy_rows, limited } from "../lazy";
import { Article, Claim, Cluster, sentence_around } from "../model";
import { compare, versions } from "../versions";
import { relation_mark, weight } from "./claims";

const near_days = 60; // before the first article and after the last

interface Entry {
  date: string; // TIMEX3
  first: string; // the days that it covers
  last: string;
  cluster: Cluster;
}

export function timeline(context: Context): Drawn {
  const { words, filters, model } = context;
  const entries = read_entries(context);
  const dates = new Map<string, Entry[]>();
  for (const entry of entries) dates.set(entry.date, [...(dates.get(entry.date) ?? []), entry]);
  const articles = filters.articles(model).filter((article) => article.date);
  const days = [...dates.values()];
  // What lies long before the first article (an anniversary, an earlier case) is folded: the story comes first.
  const first_day = articles.map((article) => article.date).sort()[0] ?? "";
  const long_before = first_day ? iso(number(first_day) - near_days) : "";
  const earlier = days.filter((day) => (day[0] as Entry).last < long_before);
  const later = days.slice(earlier.length);
  const list = h("ol", { class: "days" });
  const lazy = lazy_rows(list, later, (day) => day_section(context, day));
  const earlier_list = h("ol", { class: "days" });
  const lazy_earlier = lazy_rows(earlier_list, earlier, (day) => day_section(context, day));
  const folded = h("details", { class: "fold" }, h("summary", {}, words.earlier_dates(earlier.length)), earlier_list);
  const element = h(
    "div",
    {},
    view_heading(words.views.timeline, words.timeline_lead),
    articles.length || entries.length ? band(context, articles, entries) : null,
    earlier.length ? folded : null,
    days.length ? list : nothing(context),
  );
  return {
    element,
    reveal: (key) => {
      const row = days.findIndex((day) => day.some((entry) => holds(entry, key)));
      if (row < 0) return;
      if (row >= earlier.length) return lazy.reveal(row - earlier.length);
      folded.open = true;
      lazy_earlier.reveal(row);
    },
  };
}

const holds = (entry: Entry, key: string): boolean => entry.cluster.data.id === key || entry.cluster.claims.some((claim) => claim.key === key);

function read_entries(context: Context): Entry[] {
  const entries: Entry[] = [];
  for (const { date, cluster: id } of context.model.dossier.timeline ?? []) {
    const cluster = context.model.cluster_by_id.get(id);
    const days = days_of(date);
    if (cluster && days && context.filters.cluster_passes(cluster)) entries.push({ date, first: days[0], last: days[1], cluster });
  }
  return entries.sort((a, b) => compare(a.last, b.last) || compare(a.first, b.first) || compare(a.date, b.date) || Number(a.cluster.data.kind === "time") - Number(b.cluster.data.kind === "time") || b.cluster.origins - a.cluster.origins);
}

// A figure says little without its sentence: «11» of what, and where.
function told(context: Context, claim: Claim): Node[] {
  if (claim.kind !== "figure") return [words_link(context, claim)];
  return [h("span", { class: "value" }, context.format.figure(claim.item as Figure)), words_link(context, claim, sentence_around(claim.article, claim.item))];
}

// Who speaks of the day: by name where something is claimed of it, else with the sentences in which it stands.
function time_entry(context: Context, cluster: Cluster, others: boolean): HTMLElement {
  const leads = [...new Map(cluster.claims.map((claim) => [claim.article.outlet, claim])).values()];
  if (others) {
    const names = leads.flatMap((claim, index) => [index ? ", " : " ", words_link(context, claim, claim.article.outlet)]);
    return h("li", { class: "event spoken-of" }, context.words.spoken_of, names);
  }
  return h("li", { class: "event" }, leads.slice(0, 3).map((claim) =>
    h("div", {}, words_link(context, claim, sentence_around(claim.article, claim.item)), h("div", { class: "version-source" }, outlet_name(claim.article)))));
}

function day_section(context: Context, entries: Entry[]): HTMLElement {
  const { format, words } = context;
  const { date, first, last } = entries[0] as Entry;
  const list = h("ul", { class: "events" });
  const wanted = context.address.params["cell"] ?? "";
  const claimed = entries.filter((entry) => entry.cluster.data.kind !== "time");
  const draw = ({ cluster }: Entry): HTMLElement => {
    if (cluster.data.kind === "time") return time_entry(context, cluster, claimed.length > 0);
    const [lead, ...others] = versions(cluster.claims);
    if (!lead) return h("li");
    return h("li", { class: "event is-" + lead.lead.status },
      h("div", {}, told(context, lead.lead), " ", status_mark(context, lead.lead)),
      h("div", { class: "version-source" }, chain(context, lead),
        others.length && cluster.data.relation !== "single"
          ? [" · ", relation_mark(context, cluster), " ", h("a", { href: link(context, "claims", { cell: cluster.data.id }) }, weight(context, cluster))]
          : null));
  };
  limited(list, entries, draw, { limit: 20, wanted: entries.findIndex((entry) => holds(entry, wanted)), label: words.show_rest });
  return h("li", { class: "day" },
    h("h3", {}, h("time", { datetime: first }, format.time(date)), first !== last ? h("span", { class: "note" }, " " + words.some_time_in) : null),
    list);
}

// One band: the days from first to last, above it a tick an article, below it the dates told of.
function band(context: Context, articles: Article[], entries: Entry[]): HTMLElement {
  const { words, format } = context;
  const publication = articles.map((article) => article.date).sort();
  // Dates far from the story (an anniversary, a law of 1901) would press it flat: the band keeps to what is near.
  const near = (day: string): boolean => publication.length === 0 || (number(day) > number(publication[0] as string) - 60 && number(day) < number(publication[publication.length - 1] as string) + 60);
  const told = entries.filter((entry) => near(entry.first) && near(entry.last));
  const all = [...publication, ...told.flatMap((entry) => [entry.first, entry.last])].sort();
  const [start, end] = [number(all[0] as string), number(all[all.length - 1] as string) + 1];
  const x = (day: number): string => (1.5 + ((day - start) / (end - start)) * 97).toFixed(3) + "%";
  const stack = new Map<string, number>();
  const highest = Math.max(1, ...count(publication).values());
  const pitch = Math.min(9, 72 / highest);
  const base = 12 + pitch * highest;
  const height = base + 42;
  const drawing = svg("svg", { class: "band", width: "100%", height, role: "img", "aria-label": words.band_label(articles.length, all.length ? format.dates(all[0] as string, all[all.length - 1] as string) : "") });
  drawing.append(svg("line", { x1: 0, x2: "100%", y1: base, y2: base, class: "axis-line" }));
  const total = end - start;
  const step = Math.max(1, Math.ceil(total / 10));
  for (let day = start; day < end; ++day) {
    if ((day - start) % step !== 0) continue;
    drawing.append(svg("line", { x1: x(day), x2: x(day), y1: base, y2: base + 6, class: "tick" }),
      svg("text", { x: x(day + (step === 1 ? 0.5 : 0)), y: base + 34, "text-anchor": step === 1 ? "middle" : "start" }, step < 20 ? format.date(iso(day), true) : format.short_month(iso(day))));
  }
  for (const article of articles) {
    const level = stack.get(article.date) ?? 0;
    stack.set(article.date, level + 1);
    const tick = svg("rect", { x: x(number(article.date) + 0.2), width: ((0.6 / total) * 97).toFixed(3) + "%", y: base - pitch * (level + 1), height: Math.max(1, pitch - 2), class: "article-tick", click: () => (location.hash = link_to_words(context, article.data.id)) });
    tick.append(svg("title", {}, article.outlet + ": " + clip(article.data.title ?? "", 120)));
    drawing.append(tick);
  }
  for (const entry of told) {
    const [from, to] = [number(entry.first), number(entry.last) + 1];
    drawing.append(svg("rect", { x: x(from + 0.1), width: (((to - from - 0.2) / total) * 97).toFixed(3) + "%", y: base + 9, height: 7, rx: 3.5, class: "told is-" + entry.cluster.data.relation + (to - from > 1 ? " is-span" : "") }));
  }
  return h("figure", { class: "band-figure" }, drawing, h("figcaption", {}, bdi(words.band_caption)));
}

function count(days: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

const number = (day: string): number => Math.floor(Date.parse(day + "T00:00:00Z") / 86400000) || 0;
const iso = (day: number): string => new Date(day * 86400000).toISOString().slice(0, 10);
