// Reads the data, listens to the address, draws the view that it names.
import { Address, format_address, parse_address } from "./address";
import type { Context, Drawn } from "./context";
import { Desk, version_of } from "./corrections";
import { h } from "./dom";
import { Filters } from "./filters";
import { Format } from "./format";
import { forget_lists } from "./lazy";
import { load_model } from "./model";
import { apply_theme, first_language, store, stored, Theme } from "./settings";
import { make_shell, Shell, title_of } from "./shell";
import { claims } from "./views/claims";
import { corrections } from "./views/corrections";
import { figures } from "./views/figures";
import { overview } from "./views/overview";
import { places } from "./views/places";
import { reader, Reader } from "./views/reader";
import { sources } from "./views/sources";
import { speakers } from "./views/speakers";
import { timeline } from "./views/timeline";
import type { Words } from "./words";
import { english } from "./words.en";
import { french } from "./words.fr";

const views = { overview, claims, figures, speakers, timeline, places, sources, read: reader, corrections };

class App {
  private readonly model = load_model();
  private words!: Words;
  private format!: Format;
  private shell!: Shell;
  private readonly status = h("p", { class: "notice", role: "status", "aria-live": "polite" });
  private theme = (stored("theme") ?? "auto") as Theme;
  private readonly desk = new Desk(version_of(document.getElementById("dossier")?.textContent ?? ""), () => this.corrected());
  private shown: { address: Address; drawn: Drawn } | null = null;

  start(): void {
    apply_theme(this.theme);
    this.set_language(first_language());
    window.addEventListener("hashchange", () => this.show());
  }

  private set_language(language: string): void {
    this.words = language === "fr" ? french : english;
    this.format = new Format(language, this.words);
    document.documentElement.lang = language;
    this.shell = make_shell(this.context(parse_address(location.hash)), {
      theme: this.theme,
      set_theme: (theme) => {
        this.theme = theme;
        store("theme", theme);
        apply_theme(theme);
      },
      set_language: (code) => {
        store("language", code);
        this.set_language(code);
      },
    });
    document.body.append(this.status);
    this.shown = null;
    this.show();
  }

  private context(address: Address): Context {
    return {
      model: this.model,
      filters: new Filters(address.params),
      address,
      words: this.words,
      format: this.format,
      desk: this.desk,
      say: (message) => this.say(message),
      go: (hash) => {
        // Typing and choosing filters leave no trail of single letters in the history.
        history.replaceState(null, "", hash);
        this.show();
      },
    };
  }

  private say(message: string): void {
    this.status.textContent = message;
    setTimeout(() => this.status.textContent === message && (this.status.textContent = ""), 4000);
  }

  // The text at hand stays as it is; what tells of corrections is drawn anew, and the focus stays near the hand.
  private corrected(): void {
    const drawn = this.shown?.drawn;
    const context = this.context(parse_address(location.hash));
    this.shell.update(context);
    if (drawn && "select" in drawn) (drawn as Reader).select(context, context.address.item);
    else this.show();
    if (document.activeElement === document.body) this.shell.main.querySelector<HTMLElement>(".correct summary, .waiting button, #view-title")?.focus();
    this.say(this.words.noted);
  }

  private show(): void {
    const address = parse_address(location.hash);
    const context = this.context(address);
    const before = this.shown;
    this.shell.update(context);
    document.title = this.words.views[address.view] + " – " + title_of(this.model, this.words, address.params["story"]);
    if (before && this.only_selects(before.address, address)) {
      (before.drawn as Reader).select(context, address.item);
      this.shown = { address, drawn: before.drawn };
      this.to_words(address.item);
      return;
    }
    forget_lists();
    const drawn: Drawn = views[address.view](context);
    this.shell.main.replaceChildren(drawn.element);
    this.shown = { address, drawn };
    if (address.view === "read" && address.item) this.to_words(address.item);
    else if (address.params["cell"]) this.to_cell(address.params["cell"]);
    else if (before && before.address.view !== address.view) this.to_top();
    else if (before && address.article !== before.address.article) this.to_top();
  }

  // A click within the article at hand moves the mark; the text stays as it is.
  private only_selects(before: Address, after: Address): boolean {
    const same = (address: Address): string => format_address({ ...address, item: undefined, params: { ...address.params, back: "" } });
    return before.view === "read" && after.view === "read" && after.article !== undefined && "select" in (this.shown?.drawn ?? {}) && same(before) === same(after);
  }

  private to_top(): void {
    window.scrollTo(0, 0);
    document.getElementById("view-title")?.focus({ preventScroll: true });
  }

  private to_words(item: string | undefined): void {
    if (!item) return;
    const words = this.shell.main.querySelector<HTMLElement>(`.sheet [data-items~="${CSS.escape(item)}"]`);
    if (!words) return;
    bring_into_sight(words);
    if (!words.contains(document.activeElement)) words.focus({ preventScroll: true });
  }

  // Back from the words: the cell that led there is drawn, in sight and has the focus.
  private to_cell(cell: string): void {
    this.shown?.drawn.reveal?.(cell);
    const found = this.shell.main.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`);
    if (!found) return this.to_top();
    const marked = found.closest<HTMLElement>("tr, .version, .plot-row, .event, .card, .origin") ?? found;
    marked.classList.add("is-found");
    bring_into_sight(found);
    found.focus({ preventScroll: true });
  }
}

function bring_into_sight(element: HTMLElement): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top >= 120 && bottom <= window.innerHeight - 60) return;
  element.scrollIntoView({ block: height > window.innerHeight / 2 ? "start" : "center" });
}

new App().start();
