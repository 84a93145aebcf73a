// The frame around the views: title, menu, search, filters, switches.
import { format_address, View, views } from "./address";
import { Context, link } from "./context";
import type { Story } from "./contract";
import { bdi, clip, h } from "./dom";
import { filter_names, FilterName } from "./filters";
import type { Model } from "./model";
import type { Theme } from "./settings";
import type { Words } from "./words";

export interface Shell {
  main: HTMLElement;
  update(context: Context): void;
}

export interface Switches {
  theme: Theme;
  set_theme(theme: Theme): void;
  set_language(language: string): void;
}

const most_stories = 6; // offered under the title; the filters have all
const longest_list = 400; // entries of a filter's list

export function make_shell(context: Context, switches: Switches): Shell {
  const { words } = context;
  const menu = h("nav", { class: "menu", "aria-label": words.main_menu });
  const filters = h("div", { class: "filters" });
  const chips = h("div", { class: "chips" });
  const main = h("main", { id: "main", tabindex: -1 });
  const title = h("h1", { dir: "auto" });
  const stories = h("nav", { class: "stories", "aria-label": words.filters.story });
  let now = context;
  const search = search_box(() => now);
  const panel = h("details", { class: "filter-box" }, h("summary", {}, words.narrow), filters);
  const skip = h("a", { class: "skip", href: "#main", click: (event) => (event.preventDefault(), main.focus()) }, words.skip);
  document.body.replaceChildren(
    skip,
    h("header", { class: "masthead" },
      h("div", { class: "masthead-top" }, h("p", { class: "kicker" }, words.dossier), switch_bar(context, switches)),
      title,
      stories),
    h("div", { class: "bar" }, menu, h("div", { class: "bar-tools" }, search.form, panel)),
    chips,
    main,
    h("footer", { class: "colophon" }, words.made_by),
  );
  const shut = (): void => {
    panel.open = false;
  };
  document.onclick = (event) => {
    if (panel.open && !panel.contains(event.target as Node)) shut();
  };
  // Escape shuts what lies open: the filters, then the cell beside an article. «/» goes to the search.
  document.onkeydown = (event) => {
    const typing = (event.target as Element).closest("input, select, textarea") !== null;
    if (event.key === "Escape" && panel.open) {
      shut();
      panel.querySelector("summary")?.focus();
    } else if (event.key === "Escape" && now.address.item && !typing) {
      location.hash = format_address({ ...now.address, item: undefined });
    } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.form.querySelector("input")?.focus();
    }
  };
  panel.addEventListener("toggle", () => panel.open && filters.replaceChildren(...filter_fields(now)));
  return {
    main,
    update(next) {
      now = next;
      title.textContent = clip(title_of(next.model, next.words, next.filters.get("story")), 220);
      stories.replaceChildren(...(next.address.view === "overview" ? story_choices(next) : []));
      menu.replaceChildren(...views.map((view) => menu_item(next, view)));
      document.body.dataset["view"] = next.address.view;
      const current = menu.querySelector<HTMLElement>("[aria-current]");
      if (current) menu.scrollLeft = current.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;
      search.show(next.filters.get("q"));
      // Redrawn under the reader's hand only where nothing in it has the focus.
      if (panel.open && !filters.contains(document.activeElement)) filters.replaceChildren(...filter_fields(next));
      chips.replaceChildren(...filter_chips(next));
    },
  };
}

// The chosen story's title, or that of the one most told.
export function title_of(model: Model, words: Words, chosen = ""): string {
  const stories = largest_first(model);
  const story = stories.find((one) => one.id === chosen) ?? stories[0];
  // No story stands for a folder in which it is one of many.
  if (story && story.id !== chosen && stories.length > 1 && story.articles.length * 2 < model.articles.length) return words.all_stories(stories.length);
  return story?.title || model.articles[0]?.data.title || "Recoupe";
}

function largest_first(model: Model): Story[] {
  return [...(model.dossier.stories ?? [])].sort((a, b) => b.articles.length - a.articles.length);
}

// One folder may hold several stories: each is one click away, and all of them together another.
function story_choices(context: Context): HTMLElement[] {
  const { words, model, filters } = context;
  const stories = largest_first(model);
  if (stories.length < 2) return [];
  const choice = (id: string, label: string, count: number): HTMLElement =>
    h("a", { class: "choice", href: link(context, "overview", { story: id }), "aria-current": filters.get("story") === id ? "true" : null },
      bdi(clip(label, 70)), h("span", { class: "count" }, " " + count));
  return [choice("", words.all_stories(stories.length), model.articles.length), ...stories.slice(0, most_stories).map((story) => choice(story.id, story.title, story.articles.length))];
}

function menu_item(context: Context, view: View): HTMLElement {
  const waiting = view === "corrections" ? context.desk.unsaved : 0;
  return h("a", { href: link(context, view, view === "read" ? { back: "" } : {}), "aria-current": context.address.view === view ? "page" : null, "data-name": context.words.views[view] },
    context.words.views[view], waiting ? h("span", { class: "count" }, " " + waiting) : null);
}

function search_box(context: () => Context): { form: HTMLElement; show(text: string): void } {
  const { words } = context();
  let timer = 0;
  const apply = (): void => {
    const { address, go } = context();
    go(format_address({ ...address, params: { ...address.params, q: input.value.trim(), cell: "" } }));
  };
  const input = h("input", {
    type: "search", name: "q", placeholder: words.search_hint, "aria-label": words.search, autocomplete: "off", spellcheck: "false",
    input: () => {
      clearTimeout(timer);
      timer = window.setTimeout(apply, 180);
    },
  });
  const form = h("form", { role: "search", submit: (event) => (event.preventDefault(), clearTimeout(timer), apply()) }, input);
  return {
    form,
    show(text) {
      if (document.activeElement !== input) input.value = text;
    },
  };
}

function filter_fields(context: Context): HTMLElement[] {
  return filter_names.filter((name) => name !== "q").flatMap((name) => {
    const { words, address, go, filters } = context;
    const set = (event: Event): void => {
      const value = (event.target as HTMLInputElement).value;
      go(format_address({ ...address, params: { ...address.params, [name]: value, cell: "" } }));
    };
    let field: HTMLElement;
    if (name === "from" || name === "to") {
      field = h("input", { type: "date", value: filters.get(name), change: set });
    } else {
      const options = choices(context, name);
      if (options.length < 2 && !filters.get(name)) return [];
      field = h("select", { change: set }, h("option", { value: "" }, words.any),
        options.map(([value, label]) => h("option", { value, selected: value === filters.get(name) }, clip(label, 60))));
    }
    return [h("label", {}, h("span", {}, words.filters[name]), field)];
  });
}

function choices(context: Context, name: FilterName): [string, string][] {
  const { model, words } = context;
  switch (name) {
    case "story":
      return (model.dossier.stories ?? []).map((story) => [story.id, story.title]);
    case "outlet":
      return [...new Set(model.articles.map((article) => article.outlet))].sort((a, b) => a.localeCompare(b)).slice(0, longest_list).map((outlet) => [outlet, outlet]);
    case "origin":
      return model.origins.slice(0, longest_list).map((origin) => [origin.id, origin_label(context, origin.id)]);
    case "speaker":
      return model.speakers.slice(0, longest_list).map((speaker) => [speaker.key, `${speaker.name} (${speaker.claims.length})`]);
    case "status":
      return ["asserted", "hedged", "planned", "denied", "questioned"].map((status) => [status, words.status[status as "asserted"]]);
    case "kind":
      return ["statement", "figure", "movement", "event"].map((kind) => [kind, words.kinds[kind] as string]);
    default:
      return [];
  }
}

function origin_label(context: Context, id: string): string {
  const { model, words } = context;
  const origin = model.origins.find((one) => one.id === id);
  if (!origin) return id;
  const first = model.article_of(origin.articles[0] ?? "")?.outlet ?? id;
  return origin.articles.length > 1 ? `${words.wire} ${origin.agency ?? first} (${origin.articles.length})` : first;
}

function label_of(context: Context, name: FilterName): string {
  const { model, filters, format, words } = context;
  const value = filters.get(name);
  if (name === "speaker") return model.speakers.find((speaker) => speaker.key === value)?.name ?? value;
  if (name === "origin") return origin_label(context, value);
  if (name === "story") return model.dossier.stories?.find((story) => story.id === value)?.title ?? value;
  if (name === "status") return words.status[value as "asserted"] ?? value;
  if (name === "kind") return words.kinds[value] ?? value;
  return name === "from" || name === "to" ? format.date(value) : value;
}

function filter_chips(context: Context): HTMLElement[] {
  const { words, filters, address } = context;
  const active = filters.active();
  const without = (names: readonly FilterName[]): string => {
    const params: Record<string, string> = { ...address.params, cell: "" };
    for (const name of names) delete params[name];
    return format_address({ ...address, params });
  };
  const chips = active.map((name) =>
    h("a", { class: "chip", href: without([name]) },
      h("span", { class: "chip-name" }, words.filters[name] + " "), bdi(clip(label_of(context, name), 50)),
      h("span", { "aria-hidden": "true", class: "chip-x" }, " ×"), h("span", { class: "unseen" }, " — " + words.remove_filter(words.filters[name]))));
  if (active.length > 1) chips.push(h("a", { class: "chip is-clear", href: without(active) }, words.clear_filters));
  return chips;
}

function switch_bar(context: Context, switches: Switches): HTMLElement {
  const { words } = context;
  const theme = h("select", { "aria-label": words.theme, change: (event) => switches.set_theme((event.target as HTMLSelectElement).value as Theme) },
    (["auto", "light", "dark"] as const).map((name) => h("option", { value: name, selected: switches.theme === name }, words.themes[name])));
  const language = (code: string, name: string): HTMLElement =>
    h("button", { type: "button", lang: code, "aria-pressed": String(words.language === code), click: () => switches.set_language(code) }, name);
  return h("div", { class: "switches" },
    h("span", { role: "group", "aria-label": words.interface_language, class: "languages" }, language("fr", "Français"), language("en", "English")),
    theme);
}
