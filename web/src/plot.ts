// A small dot plot for one thing counted: a row a telling, all on one axis. Set in percent of the width, so that
// it needs no measuring and prints at any size. Bars are ranges, arrows open bounds, hollow marks hearsay.
import { scaleLinear, scaleLog } from "d3-scale";
import type { Figure } from "./contract";
import { h, svg } from "./dom";

export interface Axis {
  readonly log: boolean;
  readonly ticks: number[];
  x(value: number): number; // percent
}

const margin = 4; // percent kept free at either end

export function make_axis(values: number[]): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const log = low > 0 && high / low > 40;
  const scale = log ? scaleLog().domain([low, high]) : scaleLinear().domain([Math.min(0, low), high || 1]);
  scale.range([margin, 100 - margin]).clamp(true);
  const powers = log ? scale.ticks(6).filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9)) : [];
  return { log, ticks: log ? (powers.length ? powers : [low, high]) : scale.ticks(4), x: (value) => scale(log ? Math.max(value, low) : value) };
}

export function axis_line(axis: Axis, label: (value: number) => string): SVGSVGElement {
  const element = svg("svg", { class: "plot axis", width: "100%", height: 22, "aria-hidden": "true" });
  axis.ticks.forEach((tick, index) => {
    const x = axis.x(tick);
    const anchor = x < 8 ? "start" : x > 92 && index > 0 ? "end" : "middle";
    element.append(
      svg("line", { x1: x + "%", x2: x + "%", y1: 0, y2: 5, class: "tick" }),
      svg("text", { x: x + "%", y: 17, "text-anchor": anchor }, label(tick)),
    );
  });
  return element;
}

export function mark_row(axis: Axis, figure: Figure, class_name: string): HTMLElement {
  const element = svg("svg", { class: "plot " + class_name, width: "100%", height: "100%", "aria-hidden": "true" });
  for (const tick of axis.ticks) {
    const x = axis.x(tick) + "%";
    element.append(svg("line", { x1: x, x2: x, y1: 0, y2: "100%", class: "grid" }));
  }
  const { min, max } = figure;
  if (min !== null && max !== null && min !== max) {
    element.append(bar(axis.x(min), axis.x(max)));
  } else {
    const value = (min ?? max) as number | null;
    if (value === null) return h("div");
    const x = axis.x(value);
    if (min === null || max === null || /^(at_|more|less)/.test(figure.bound)) element.append(arrow(x, min === null || /most|less/.test(figure.bound) ? -1 : 1));
    element.append(svg("circle", { cx: x + "%", cy: "50%", r: 5, class: "mark" }));
  }
  return h("div", { class: "marks" }, element);
}

function bar(from: number, to: number): SVGElement {
  return svg("rect", { x: from + "%", width: Math.max(to - from, 1) + "%", y: "50%", height: 8, rx: 4, transform: "translate(0 -4)", class: "mark" });
}

// From the value outward: the bound is open on that side.
function arrow(x: number, direction: 1 | -1): SVGElement {
  const inner = svg("svg", { x: x + "%", y: "50%", overflow: "visible", class: "arrow-mark" });
  const length = 26 * direction;
  inner.append(svg("path", { d: `M0 0H${length}M${length - 5 * direction} -4L${length} 0L${length - 5 * direction} 4`, class: "open-end" }));
  return inner;
}
