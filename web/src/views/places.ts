// Where it happens: movements from place to place, and the places named, each leading to its words.
import { chain, date_of, nothing, placed_link, status_mark, view_heading, words_link } from "../cells";
import { Context, Drawn, link } from "../context";
import type { EventItem, Figure, Movement, Part } from "../contract";
import { csv_buttons } from "../csv";
import { bdi, clip, fold, h } from "../dom";
import { lazy_rows } from "../lazy";
import { MapArrow, map_figure, MapPlace } from "../map";
import type { Claim, Place } from "../model";
import { Version, versions } from "../versions";

const most_pins = 200; // on the map; the list has all

export function places(context: Context): Drawn {
  const { words, filters, model } = context;
  const moves = versions(filters.claims(model).filter((claim) => claim.kind === "movement"));
  const happened = versions(filters.claims(model).filter((claim) => claim.kind === "event"));
  const query = fold(filters.get("q"));
  const list = model.places()
    .map((place) => ({ ...place, mentions: place.mentions.filter((mention) => filters.article_passes(mention.article)) }))
    .filter((place) => place.mentions.length > 0 && (query === "" || fold(place.name).includes(query)));
  const move_list = h("ul", { class: "versions movements" });
  const lazy = lazy_rows(move_list, moves, (version) =>
    h("li", { class: "version is-" + version.lead.status },
      h("p", { class: "journey" }, journey(context, version.lead)),
      h("div", { class: "version-words" }, words_link(context, version.lead), " ", status_mark(context, version.lead)),
      h("div", { class: "version-source" }, date_of(context, version.lead), " ", chain(context, version))));
  const event_list = h("ul", { class: "versions movements" });
  const lazy_events = lazy_rows(event_list, happened, (version) =>
    h("li", { class: "version is-" + version.lead.status },
      h("p", { class: "journey" }, happening(context, version.lead)),
      h("div", { class: "version-words" }, words_link(context, version.lead), " ", status_mark(context, version.lead)),
      h("div", { class: "version-source" }, date_of(context, version.lead), " ", chain(context, version))));
  const named = place_section(context, list);
  const element = h(
    "div",
    {},
    view_heading(words.views.places, words.places_lead(list.length, moves.length)),
    map_section(context, list, moves),
    moves.length ? h("section", {}, h("h3", {}, words.movements), move_list) : null,
    happened.length ? h("section", {}, h("h3", {}, words.events), event_list) : null,
    list.length ? named.element : null,
    moves.length || happened.length || list.length ? null : nothing(context),
  );
  return {
    element,
    reveal: (key) => {
      lazy.reveal(moves.findIndex((version) => version.claims.some((claim) => claim.key === key)));
      lazy_events.reveal(happened.findIndex((version) => version.claims.some((claim) => claim.key === key)));
      named.reveal(list.findIndex((place) => place.key === key));
    },
  };
}

function journey(context: Context, claim: Claim): Node[] {
  const { words, format } = context;
  const movement = claim.item as Movement;
  const part = (value: Part | null | undefined, class_name: string): HTMLElement =>
    value ? h("span", { class: class_name }, bdi(clip(value.text, 80))) : h("span", { class: "nobody" }, words.unsaid_place);
  const figure = claim.article.claims.find((other) => other.kind === "figure" && other.id === movement.figure);
  return [
    h("span", {}, part(movement.who, "who"), figure ? h("span", { class: "value" }, " " + format.figure(figure.item as Figure)) : null, " "),
    h("span", { class: "route" }, part(movement.from, "place"), h("span", { class: "arrow", "aria-label": words.to_place, role: "img" }, " → "), part(movement.to, "place")),
  ];
}

// «violence · Des rebelles → une base»
function happening(context: Context, claim: Claim): Node[] {
  const { words } = context;
  const event = claim.item as EventItem;
  const part = (value: Part | null | undefined, class_name: string): HTMLElement | null =>
    value ? h("span", { class: class_name }, bdi(clip(value.text, 80))) : null;
  const place = claim.article.entity(event.place);
  return [
    h("span", { class: "value" }, words.event_types[event.type] ?? event.type, " "),
    h("span", { class: "route" }, part(event.actor, "who"), event.target ? [" → ", part(event.target, "place")] : null, place ? [" · ", bdi(clip(place.name, 60))] : null),
  ];
}

interface Listed {
  element: HTMLElement;
  reveal(row: number): void;
}

function map_section(context: Context, list: Place[], moves: Version[]): HTMLElement | null {
  const { words, model, format } = context;
  const { outlines } = model;
  const places: MapPlace[] = list.flatMap((place, index) =>
    place.latitude === null || place.longitude === null || index >= most_pins
      ? []
      : [{ name: place.name, latitude: place.latitude, longitude: place.longitude, articles: place.articles, href: link(context, "places", { cell: place.key }) }]);
  if (outlines.views.length === 0 || places.length === 0) return null;
  const arrows: MapArrow[] = moves.flatMap(({ lead }) => {
    const movement = lead.item as Movement;
    const from = model.position(lead.article, movement.from?.entity);
    const to = model.position(lead.article, movement.to?.entity);
    if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return [];
    const figure = lead.article.claims.find((other) => other.kind === "figure" && other.id === movement.figure);
    const label = figure ? format.figure(figure.item as Figure) : "";
    return [{ from, to, status: lead.status, label, title: clip(movement.text, 200), href: link(context, "places", { cell: lead.key }) }];
  });
  const map_words = { views: [words.map_near, words.map_all] as const, caption: words.map_caption, nearer: words.map_nearer, farther: words.map_farther };
  return map_figure(outlines, map_words, places, arrows);
}

function place_section(context: Context, list: Place[]): Listed {
  const { words, format } = context;
  const body = h("tbody");
  const lazy = lazy_rows(body, list, (place) =>
    h("tr", { "data-cell": place.key, tabindex: -1 },
      h("th", { scope: "row" }, bdi(clip(place.name, 80))),
      h("td", {}, place.country ? format.country(place.country) : ""),
      h("td", { class: "number" }, String(place.articles)),
      h("td", { class: "number" }, String(place.mentions.length)),
      h("td", { class: "mentions" }, first_mentions(context, place))));
  const rows = (): (string | number | null)[][] => [
    ["place", "country", "latitude", "longitude", "articles", "mentions"],
    ...list.map((place) => [place.name, place.country || null, place.latitude, place.longitude, place.articles, place.mentions.length]),
  ];
  const heads = [words.place, words.country, words.articles_head, words.mentions_head, words.where_named];
  const element = h("section", {},
    h("div", { class: "section-head" }, h("h3", {}, words.places_named), csv_buttons(context, "places", rows)),
    h("div", { class: "table-frame" },
      h("table", {}, h("thead", {}, h("tr", {}, heads.map((name, index) => h("th", { scope: "col", class: index === 2 || index === 3 ? "number" : null }, name)))), body)));
  return { element, reveal: lazy.reveal };
}

// The first mention in each outlet, for a handful of outlets.
function first_mentions(context: Context, place: Place): Node[] {
  const seen = new Set<string>();
  const links: Node[] = [];
  for (const { article, index } of place.mentions) {
    if (seen.has(article.outlet) || links.length >= 8) continue;
    seen.add(article.outlet);
    const mention = article.data.mentions?.[index];
    if (!mention) continue;
    const to = placed_link(context, article, "n" + (index + 1), mention);
    to.replaceChildren(bdi(article.outlet));
    links.push(h("span", { class: "mention" }, to, " "));
  }
  return links;
}
