// The ways that words took: who said it, through which medium, to which outlet. A line is as wide as the tellings that
// went that way; a wire that several outlets print is one telling.
import { format_address } from "../address";
import { Context, link } from "../context";
import { clip, h, svg } from "../dom";
import type { Claim } from "../model";
import { versions } from "../versions";

const most_nodes = 12; // of a column; the rest stand together
const row = 30;
const width = 900;
const columns = [235, 470, 690]; // where the boxes of each column lie
const box_width = 12;
const longest_label = 30;

interface Node {
  key: string;
  label: string;
  column: number;
  weight: number;
  href: string | null;
  y: number;
}

interface Edge {
  from: Node;
  to: Node;
  weight: number;
}

export function chain_graph(context: Context, claims: readonly Claim[]): HTMLElement | null {
  const { words } = context;
  const told = versions(claims.filter((claim) => claim.speaker !== null)).map(({ lead }) => ({ speaker: lead.speaker, via: lead.via[0] ?? null, outlet: lead.article.outlet }));
  if (told.length < 3) return null;
  const names = [told.map((one) => one.speaker?.key ?? ""), told.flatMap((one) => (one.via ? [one.via] : [])), told.map((one) => one.outlet)];
  const kept = names.map((list) => most_frequent(list, most_nodes));
  const nodes = new Map<string, Node>();
  const node = (column: number, name: string, label: string, href: string | null): Node => {
    const rest = !kept[column]?.has(name);
    const key = column + (rest ? " rest" : "=" + name);
    let found = nodes.get(key);
    if (!found) nodes.set(key, (found = { key, label: rest ? words.the_others : label, column, weight: 0, href: rest ? null : href, y: 0 }));
    ++found.weight;
    return found;
  };
  const edges = new Map<string, Edge>();
  const join = (from: Node, to: Node): void => {
    const key = from.key + "\n" + to.key;
    const edge = edges.get(key);
    if (edge) ++edge.weight;
    else edges.set(key, { from, to, weight: 1 });
  };
  for (const { speaker, via, outlet } of told) {
    const first = node(0, speaker?.key ?? "", speaker?.name ?? "", link(context, "speakers", { speaker: speaker?.key ?? "" }));
    const last = node(2, outlet, outlet, format_address({ view: "speakers", params: { ...context.address.params, outlet } }));
    if (!via) {
      join(first, last);
      continue;
    }
    const middle = node(1, via, via, null);
    join(first, middle);
    join(middle, last);
  }
  return drawing(context, [...nodes.values()], [...edges.values()]);
}

function most_frequent(names: readonly string[], most: number): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, most).map(([name]) => name));
}

// Heaviest speakers first; every later column in the order in which its lines come in, so that few cross.
function lay_out(nodes: Node[], edges: readonly Edge[]): number {
  let height = 0;
  for (const column of [0, 1, 2]) {
    const here = nodes.filter((node) => node.column === column);
    const pull = (node: Node): number => {
      const into = edges.filter((edge) => edge.to === node);
      return into.reduce((sum, edge) => sum + edge.from.y * edge.weight, 0) / Math.max(1, into.reduce((sum, edge) => sum + edge.weight, 0));
    };
    const order = new Map(here.map((node) => [node, column === 0 ? -node.weight : pull(node)]));
    here.sort((a, b) => Number(a.key.endsWith(" rest")) - Number(b.key.endsWith(" rest")) || (order.get(a) ?? 0) - (order.get(b) ?? 0) || a.label.localeCompare(b.label));
    here.forEach((node, index) => (node.y = 40 + index * row));
    height = Math.max(height, 40 + here.length * row);
  }
  return height;
}

function drawing(context: Context, nodes: Node[], edges: Edge[]): HTMLElement {
  const { words } = context;
  const height = lay_out(nodes, edges);
  const graph = svg("svg", { class: "chain-graph", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": words.chain_graph });
  const heads = [words.columns["speaker"] ?? "", words.via, words.outlet];
  heads.forEach((head, column) => {
    if (nodes.some((node) => node.column === column)) graph.append(svg("text", { x: label_x(column), y: 18, "text-anchor": anchor(column), class: "graph-head" }, head));
  });
  const heaviest = Math.max(...edges.map((edge) => edge.weight));
  for (const { from, to, weight } of edges) {
    const [x1, x2] = [(columns[from.column] ?? 0) + box_width, columns[to.column] ?? 0];
    const middle = (x1 + x2) / 2;
    graph.append(svg("path", { d: `M${x1} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`, "stroke-width": (1 + (weight / heaviest) * 9).toFixed(1) },
      svg("title", {}, `${from.label} → ${to.label}: ${weight}`)));
  }
  for (const node of nodes) {
    const mark = svg("g", {}, svg("rect", { x: columns[node.column] ?? 0, y: node.y - 8, width: box_width, height: 16, rx: 2 }),
      svg("text", { x: label_x(node.column), y: node.y + 5, "text-anchor": anchor(node.column) }, clip(node.label, longest_label), svg("tspan", { class: "count" }, " " + node.weight)), svg("title", {}, node.label));
    graph.append(node.href ? svg("a", { href: node.href }, mark) : mark);
  }
  return h("details", { class: "graph-box" }, h("summary", {}, words.chain_graph), h("p", { class: "note" }, words.chain_graph_lead), h("div", { class: "graph-frame", tabindex: 0, role: "group", "aria-label": words.chain_graph }, graph));
}

const label_x = (column: number): number => (column === 0 ? (columns[0] ?? 0) - 8 : (columns[column] ?? 0) + box_width + 8);
const anchor = (column: number): string => (column === 0 ? "end" : "start");
