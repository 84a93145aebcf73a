// What is said to have happened, day by day, with the articles of each day as ticks above.
import { chain, nothing, outlet_name, status_mark, view_heading, words_link } from "../cells";
import { Context, Drawn, link } from "../context";
import type { Figure } from "../contract";
import { h } from "../dom";
import { days_of } from "../format";
import { lazy_rows, limited } from "../lazy";
import { Claim, Cluster, sentence_around } from "../model";
import { compare, versions } from "../versions";
import { band, chosen_days, iso, number } from "./band";
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
  const every = read_entries(context);
  const chosen = chosen_days(context);
  const entries = chosen ? every.filter((entry) => entry.first <= chosen[1] && entry.last >= chosen[0]) : every;
  const dates = new Map<string, Entry[]>();
  for (const entry of entries) dates.set(entry.date, [...(dates.get(entry.date) ?? []), entry]);
  const articles = filters.articles(model).filter((article) => article.date);
  const days = [...dates.values()];
  // What lies long before the first article (an anniversary, an earlier case) is folded: the story comes first.
  const first_day = articles.map((article) => article.date).sort()[0] ?? "";
  const long_before = first_day && !chosen ? iso(number(first_day) - near_days) : "";
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
    articles.length || every.length ? band(context, articles, every.map((entry) => ({ ...entry, relation: entry.cluster.data.relation }))) : null,
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
