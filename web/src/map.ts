// The map: coasts and borders cut to the story, places sized by how many articles name them, movements as arrows.
// Everything on it stands in the lists below it, so it is hidden from screen readers and from the tab key.
import { geoMercator, geoPath, Projection } from "d3-geo";
import { event, select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
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
const lowest = 300; // of the map's height
const highest = 700;
const label_height = 17;
const closest = 16; // how often the map may be magnified: the outlines are no finer

type Project = (longitude: number, latitude: number) => [number, number];

interface Frame {
  projection: Projection;
  height: number;
}

// Mercator, so that a magnified region keeps its shape; turned to the middle of the box, which may lie over 180°.
function frame_of(view: OutlineView): Frame {
  const [west, south, east, north] = view.box;
  const corners = { type: "MultiPoint", coordinates: [[west, Math.max(south, -80)], [east, Math.min(north, 84)]] };
  const projection = geoMercator().rotate([-(west + east) / 2, 0]);
  projection.fitExtent([[0, 0], [width, 1e6]], corners);
  const [top, bottom] = corners.coordinates.map((corner) => projection(corner as [number, number])?.[1] ?? 0) as [number, number];
  const height = Math.round(Math.min(Math.max(Math.abs(top - bottom), lowest), highest));
  projection.fitExtent([[0, 0], [width, height]], corners);
  if (Math.abs(top - bottom) > height) {
    // Wider than high is the rule: what is higher is cut above and below, never made narrower.
    projection.fitExtent([[0, -1e6], [width, height + 1e6]], corners);
  }
  return { projection, height };
}

function fill(map: SVGSVGElement, view: OutlineView, { projection, height }: Frame, places: readonly MapPlace[], arrows: readonly MapArrow[]): void {
  projection.clipExtent([[-50, -50], [width + 50, height + 50]]);
  const path = geoPath(projection);
  const project: Project = (x, y) => projection([x, y]) ?? [-1, -1];
  map.replaceChildren(
    svg("defs", {}, ...(["asserted", "hedged", "planned", "denied", "questioned"] as const).map(arrow_head)),
    svg("path", { class: "border", d: path(lines(view.border)) ?? "" }),
    svg("path", { class: "coast", d: path(lines(view.coast)) ?? "" }),
  );
  // Points are placed without the clipping, which would drop them at the very border.
  projection.clipExtent(null);
  const inside = ([x, y]: [number, number]): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const shown = places.map((place) => ({ place, at: project(place.longitude, place.latitude) })).filter(({ at }) => inside(at));
  for (const arrow of arrows) {
    const [from, to] = [project(...arrow.from), project(...arrow.to)];
    if (inside(from) || inside(to)) map.append(draw_arrow(arrow, from, to));
  }
  const taken: Box[] = [];
  for (const { place, at } of shown) taken.push([at[0] - radius(place), at[1] - radius(place), at[0] + radius(place), at[1] + radius(place)]);
  for (const { place, at } of shown) map.append(draw_place(place, at, taken));
}

// Steps in thousandths of a degree, as GeoJSON.
function lines(all: number[][]): object {
  const coordinates = all.map((steps) => {
    let [x, y] = [0, 0];
    const line: [number, number][] = [];
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i] as number;
      y += steps[i + 1] as number;
      line.push([x / 1000, y / 1000]);
    }
    return line;
  });
  return { type: "MultiLineString", coordinates };
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

export interface MapWords {
  views: readonly [string, string]; // «Where it happens», «All places»
  caption: string;
  nearer: string;
  farther: string;
}

// The map with its two views; nearer and farther by buttons, double click or pinch, moved by dragging.
export function map_figure(outlines: Outlines, words: MapWords, places: readonly MapPlace[], arrows: readonly MapArrow[]): HTMLElement {
  const map = svg("svg", { class: "map", "aria-hidden": "true" });
  const drawing = select(map);
  const zooming = zoom().scaleExtent([1, closest]).duration(0)
    .filter(() => (event.type === "wheel" ? event.ctrlKey === true : !event.button)); // a pinch comes as a wheel with the control key; a plain wheel scrolls the page
  const show = (view: OutlineView): void => {
    const frame = frame_of(view);
    const [scale, [left, top]] = [frame.projection.scale(), frame.projection.translate()];
    map.setAttribute("viewBox", `0 0 ${width} ${frame.height}`);
    const whole: [[number, number], [number, number]] = [[0, 0], [width, frame.height]];
    zooming.extent(() => whole).translateExtent(whole).on("zoom", () => {
      const { x, y, k } = event.transform;
      frame.projection.scale(scale * k).translate([x + left * k, y + top * k]);
      fill(map, view, frame, places, arrows);
    });
    zooming.transform(drawing.call(zooming), zoomIdentity);
  };
  const choices = words.views.map((name, index) =>
    h("button", { type: "button", class: "plain", "aria-pressed": String(index === 0), click: () => {
      show(outlines.views[index] as OutlineView);
      choices.forEach((button, other) => button.setAttribute("aria-pressed", String(other === index)));
    } }, name));
  const step = (label: string, sign: string, by: number): HTMLElement =>
    h("button", { type: "button", class: "plain", "aria-label": label, title: label, click: () => zooming.scaleBy(drawing, by) }, sign);
  show(outlines.views[0] as OutlineView);
  return h("figure", { class: "map-figure" },
    h("p", { class: "tools map-tools" }, outlines.views.length > 1 ? choices : null, h("span", { class: "map-zoom" }, step(words.nearer, "+", 2), step(words.farther, "−", 0.5))),
    h("div", { class: "map-frame" }, map),
    h("figcaption", {}, words.caption));
}
