// What has been corrected by hand: what waits here to be saved, and what became of the lines of the last run.
import { nothing, view_heading } from "../cells";
import type { Context, Drawn } from "../context";
import { served } from "../corrections";
import { bdi, clip, h } from "../dom";
import { described, undo_button } from "./correct";

export function corrections(context: Context): Drawn {
  const { words, desk, model } = context;
  const reports = model.dossier.corrections ?? [];
  const author = h("input", { type: "text", value: desk.author, autocomplete: "name", change: (event) => (desk.author = (event.target as HTMLInputElement).value.trim()) });
  const element = h(
    "div",
    { class: "corrections" },
    view_heading(words.views.corrections, served() ? words.corrections_lead_served : words.corrections_lead),
    h("p", {}, h("label", {}, words.author, " ", author)),
    desk.list.length
      ? h("section", {},
          h("h3", {}, words.waiting_to_be_saved(desk.unsaved)),
          h("ul", { class: "waiting" }, desk.list.map((correction) =>
            h("li", {}, ...described(context, correction), " ", desk.is_saved(correction) ? h("span", { class: "note" }, words.is_saved) : undo_button(context, correction)))),
          h("p", { class: "correct-row" },
            h("button", { type: "button", class: "main-button", disabled: desk.unsaved === 0, click: () => void save(context) }, served() ? words.write_corrections : words.save_corrections)))
      : null,
    reports.length
      ? h("section", {},
          h("h3", {}, words.last_run),
          h("ul", { class: "reports" }, reports.map((report) =>
            h("li", { class: "is-" + report.state }, words.line_of(report.line), " ", h("strong", {}, words.report_states[report.state] ?? report.state), report.what ? h("span", { class: "note" }, " ", bdi(clip(report.what, 300))) : null))))
      : null,
    desk.list.length || reports.length ? null : nothing(context),
  );
  return { element };
}

async function save(context: Context): Promise<void> {
  const done = await context.desk.save();
  context.say(done ? (served() ? context.words.corrections_written : context.words.corrections_saved) : context.words.corrections_failed);
}
