import { Context } from "./context";
import { h } from "./dom";

// RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it, unless it is a
// plain number: the words come from articles, and articles are written by anybody.
export function csv(rows: readonly (string | number | null)[][]): string {
  return rows.map((row) => row.map(csv_cell).join(",")).join("\r\n") + "\r\n";
}

function csv_cell(value: string | number | null): string {
  if (value === null) return "";
  let text = String(value);
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = "'" + text;
  return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

// Buttons that copy a table or save it as a file.
export function csv_buttons(context: Context, name: string, rows: () => (string | number | null)[][]): HTMLElement {
  const copy = async (): Promise<void> => {
    const done = await to_clipboard(csv(rows()));
    context.say(done ? context.words.copied : context.words.not_copied);
  };
  const save = (): void => {
    const url = URL.createObjectURL(new Blob(["\ufeff" + csv(rows())], { type: "text/csv;charset=utf-8" }));
    h("a", { href: url, download: name + ".csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return h(
    "span",
    { class: "csv-buttons" },
    h("button", { type: "button", class: "plain", click: () => void copy() }, context.words.copy_csv),
    h("button", { type: "button", class: "plain", click: save }, context.words.save_csv),
  );
}

async function to_clipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not every browser grants the clipboard to a page from disk; the old way works there.
    const area = h("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
