// An article's text with the items that lie on it, cut so that no piece is half inside an item: overlapping
// spans cannot be nested as elements, but each piece can carry several.
import type { Placed } from "./contract";
import { Article, units } from "./model";

export type MarkKind = "statement" | "figure" | "movement" | "event" | "time" | "place" | "name";
export const mark_kinds: MarkKind[] = ["statement", "figure", "movement", "event", "time", "place", "name"];

export interface Marked {
  id: string; // s1, f1, m1 as in the format; t1, n1: the first time, the first mention
  kind: MarkKind;
  item: Placed;
  begin: number; // UTF-16 units
  end: number;
}

export interface Piece {
  text: string;
  begin: number;
  over: Marked[]; // shortest first: a click means the innermost
}

export interface Block {
  begin: number;
  end: number;
  pieces: Piece[];
}

export function marks_of(article: Article): Marked[] {
  const { data } = article;
  const marks: Marked[] = [];
  const put = (id: string, kind: MarkKind, item: Placed): void => {
    const [begin, end] = units(article, item);
    if (begin < end && end <= data.text.length) marks.push({ id, kind, item, begin, end });
  };
  for (const item of data.statements ?? []) put(item.id, "statement", item);
  for (const item of data.figures ?? []) put(item.id, "figure", item);
  for (const item of data.movements ?? []) put(item.id, "movement", item);
  for (const item of data.events ?? []) put(item.id, "event", item);
  (data.times ?? []).forEach((item, index) => put("t" + (index + 1), "time", item));
  (data.mentions ?? []).forEach((item, index) => put("n" + (index + 1), item.use === "place" ? "place" : "name", item));
  return marks.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

// Paragraphs, each cut at every border of a mark within it.
export function blocks_of(text: string, marks: readonly Marked[]): Block[] {
  const blocks: Block[] = [];
  let open: readonly Marked[] = [];
  let next = 0;
  const paragraph = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g;
  for (let found = paragraph.exec(text); found; found = paragraph.exec(text)) {
    const [begin, end] = [found.index, found.index + (found[0] ?? "").length];
    const here: Marked[] = open.filter((mark) => mark.end > begin);
    for (; next < marks.length && (marks[next] as Marked).begin < end; ++next) {
      const mark = marks[next] as Marked;
      if (mark.end > begin) here.push(mark);
    }
    open = here;
    blocks.push({ begin, end, pieces: cut(text, begin, end, here) });
  }
  return blocks;
}

function cut(text: string, begin: number, end: number, marks: readonly Marked[]): Piece[] {
  const borders = new Set([begin, end]);
  for (const mark of marks) {
    borders.add(Math.max(begin, mark.begin));
    borders.add(Math.min(end, mark.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let active: Marked[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const [from, to] = [sorted[i] as number, sorted[i + 1] as number];
    active = active.filter((mark) => mark.end > from);
    for (; next < marks.length && (marks[next] as Marked).begin <= from; ++next) active.push(marks[next] as Marked);
    const over = active.filter((mark) => mark.begin <= from && mark.end >= to).sort((a, b) => a.end - a.begin - (b.end - b.begin));
    pieces.push({ text: text.slice(from, to), begin: from, over });
  }
  return pieces;
}
