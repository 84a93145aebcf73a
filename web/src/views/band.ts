// The band over the timeline: a block an article above the line, the days told of below it. Dragging across it (or two
// dates typed) brings a stretch of days near; the list beneath keeps to them.
import { format_address } from "../address";
import { Context, link_to_words } from "../context";
import { bdi, clip, h, svg } from "../dom";
import type { Article } from "../model";

export interface Told {
  first: string; // the days that it covers
  last: string;
  relation: string;
}

// The days that the reader has chosen, first and last; null = all.
export function chosen_days(context: Context): [string, string] | null {
  const found = /^(\d{4}-\d\d-\d\d)~(\d{4}-\d\d-\d\d)$/.exec(context.address.params["days"] ?? "");
  return found?.[1] && found[2] && found[1] <= found[2] ? [found[1], found[2]] : null;
}

function address_of(context: Context, days: [string, string] | null): string {
  return format_address({ ...context.address, params: { ...context.address.params, cell: "", days: days ? days.join("~") : "" } });
}

export function band(context: Context, articles: Article[], entries: Told[]): HTMLElement {
  const { words, format } = context;
  const publication = articles.map((article) => article.date).sort();
  // Dates far from the story (an anniversary, a law of 1901) would press it flat: the band keeps to what is near.
  const near = (day: string): boolean => publication.length === 0 || (number(day) > number(publication[0] as string) - 60 && number(day) < number(publication[publication.length - 1] as string) + 60);
  const told = entries.filter((entry) => near(entry.first) && near(entry.last));
  const chosen = chosen_days(context);
  const all = chosen ?? [...publication, ...told.flatMap((entry) => [entry.first, entry.last])].sort();
  const [start, end] = [number(all[0] as string), number(all[all.length - 1] as string) + 1];
  const x = (day: number): string => (1.5 + ((day - start) / (end - start)) * 97).toFixed(3) + "%";
  const stack = new Map<string, number>();
  const highest = Math.max(1, ...count(publication.filter((day) => number(day) >= start && number(day) < end)).values());
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
    if (number(article.date) < start || number(article.date) >= end) continue;
    const level = stack.get(article.date) ?? 0;
    stack.set(article.date, level + 1);
    const tick = svg("rect", { x: x(number(article.date) + 0.2), width: ((0.6 / total) * 97).toFixed(3) + "%", y: base - pitch * (level + 1), height: Math.max(1, pitch - 2), class: "article-tick", click: () => (location.hash = link_to_words(context, article.data.id)) });
    tick.append(svg("title", {}, article.outlet + ": " + clip(article.data.title ?? "", 120)));
    drawing.append(tick);
  }
  for (const entry of told) {
    const [from, to] = [Math.max(start, number(entry.first)), Math.min(end, number(entry.last) + 1)];
    if (from >= to) continue;
    drawing.append(svg("rect", { x: x(from + 0.1), width: (((to - from - 0.2) / total) * 97).toFixed(3) + "%", y: base + 9, height: 7, rx: 3.5, class: "told is-" + entry.relation + (to - from > 1 ? " is-span" : "") }));
  }
  brush(context, drawing, start, end, height);
  return h("figure", { class: "band-figure" }, drawing, h("figcaption", {}, bdi(words.band_caption)), day_fields(context, iso(start), iso(end - 1)));
}

// Dragging from one day to another chooses them.
function brush(context: Context, drawing: SVGSVGElement, start: number, end: number, height: number): void {
  const shade = svg("rect", { y: 0, height, class: "brush", visibility: "hidden" });
  drawing.append(shade);
  const place = (event: PointerEvent): number => {
    const box = drawing.getBoundingClientRect();
    return Math.min(1, Math.max(0, ((event.clientX - box.left) / box.width - 0.015) / 0.97));
  };
  const day = (share: number): number => Math.min(end - 1, start + Math.floor(share * (end - start)));
  let from: number | null = null;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = place(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const [a, b] = [Math.min(from, place(event)), Math.max(from, place(event))];
    // Only now: a plain click on an article's block must stay its own.
    if (b - a > 0.005) drawing.setPointerCapture(event.pointerId);
    shade.setAttribute("x", ((0.015 + a * 0.97) * 100).toFixed(2) + "%");
    shade.setAttribute("width", ((b - a) * 97).toFixed(2) + "%");
    shade.setAttribute("visibility", b - a > 0.005 ? "visible" : "hidden");
  });
  drawing.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [a, b] = [Math.min(from, place(event)), Math.max(from, place(event))];
    from = null;
    shade.setAttribute("visibility", "hidden");
    if (b - a > 0.005) location.hash = address_of(context, [iso(day(a)), iso(day(b))]);
  });
}

// The same without a mouse.
function day_fields(context: Context, first: string, last: string): HTMLElement {
  const { words } = context;
  const field = (name: string, value: string): HTMLInputElement => h("input", { type: "date", value, "aria-label": name });
  const [from, to] = [field(words.filters.from, first), field(words.filters.to, last)];
  const apply = (event: Event): void => {
    event.preventDefault();
    if (from.value && to.value && from.value <= to.value) location.hash = address_of(context, [from.value, to.value]);
  };
  return h("form", { class: "day-fields", submit: apply }, h("label", {}, words.filters.from, " ", from), h("label", {}, words.filters.to, " ", to),
    h("button", { type: "submit", class: "plain" }, words.show_days), chosen_days(context) ? h("a", { href: address_of(context, null) }, words.all_days) : null);
}

function count(days: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

export const number = (day: string): number => Math.floor(Date.parse(day + "T00:00:00Z") / 86400000) || 0;
export const iso = (day: number): string => new Date(day * 86400000).toISOString().slice(0, 10);
