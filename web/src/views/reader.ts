// One article: its text with every item marked, what was cleaned away folded at its place, and beside it the
// cell that was clicked, with the way back to where it is listed.
import { format_address, views } from "../address";
import { nothing } from "../cells";
import { Context, Drawn, link } from "../context";
import type { Removed } from "../contract";
import { bdi, clip, h } from "../dom";
import { highlight } from "../highlight";
import { lazy_rows } from "../lazy";
import type { Article } from "../model";
import { Block, blocks_of, Marked, mark_kinds, marks_of, MarkKind, Piece } from "../spans";
import { compare } from "../versions";
import { cell_panel } from "./cell_panel";

// Kinds that the reader has switched off stay off while the page is open.
const switched_off = new Set<MarkKind>();

export interface Reader extends Drawn {
  select(context: Context, item: string | undefined): void;
}

export function reader(context: Context): Drawn | Reader {
  const articles = context.filters.articles(context.model);
  const article = context.model.article_of(context.address.article ?? "") ?? (context.address.article ? undefined : articles[0]);
  const list = article_list(context, articles, article);
  if (!article)
    return { element: h("div", { class: "reader" }, list, h("div", { class: "sheet" }, h("h2", { id: "view-title", tabindex: -1 }, context.words.views.read), nothing(context))) };
  const marks = marks_of(article);
  const panel = h("aside", { class: "panel", "aria-label": context.words.cell, "aria-live": "polite" });
  const sheet = sheet_of(context, article, marks);
  const tools = h("p", { class: "way-back" });
  const element = h("div", { class: "reader" }, list, h("div", { class: "sheet-column" }, tools, sheet), panel);
  const select = (now: Context, item: string | undefined): void => {
    for (const piece of sheet.querySelectorAll(".is-selected")) piece.classList.remove("is-selected");
    const mark = marks.find((one) => one.id === item);
    for (const piece of mark ? sheet.querySelectorAll(`[data-items~="${CSS.escape(mark.id)}"]`) : []) piece.classList.add("is-selected");
    tools.replaceChildren(...way_back(now, article));
    panel.replaceChildren(cell_panel(now, article, marks, mark));
    panel.classList.toggle("is-open", mark !== undefined);
  };
  highlight(sheet, context.filters.get("q"));
  select(context, context.address.item);
  return { element, select };
}

// «Back to Figures», to the very cell from which the reader came.
function way_back(context: Context, article: Article): Node[] {
  const view = views.find((name) => name === context.address.params["back"] && name !== "read");
  if (!view) return [];
  const params = without_back(context);
  if (context.address.item) params["cell"] = article.data.id + "/" + context.address.item;
  return [h("a", { href: format_address({ view, params }), class: "back" }, "← ", context.words.back_to(context.words.views[view]))];
}

function article_list(context: Context, articles: Article[], open: Article | undefined): HTMLElement {
  const { words, format } = context;
  const list = h("ol", {});
  const sorted = [...articles].sort((a, b) => compare(a.date || "9", b.date || "9") || a.index - b.index);
  const lazy = lazy_rows(list, sorted, (article) =>
    h("li", {},
      h("a", { href: format_address({ view: "read", article: article.data.id, params: without_back(context) }), "aria-current": article === open ? "page" : null },
        h("span", { class: "list-head" }, h("span", { class: "outlet" }, bdi(clip(article.outlet, 60))), h("span", { class: "date" }, article.date ? format.date(article.date, true) : "")),
        h("span", { class: "list-title", lang: article.data.language }, bdi(clip(article.data.title || article.data.source_name, 110))))));
  if (open) lazy.reveal(sorted.indexOf(open));
  const details = h("details", { class: "article-index", open: window.innerWidth > 900 }, h("summary", {}, words.articles_count(articles.length)), h("nav", { "aria-label": words.the_articles }, list));
  return details;
}

function without_back(context: Context): Record<string, string> {
  const params = { ...context.address.params };
  delete params["back"];
  return params;
}

function sheet_of(context: Context, article: Article, marks: Marked[]): HTMLElement {
  const { words, format } = context;
  const { data } = article;
  const facts = [
    data.published?.value || article.date ? h("time", { datetime: article.date }, format.time((data.published?.value ?? "").slice(0, 16) || article.date)) : words.undated,
    data.published && data.published.basis !== "metadata" ? h("span", { class: "note" }, words.date_basis[data.published.basis] ?? data.published.basis) : null,
    data.authors?.length ? bdi(clip(data.authors.join(", "), 120)) : null,
    article.origin.articles.length > 1 ? h("a", { href: link(context, "sources", { cell: article.origin.id }) }, words.reprint_of(article.origin.articles.length)) : null,
  ].filter(Boolean);
  const started = new Set<string>();
  const blocks = blocks_of(data.text, marks);
  // A title that stands in the text is the heading, with its marks; one from metadata alone is set as it is.
  const first = blocks[0];
  const title_stands = first !== undefined && data.title !== null && data.text.slice(first.begin, first.end).trim() === data.title.trim();
  const heading = h("h2", { id: "view-title", tabindex: -1, dir: "auto" },
    title_stands ? pieces(context, article, (blocks.shift() as Block), started) : clip(data.title || data.source_name, 300));
  const sheet = h(
    "article",
    { class: "sheet", lang: data.language, "data-hidden": [...switched_off].join(" ") },
    h("p", { class: "sheet-outlet", lang: format.language }, bdi(article.outlet)),
    heading,
    h("p", { class: "sheet-facts", lang: format.language }, facts.map((fact, index) => [index ? " · " : null, fact])),
    legend(context, marks, (kind, on) => {
      if (on) switched_off.delete(kind);
      else switched_off.add(kind);
      sheet.setAttribute("data-hidden", [...switched_off].join(" "));
    }),
    body(context, article, blocks, started),
    diagnostics(context, article),
  );
  return sheet;
}

function legend(context: Context, marks: Marked[], toggle: (kind: MarkKind, on: boolean) => void): HTMLElement {
  const { words, format } = context;
  return h(
    "fieldset",
    { class: "legend", lang: format.language },
    h("legend", { class: "unseen" }, words.marked_kinds),
    mark_kinds.map((kind) => {
      const count = marks.filter((mark) => mark.kind === kind).length;
      if (count === 0) return null;
      return h("label", {},
        h("input", { type: "checkbox", checked: !switched_off.has(kind), change: (event) => toggle(kind, (event.target as HTMLInputElement).checked) }),
        h("span", { class: "m m-" + kind }, words.mark_kinds[kind]), h("span", { class: "count" }, " " + count));
    }),
  );
}

function body(context: Context, article: Article, blocks: Block[], started: Set<string>): HTMLElement {
  const text = h("div", { class: "article-text" });
  const removed = [...(article.data.removed ?? [])].sort((a, b) => a.source[0] - b.source[0]);
  const offsets = article.offsets();
  let set_aside = 0;
  const put_clutter = (until: number): void => {
    const here: Removed[] = [];
    for (; set_aside < removed.length; ++set_aside) {
      const one = removed[set_aside] as Removed;
      if (offsets.at(one.at ?? 0) > until) break;
      here.push(one);
    }
    if (here.length) text.append(clutter(context, here));
  };
  for (const block of blocks) {
    put_clutter(block.begin);
    text.append(h("p", { dir: "auto" }, pieces(context, article, block, started)));
  }
  put_clutter(Infinity);
  return text;
}

function pieces(context: Context, article: Article, block: Block, started: Set<string>): Node[] {
  return block.pieces.map((piece) => (piece.over.length === 0 ? document.createTextNode(piece.text) : marked(context, article, piece, started)));
}

// Each piece leads to its innermost item. Only where an item begins is it a stop of the tab key.
function marked(context: Context, article: Article, piece: Piece, started: Set<string>): HTMLElement {
  const inner = piece.over[0] as Marked;
  const begins = piece.over.filter((mark) => !started.has(mark.id));
  const target = begins.length ? (begins[0] as Marked) : inner;
  for (const mark of begins) started.add(mark.id);
  const classes = new Set(["m"]);
  for (const mark of piece.over) {
    classes.add("m-" + mark.kind);
    const status = (mark.item as { status?: string }).status;
    if (mark.item.rejected) classes.add("is-rejected");
    if (status && status !== "asserted") classes.add(mark.kind === "statement" ? "is-" + status : "has-" + status);
  }
  return h(
    "a",
    {
      class: [...classes].join(" "),
      href: format_address({ view: "read", article: article.data.id, item: (begins.length ? target : inner).id, params: context.address.params }),
      "data-items": piece.over.map((mark) => mark.id).join(" "),
      id: begins.length ? "at-" + target.id : null,
      tabindex: begins.length ? null : -1,
    },
    piece.text,
  );
}

function clutter(context: Context, removed: Removed[]): HTMLElement {
  const { words, format } = context;
  const reasons = [...new Set(removed.map((one) => words.reasons[one.why] ?? one.why))].join(", ");
  return h("details", { class: "clutter", lang: format.language },
    h("summary", {}, words.removed_here(removed.length), h("span", { class: "note" }, " " + reasons)),
    h("ul", {}, removed.map((one) =>
      h("li", {}, h("span", { class: "why" }, words.reasons[one.why] ?? one.why), " ",
        one.text ? bdi(clip(one.text, 600)) : h("span", { class: "note" }, words.bytes(one.source[0], one.source[1]))))));
}

function diagnostics(context: Context, article: Article): HTMLElement | null {
  const list = article.data.diagnostics ?? [];
  if (list.length === 0) return null;
  return h("details", { class: "clutter", lang: context.format.language }, h("summary", {}, context.words.diagnostics(list.length)),
    h("ul", {}, list.slice(0, 50).map((one) => h("li", {}, bdi(one.where + ": " + one.what)))));
}
