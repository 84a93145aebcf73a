// Every word of the page itself. Both languages fill the same form, so the compiler finds what is missing.
import type { View } from "./address";
import type { Relation, Status } from "./contract";
import type { FilterName } from "./filters";
import type { MarkKind } from "./spans";

export interface Summary {
  articles: number;
  outlets: number;
  origins: number;
  witnesses: number;
  claims: number;
  dates: string;
}

export interface Words {
  language: string;
  language_name: string;
  skip: string;
  dossier: string;
  main_menu: string;
  all_stories(count: number): string;
  views: Record<View, string>;
  summary(counts: Summary): string; // *bold* between stars
  most_disputed: string;
  most_corroborated: string;
  nothing_disputed: string;
  nothing_corroborated: string;
  all_of(count: number): string;
  the_articles: string;
  date: string;
  outlet: string;
  title: string;
  origin: string;
  cells: string;
  own_text: string;
  wire: string;
  undated: string;

  claims_lead: string;
  relation: string;
  relations: Record<Relation, string>;
  compared: string;
  kinds: Record<string, string>;
  weight(articles: number, origins: number, witnesses?: number): string;
  origins_count(origins: number): string;
  show_rest(count: number): string;
  outside_filter(count: number): string;
  unattributed: string;
  through: string;
  and_reprints(count: number): string;
  status: Record<Status, string>;
  because_of(words: string): string;
  to_the_words: string;

  figures_lead(figures: number, groups: number): string;
  every_figure: string;
  legend_value: string;
  legend_range: string;
  legend_bound: string;
  legend_hedged: string;
  legend_differ: string;
  log_axis: string;
  columns: Record<string, string>;
  categories: Record<string, string>;
  copy_csv: string;
  save_csv: string;
  copied: string;
  not_copied: string;

  speakers_lead(count: number): string;
  timeline_lead: string;
  some_time_in: string;
  band_label(articles: number, dates: string): string;
  band_caption: string;
  places_lead(places: number, movements: number): string;
  map_near: string;
  map_all: string;
  map_caption: string;
  movements: string;
  places_named: string;
  place: string;
  country: string;
  articles_head: string;
  mentions_head: string;
  where_named: string;
  unsaid_place: string;
  from_place: string;
  to_place: string;
  who: string;

  sources_lead(articles: number, origins: number): string;
  wire_of(articles: number): string;
  credited(agency: string): string;
  only_here(count: number): string;
  left_out(count: number): string;
  side_by_side: string;
  compare_with(outlet: string): string;
  copied_share(percent: number): string;

  articles_count(count: number): string;
  cell: string;
  panel_hint: string;
  close: string;
  also_here: string;
  see_in: string;
  back_to(view: string): string;
  only_this_origin: string;
  marked_kinds: string;
  mark_kinds: Record<MarkKind, string>;
  mark_kind: Record<MarkKind, string>;
  forms: Record<string, string>;
  reprint_of(articles: number): string;
  date_basis: Record<string, string>;
  removed_here(count: number): string;
  reasons: Record<string, string>;
  bytes(begin: number, end: number): string;
  diagnostics(count: number): string;
  who_says: string;
  via: string;
  hedges: string;
  form: string;
  what: string;
  means: string;
  not_resolved: string;
  when: string;
  role: string;
  as_written: string;
  cue: string;
  name: string;
  aliases: string;
  coordinates: string;

  search: string;
  search_hint: string;
  narrow: string;
  filters: Record<FilterName, string>;
  any: string;
  remove_filter(name: string): string;
  clear_filters: string;
  nothing_passes: string;
  nothing_found: string;
  theme: string;
  themes: Record<"auto" | "light" | "dark", string>;
  interface_language: string;
  made_by: string;
  week(week: number, year: string): string;
  day_parts: Record<string, string>;
}
