// The map: coasts and borders cut to the story, places sized by how many articles name them, movements as arrows.
// Everything on it stands in the lists below it, so it is hidden from screen readers and from the tab key.
import type { Outlines, OutlineView, Status } from "./contract";
import { clip, h, svg } from "./dom";

export interface MapPlace {
  name: string;
  latitude: number;
  longitude: number;
  articles: number;
  href: string;
}

export interface MapArrow {
  from: [number, number]; // longitude, latitude
  to: [number, number];
  status: Status;
  label: string;
  title: string;
  href: string;
}

const width = 1000;
const label_height = 17;

type Project = (longitude: number, latitude: number) => [number, number];

// West, south, east, north, in degrees.
export type GeoBox = readonly [number, number, number, number];

export function draw_map(view: OutlineView, box: GeoBox, places: MapPlace[], arrows: MapArrow[]): SVGSVGElement {
  const [west, south, east, north] = box;
  // Degrees of longitude shrink towards the poles; one factor for the whole map is enough for a region.
  const shrink = Math.max(0.2, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const scale = width / ((east - west) * shrink);
  const height = Math.round(Math.min(Math.max((north - south) * scale, 300), 700));
  const middle = (south + north) / 2;
  const project: Project = (x, y) => [(x - west) * shrink * scale, height / 2 - (y - middle) * scale];
  const map = svg("svg", { class: "map", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  map.append(
    svg("defs", {}, ...(["asserted", "hedged", "planned", "denied", "questioned"] as const).map(arrow_head)),
    svg("path", { class: "border", d: lines(view.border, project) }),
    svg("path", { class: "coast", d: lines(view.coast, project) }),
  );
  const inside = ([x, y]: [number, number]): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const shown = places.map((place) => ({ place, at: project(place.longitude, place.latitude) })).filter(({ at }) => inside(at));
  for (const arrow of arrows) {
    const [from, to] = [project(...arrow.from), project(...arrow.to)];
    if (inside(from) || inside(to)) map.append(draw_arrow(arrow, from, to));
  }
  const taken: Box[] = [];
  for (const { place, at } of shown) taken.push([at[0] - radius(place), at[1] - radius(place), at[0] + radius(place), at[1] + radius(place)]);
  for (const { place, at } of shown) map.append(draw_place(place, at, taken));
  return map;
}

function lines(all: number[][], project: Project): string {
  let path = "";
  for (const steps of all) {
    let [x, y] = [0, 0];
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i] as number;
      y += steps[i + 1] as number;
      const [u, v] = project(x / 1000, y / 1000);
      path += (i ? "L" : "M") + u.toFixed(1) + " " + v.toFixed(1);
    }
  }
  return path;
}

const radius = (place: MapPlace): number => 3 + 1.6 * Math.sqrt(place.articles);

type Box = [number, number, number, number]; // left, top, right, bottom

function draw_place(place: MapPlace, [x, y]: [number, number], taken: Box[]): SVGElement {
  const group = svg("a", { href: place.href, tabindex: -1, class: "map-place" });
  group.append(svg("title", {}, `${place.name} (${place.articles})`), svg("circle", { cx: x, cy: y, r: radius(place) }));
  const name = clip(place.name, 28);
  const length = name.length * 7.6 + 4;
  const gap = radius(place) + 4;
  // Right, left, above, below: the first side that is free; none free: the dot alone, its name on hover.
  const sides: [number, number, string][] = [
    [x + gap, y + 5, "start"],
    [x - gap, y + 5, "end"],
    [x, y - gap, "middle"],
    [x, y + gap + 12, "middle"],
  ];
  for (const [u, v, anchor] of sides) {
    const left = anchor === "start" ? u : anchor === "end" ? u - length : u - length / 2;
    const box: Box = [left, v - label_height + 3, left + length, v + 4];
    if (left < 0 || left + length > width || taken.some((other) => other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3])) continue;
    taken.push(box);
    group.append(svg("text", { x: u, y: v, "text-anchor": anchor }, name));
    break;
  }
  return group;
}

function draw_arrow(arrow: MapArrow, from: [number, number], to: [number, number]): SVGElement {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  // Bent to its left, so that there and back are two lines; ends short of the dots.
  const bend = Math.min(60, length * 0.22);
  const control = [(from[0] + to[0]) / 2 + (dy / length) * bend, (from[1] + to[1]) / 2 - (dx / length) * bend] as const;
  const short = Math.min(9, length / 4);
  const end = [to[0] - ((to[0] - control[0]) / length) * short * 2, to[1] - ((to[1] - control[1]) / length) * short * 2] as const;
  const group = svg("a", { href: arrow.href, tabindex: -1, class: "map-arrow is-" + arrow.status });
  group.append(
    svg("title", {}, arrow.title),
    svg("path", {
      d: `M${from.map(round).join(" ")}Q${control.map(round).join(" ")} ${end.map(round).join(" ")}`,
      "marker-end": `url(#head-${arrow.status})`,
    }),
  );
  if (arrow.label) group.append(svg("text", { x: round(control[0]), y: round(control[1]), "text-anchor": "middle" }, arrow.label));
  return group;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function arrow_head(status: Status): SVGElement {
  return svg("marker", { id: "head-" + status, class: "map-head is-" + status, viewBox: "0 0 10 10", refX: 8, refY: 5, markerWidth: 6.5, markerHeight: 6.5, orient: "auto" },
    svg("path", { d: "M0 0.8L9.5 5L0 9.2z" }));
}

const closest = 16; // how often the map may be magnified

export interface MapWords {
  views: readonly [string, string]; // «Where it happens», «All places»
  caption: string;
  nearer: string;
  farther: string;
}

// The map with its two views; nearer and farther by buttons, double click or pinch, moved by dragging.
export function map_figure(outlines: Outlines, words: MapWords, draw: (view: OutlineView, box: GeoBox) => SVGSVGElement): HTMLElement {
  const frame = h("div", { class: "map-frame" });
  let view = outlines.views[0] as OutlineView;
  let zoom = 1;
  let middle = middle_of(view.box);
  const show = (): void => frame.replaceChildren(draw(view, around(view.box, middle, zoom)));
  const magnify = (by: number, at: [number, number] = middle): void => {
    const next = Math.min(closest, Math.max(1, zoom * by));
    // The point under the pointer stays where it is.
    middle = [at[0] + (middle[0] - at[0]) * (zoom / next), at[1] + (middle[1] - at[1]) * (zoom / next)];
    zoom = next;
    if (zoom === 1) middle = middle_of(view.box);
    show();
  };
  const degrees = (event: MouseEvent): [number, number] => {
    const { left, top, width: w, height: t } = frame.getBoundingClientRect();
    const [west, south, east, north] = around(view.box, middle, zoom);
    return [west + ((event.clientX - left) / w) * (east - west), north - ((event.clientY - top) / t) * (north - south)];
  };
  const choices = words.views.map((name, index) =>
    h("button", { type: "button", class: "plain", "aria-pressed": String(index === 0), click: () => {
      view = outlines.views[index] as OutlineView;
      zoom = 1;
      middle = middle_of(view.box);
      show();
      choices.forEach((button, other) => button.setAttribute("aria-pressed", String(other === index)));
    } }, name));
  const step = (label: string, sign: string, by: number): HTMLElement =>
    h("button", { type: "button", class: "plain", "aria-label": label, title: label, click: () => magnify(by) }, sign);
  frame.addEventListener("dblclick", (event) => magnify(2, degrees(event)));
  // A pinch comes as a wheel with the control key; a plain wheel scrolls the page.
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    magnify(event.deltaY < 0 ? 1.25 : 0.8, degrees(event));
  }, { passive: false });
  draggable(frame, degrees, (by) => {
    if (zoom === 1) return;
    middle = [middle[0] + by[0], middle[1] + by[1]];
    show();
  });
  show();
  return h("figure", { class: "map-figure" },
    h("p", { class: "tools map-tools" }, outlines.views.length > 1 ? choices : null, h("span", { class: "map-zoom" }, step(words.nearer, "+", 2), step(words.farther, "−", 0.5))),
    frame,
    h("figcaption", {}, words.caption));
}

function middle_of([west, south, east, north]: GeoBox): [number, number] {
  return [(west + east) / 2, (south + north) / 2];
}

function around([west, south, east, north]: GeoBox, [x, y]: [number, number], zoom: number): GeoBox {
  const [w, t] = [(east - west) / zoom / 2, (north - south) / zoom / 2];
  return [x - w, y - t, x + w, y + t];
}

function draggable(frame: HTMLElement, degrees: (event: MouseEvent) => [number, number], move: (by: [number, number]) => void): void {
  let from: [number, number] | null = null;
  frame.addEventListener("pointerdown", (event) => (from = event.button === 0 ? degrees(event) : null));
  frame.addEventListener("pointermove", (event) => {
    if (from === null || event.buttons === 0) return;
    const to = degrees(event);
    move([from[0] - to[0], from[1] - to[1]]);
    from = degrees(event);
  });
  frame.addEventListener("pointerup", () => (from = null));
  frame.addEventListener("dragstart", (event) => event.preventDefault()); // of the links on it
}
