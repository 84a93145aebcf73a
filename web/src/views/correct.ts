// Correcting by hand, where the words stand: reject or confirm a cell, fix one of its values, say that two names are
// one or one name two.
import { cell_address, CellAddress, Correction, entity_address, Value } from "../corrections";
import type { Context } from "../context";
import type { DossierEntity, Entity, EventItem, Figure, Mention, Movement, Statement, TimeItem } from "../contract";
import { bdi, Child, clip, h } from "../dom";
import type { Article } from "../model";
import type { Marked } from "../spans";

const longest_list = 400; // names offered to merge with

interface Field {
  name: string;
  value: Value;
  choices?: readonly string[]; // the only values it may have
  number?: boolean;
}

const statuses = ["asserted", "hedged", "planned", "denied", "questioned"];
const bounds = ["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"];
const entity_kinds = ["person", "organisation", "place", "group", "media", "other"];

export function correct_box(context: Context, article: Article, chosen: Marked): HTMLElement | null {
  const { words, desk } = context;
  const address = cell_address(article, chosen.kind, chosen.item);
  if (!address) return null;
  const waiting = desk.of_cell(address);
  return h(
    "details",
    { class: "correct", open: waiting.length > 0 },
    h("summary", {}, words.correct),
    waiting.length ? h("ul", { class: "waiting" }, waiting.map((one) => h("li", {}, ...described(context, one), " ", undo_button(context, one)))) : null,
    h("p", { class: "correct-row" },
      button(words.reject_cell, () => desk.add({ op: "reject", cell: address })),
      button(words.confirm_cell, () => desk.add({ op: "confirm", cell: address }))),
    fix_form(context, fields_of(context, article, chosen), (field, value) => desk.add({ op: "fix", cell: address, field: field.name, old: field.value, new: value })),
    chosen.kind === "place" || chosen.kind === "name" ? name_tools(context, article, chosen.item as Mention) : null,
  );
}

export function undo_button(context: Context, correction: Correction): HTMLElement {
  return h("button", { type: "button", class: "plain", click: () => context.desk.remove(correction) }, context.words.undo);
}

function button(label: string, click: () => void): HTMLElement {
  return h("button", { type: "button", class: "plain", click }, label);
}

function fields_of(context: Context, article: Article, { kind, item }: Marked): Field[] {
  const entity = (id: string | null | undefined): Value => article.entity(id)?.name ?? null;
  const claimed = (one: Statement | Figure | Movement | EventItem): Field[] => [
    { name: "speaker", value: one.attribution?.[0]?.name ?? null },
    { name: "role", value: one.attribution?.[0]?.role ?? null },
    { name: "status", value: one.status, choices: statuses },
    { name: "time", value: one.time ?? null },
  ];
  if (kind === "statement") return [...claimed(item as Statement), { name: "form", value: (item as Statement).form, choices: ["direct", "indirect", "mixed"] }];
  if (kind === "figure") {
    const figure = item as Figure;
    return [
      { name: "min", value: figure.min, number: true }, { name: "max", value: figure.max, number: true },
      { name: "bound", value: figure.bound, choices: bounds }, { name: "unit", value: figure.unit ?? null }, { name: "what", value: figure.what ?? null },
      { name: "category", value: figure.category, choices: Object.keys(context.words.categories) },
      { name: "place", value: entity(figure.place), choices: ["", ...(article.data.entities ?? []).map((one) => one.name)] }, ...claimed(figure),
    ];
  }
  if (kind === "movement") {
    const movement = item as Movement;
    return [...(["who", "from", "to"] as const).map((name) => ({ name, value: movement[name]?.text ?? null })), ...claimed(movement)];
  }
  if (kind === "event") {
    const event = item as EventItem;
    return [
      { name: "type", value: event.type, choices: Object.keys(context.words.event_types) },
      ...(["actor", "target"] as const).map((name) => ({ name, value: event[name]?.text ?? null })),
      { name: "place", value: entity(event.place), choices: ["", ...(article.data.entities ?? []).map((one) => one.name)] }, ...claimed(event),
    ];
  }
  if (kind === "time") return [{ name: "value", value: (item as TimeItem).value }, { name: "type", value: (item as TimeItem).type, choices: ["date", "time", "duration", "set"] }];
  if (kind === "place" || kind === "name") return [{ name: "use", value: (item as Mention).use ?? null, choices: entity_kinds }];
  return [];
}

function fix_form(context: Context, fields: Field[], take: (field: Field, value: Value) => void): HTMLElement | null {
  const { words } = context;
  const first = fields[0];
  if (!first) return null;
  let field = first;
  const holder = h("span", {});
  const draw = (): void => holder.replaceChildren(value_input(context, field));
  const choose = h("select", { "aria-label": words.field, change: (event) => {
    field = fields.find((one) => one.name === (event.target as HTMLSelectElement).value) ?? first;
    draw();
  } }, fields.map((one) => h("option", { value: one.name }, words.fields[one.name] ?? one.name)));
  draw();
  return h(
    "form",
    {
      class: "correct-row",
      submit: (event) => {
        event.preventDefault();
        const text = holder.querySelector<HTMLInputElement | HTMLSelectElement>("input, select")?.value.trim() ?? "";
        const value = text === "" ? null : field.number ? Number(text) : text;
        if (value !== field.value) take(field, value);
      },
    },
    choose, holder, h("button", { type: "submit", class: "plain" }, words.fix_value),
  );
}

function value_input({ words }: Context, field: Field): HTMLElement {
  const label = words.new_value(words.fields[field.name] ?? field.name);
  if (field.choices)
    return h("select", { "aria-label": label }, field.choices.map((choice) => h("option", { value: choice, selected: choice === (field.value ?? "") }, value_text(words, field.name, choice || null))));
  return h("input", { type: field.number ? "number" : "text", step: "any", value: field.value ?? "", "aria-label": label, autocomplete: "off" });
}

// A value as the page says it elsewhere; words out of articles as they are.
export function value_text(words: Context["words"], field: string, value: Value | undefined): string {
  if (value === null || value === undefined || value === "") return words.no_value;
  const known: Record<string, Record<string, string>> = { status: words.status, form: words.forms, category: words.categories, use: words.entity_kinds, kind: words.entity_kinds, bound: words.bounds };
  return known[field]?.[String(value)] ?? String(value);
}

// One name in all articles: rejected, joined to another of its kind, or parted by articles.
function name_tools(context: Context, article: Article, mention: Mention): HTMLElement | null {
  const { words, model, desk } = context;
  const entity = model.dossier_entity(article, mention.entity);
  if (!entity) return null;
  const others = (model.dossier.entities ?? []).filter((other) => other !== entity && other.kind === entity.kind).slice(0, longest_list);
  return h(
    "div",
    { class: "name-tools" },
    h("h3", {}, words.this_name, " ", bdi(clip(entity.name, 80))),
    h("p", { class: "correct-row" }, button(words.reject_name, () => desk.add({ op: "reject", entity: entity_address(entity) }))),
    others.length ? merge_form(context, entity, others) : null,
    split_form(context, entity),
  );
}

function merge_form(context: Context, entity: DossierEntity, others: readonly DossierEntity[]): HTMLElement {
  const { words, desk } = context;
  const choose = h("select", { "aria-label": words.same_as }, [...others].sort((a, b) => a.name.localeCompare(b.name)).map((other) => h("option", { value: other.id }, clip(other.name, 60))));
  return h("form", {
    class: "correct-row",
    submit: (event) => {
      event.preventDefault();
      const other = others.find((one) => one.id === choose.value);
      if (other) desk.add({ op: "merge", entities: [entity_address(entity), entity_address(other)] });
    },
  }, h("label", {}, words.same_as, " ", choose), h("button", { type: "submit", class: "plain" }, words.merge_names));
}

function split_form(context: Context, entity: DossierEntity): HTMLElement | null {
  const { words, model, desk } = context;
  const ids = entity_address(entity).articles;
  if (ids.length < 2) return null;
  const boxes = ids.map((id) => h("input", { type: "checkbox", value: id }));
  return h(
    "details",
    { class: "split" },
    h("summary", {}, words.split_name),
    h("form", {
      submit: (event) => {
        event.preventDefault();
        const other = boxes.filter((box) => box.checked).map((box) => box.value);
        const rest = ids.filter((id) => !other.includes(id));
        if (other.length && rest.length) desk.add({ op: "split", entity: { kind: entity.kind, name: entity.name }, parts: [{ articles: rest }, { articles: other }] });
      },
    },
    h("ul", {}, boxes.map((box) => {
      const article = model.article_of(box.value);
      return h("li", {}, h("label", {}, box, " ", bdi(article ? clip(article.outlet + " – " + (article.data.title ?? article.data.source_name), 90) : box.value)));
    })),
    h("button", { type: "submit", class: "plain" }, words.split_these)),
  );
}

// What a correction says, for people; its words lead to the article where there is a cell.
export function described(context: Context, correction: Correction): Child[] {
  const { words } = context;
  const place = correction.cell ? cell_words(context, correction.cell) : null;
  switch (correction.op) {
    case "fix":
      return [place, ": ", words.fields[correction.field ?? ""] ?? correction.field ?? "", " ", bdi(value_text(words, correction.field ?? "", correction.old)), " → ", h("strong", {}, bdi(value_text(words, correction.field ?? "", correction.new)))];
    case "merge":
      return [words.merged, " ", ...names(correction.entities ?? [])];
    case "split":
      return [words.parted, " ", bdi(correction.entity?.name ?? ""), " (", (correction.parts ?? []).map((part) => part.articles.length).join(" + "), ")"];
    case "part":
      return [words.parted_claim, " ", bdi(clip(correction.cluster?.parts?.[1]?.[0]?.text ?? "", 80))];
    default: {
      const what = correction.op === "reject" ? words.rejected : words.confirmed;
      if (correction.entity) return [what, " ", bdi(correction.entity.name)];
      if (correction.cluster) return [what, " ", bdi(clip(correction.cluster.members?.[0]?.text ?? "", 80))];
      return [what, " ", place];
    }
  }
}

function names(entities: readonly { name: string }[]): Child[] {
  return entities.flatMap((entity, index) => [index ? " = " : null, bdi(entity.name)]);
}

function cell_words(context: Context, cell: CellAddress): HTMLElement {
  const id = context.model.item_at(cell);
  const text = bdi("«" + clip(cell.text.replace(/\s+/g, " "), 80) + "»");
  return id ? h("a", { href: "#/read/" + encodeURIComponent(cell.article) + "/" + id, class: "words" }, text) : text;
}

// «by hand: at least 4 → 5 (A. Morel, 20 November)» of a cell that an earlier run has corrected.
export function hand_notes(context: Context, item: { rejected?: boolean; corrected?: Entity["corrected"] }): HTMLElement | null {
  const marks = Object.entries(item.corrected ?? {});
  if (marks.length === 0) return null;
  const { words, format } = context;
  return h("ul", { class: "by-hand" }, marks.map(([field, mark]) => {
    const signed = [mark.author, mark.date ? format.date(mark.date, true) : null, mark.note].filter(Boolean).join(", ");
    const what: Child[] = field === "rejected" ? [words.rejected] : field === "confirmed" ? [words.confirmed]
      : [words.fields[field] ?? field, " ", bdi(value_text(words, field, mark.old)), " → ", bdi(value_text(words, field, mark.new))];
    return h("li", {}, words.by_hand, " ", what, signed ? h("span", { class: "note" }, " (", bdi(clip(signed, 160)), ")") : null);
  }));
}
