import type { Desk } from "./corrections";
import type { Address, View } from "./address";
import { format_address } from "./address";
import type { Filters } from "./filters";
import type { Format } from "./format";
import type { Model } from "./model";
import type { Words } from "./words";

// What a view is given. A view returns its element; it knows neither the other views nor the frame.
export interface Context {
  readonly model: Model;
  readonly filters: Filters;
  readonly address: Address;
  readonly words: Words;
  readonly format: Format;
  readonly desk: Desk;
  say(message: string): void; // to screen readers and as a short notice
  go(hash: string): void;
}

// What a view gives back: its element and, where it lists cells, how to bring one into sight.
export interface Drawn {
  element: HTMLElement;
  reveal?: (cell: string) => void;
}

// Parameters that narrow what is shown go along from view to view; those of one view stay there.
const of_one_view = ["cell", "sort", "relation", "a", "b", "back", "days"];

export function link(context: Context, view: View, changes: Record<string, string> = {}): string {
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(context.address.params))
    if (view === context.address.view ? key !== "cell" : !of_one_view.includes(key)) params[key] = value;
  return format_address({ view, params: { ...params, ...changes } });
}

// To the words of a cell; remembers which view to come back to.
export function link_to_words(context: Context, article: string, item?: string): string {
  const params = { ...context.address.params };
  for (const key of of_one_view) if (key !== "back") delete params[key];
  if (context.address.view !== "read") params["back"] = context.address.view;
  return format_address({ view: "read", article, item, params });
}
