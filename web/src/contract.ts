// What stands in the page's data blocks: dossier.json and the lines of articles.jsonl, as docs/formats.md says.
// Everything that the format allows to be unknown is optional or null here, so that the compiler asks each
// view what it does then.

export type Status = "asserted" | "hedged" | "planned" | "denied" | "questioned";
export type Span = [number, number]; // code points of Article.text

export interface Outlet {
  name: string;
  domain?: string | null;
  country?: string | null;
  kind?: string | null;
}

export interface Published {
  value: string | null;
  basis: string;
  from: string | null;
  to: string | null;
}

// What a user's own hand has set: the field was `old`.
export interface HandMark {
  old?: string | number | null;
  new?: string | number | null;
  note?: string;
  author?: string;
  date?: string;
}

export interface Entity {
  id: string;
  kind: string;
  name: string;
  aliases?: string[];
  role?: string | null;
  ids?: Record<string, string>;
  country?: string | null;
  lat?: number | null;
  lon?: number | null;
  rejected?: boolean;
  corrected?: Record<string, HandMark>;
}

export interface Placed {
  span: Span;
  source?: Span; // bytes of the original
  text: string;
  rejected?: boolean; // by hand: it stays in the article, and counts nowhere
  corrected?: Record<string, HandMark>;
}

export interface Mention extends Placed {
  entity: string | null;
  use?: string;
}

export interface TimeItem extends Placed {
  type: string;
  value: string | null;
}

export interface Attribution {
  name: string | null;
  entity?: string | null;
  role?: string | null;
  mention?: string | null;
  cue?: string | null;
}

export interface Statement extends Placed {
  id: string;
  form: "direct" | "indirect" | "mixed";
  attribution?: Attribution[];
  status: Status;
  hedges?: string[];
  time?: string | null;
}

export interface Figure extends Placed {
  id: string;
  min: number | null;
  max: number | null;
  bound: string;
  unit?: string | null;
  what?: string | null;
  category: string;
  place?: string | null;
  time?: string | null;
  attribution?: Attribution[];
  status: Status;
  hedges?: string[];
}

export interface Part {
  text: string;
  entity?: string | null;
}

export interface Movement extends Placed {
  id: string;
  who?: Part | null;
  from?: Part | null;
  to?: Part | null;
  figure?: string | null;
  time?: string | null;
  attribution?: Attribution[];
  status: Status;
}

// One happening, in a type of PLOVER.
export interface EventItem extends Placed {
  id: string;
  type: string;
  actor?: Part | null;
  target?: Part | null;
  place?: string | null;
  time?: string | null;
  casualties?: string[];
  attribution?: Attribution[];
  status: Status;
}

export interface Removed {
  source: Span;
  why: string;
  text?: string | null;
  at?: number | null; // code points of Article.text: where it stood
}

export interface ArticleData {
  id: string;
  source_name: string;
  url?: string | null;
  outlet?: Outlet | null;
  title: string | null;
  authors?: string[];
  language: string | null;
  published?: Published | null;
  text: string;
  removed?: Removed[];
  entities?: Entity[];
  mentions?: Mention[];
  times?: TimeItem[];
  statements?: Statement[];
  figures?: Figure[];
  movements?: Movement[];
  events?: EventItem[];
  diagnostics?: { where: string; what: string }[];
}

export interface Passage {
  a: string;
  b: string;
  a_source: Span;
  b_source: Span;
  a_span?: Span;
  b_span?: Span;
}

export interface Origin {
  id: string;
  articles: string[];
  kind: string;
  agency?: string | null;
  passages?: Passage[];
}

export interface DossierEntity extends Entity {
  members: { article: string; entity: string }[];
}

export type ClusterKind = "statement" | "figure" | "movement" | "event" | "time";
export type Relation = "same" | "agree" | "compatible" | "differ" | "single";

export interface ClusterData {
  id: string;
  kind: ClusterKind;
  label: string;
  relation: Relation;
  why?: string | null;
  articles?: number;
  origins?: number;
  witnesses?: number;
  members: { article: string; claim: string; origin?: string | null; speaker?: string | null }[];
}

export interface Story {
  id: string;
  title: string;
  articles: string[];
  from?: string | null;
  to?: string | null;
}

export interface DossierData {
  recoupe: number;
  stories?: Story[];
  origins?: Origin[];
  entities?: DossierEntity[];
  clusters?: ClusterData[];
  timeline?: { date: string; cluster: string }[];
  corrections?: { line: number; state: string; what: string | null }[];
}

// The lines behind the map: each its first longitude and latitude, then steps, in thousandths of a degree.
export interface OutlineView {
  box: [number, number, number, number]; // west, south, east, north
  coast: number[][];
  border: number[][];
}

export interface Outlines {
  views: OutlineView[];
}
