// The data as the views ask for them: read once from the page's data blocks, with every index built once.
import type {
  ArticleData, Attribution, ClusterData, DossierData, DossierEntity, Entity, EventItem, Figure, Movement, Origin, Outlines, Placed,
  Statement, Status, Story,
} from "./contract";
import type { CellAddress } from "./corrections";
import { fold } from "./dom";
import { Offsets } from "./offsets";

// A time is in a cluster too (whoever speaks of the same day), but nobody claims it: it is in no list of claims.
export type ClaimKind = "statement" | "figure" | "movement" | "event" | "time";

export interface Article {
  data: ArticleData;
  index: number;
  outlet: string; // its name; the file's where no outlet is known
  date: string; // ISO day; empty = unknown
  origin: Origin;
  stories: Story[];
  claims: Claim[];
  offsets(): Offsets;
  entity(id: string | null | undefined): Entity | undefined;
}

export interface Speaker {
  key: string; // the dossier's entity, or the folded name
  name: string;
  roles: string[];
  claims: Claim[];
}

export interface Claim {
  key: string; // "article/item", as the address has it
  id: string;
  kind: ClaimKind;
  item: Statement | Figure | Movement | EventItem | TimeClaim;
  article: Article;
  status: Status;
  speaker: Speaker | null;
  via: string[]; // media and persons between the speaker and the outlet, nearest to the speaker first
  clusters: Cluster[];
}

// A time expression in the shape of the claims.
export interface TimeClaim extends Placed {
  id: string;
  time: string | null;
  attribution: Attribution[];
}

export interface Cluster {
  data: ClusterData;
  claims: Claim[];
  origins: number;
  witnesses: number;
}

export interface Place {
  key: string;
  name: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  mentions: { article: Article; index: number }[];
  articles: number;
}

export class Model {
  readonly dossier: DossierData;
  readonly articles: Article[] = [];
  readonly claims: Claim[] = [];
  readonly clusters: Cluster[] = [];
  readonly origins: Origin[] = [];
  readonly speakers: Speaker[] = []; // most claims first
  readonly by_id = new Map<string, Article>();
  readonly claim_by_key = new Map<string, Claim>();
  readonly cluster_by_id = new Map<string, Cluster>();
  private readonly entities = new Map<string, DossierEntity>(); // by "article/entity"
  private readonly speaker_by_key = new Map<string, Speaker>();
  private readonly witness = new Map<string, string>(); // "article/claim" -> the dossier's speaker
  private readonly entity_by_id = new Map<string, DossierEntity>();
  private place_list: Place[] | null = null;

  constructor(dossier: DossierData, articles: ArticleData[], readonly outlines: Outlines) {
    this.dossier = dossier;
    for (const entity of dossier.entities ?? []) {
      this.entity_by_id.set(entity.id, entity);
      for (const member of entity.members) this.entities.set(member.article + "/" + member.entity, entity);
    }
    for (const cluster of dossier.clusters ?? [])
      for (const member of cluster.members)
        if (member.speaker) this.witness.set(member.article + "/" + member.claim, member.speaker);
    this.read_articles(articles);
    this.read_clusters();
    this.speakers.push(...this.speaker_by_key.values());
    this.speakers.sort((a, b) => b.claims.length - a.claims.length || a.name.localeCompare(b.name));
  }

  article_of(id: string): Article | undefined {
    return this.by_id.get(id);
  }

  // The whole story's name for an entity of one article.
  dossier_entity(article: Article, id: string | null | undefined): DossierEntity | undefined {
    return id ? this.entities.get(article.data.id + "/" + id) : undefined;
  }

  // Where an entity of one article lies: longitude and latitude.
  position(article: Article, id: string | null | undefined): [number, number] | null {
    for (const entity of [this.dossier_entity(article, id), article.entity(id)])
      if (entity && typeof entity.lat === "number" && typeof entity.lon === "number") return [entity.lon, entity.lat];
    return null;
  }

  places(): Place[] {
    this.place_list ??= this.read_places();
    return this.place_list;
  }

  private read_articles(articles: ArticleData[]): void {
    const origin_of = new Map<string, Origin>();
    for (const origin of this.dossier.origins ?? []) {
      this.origins.push(origin);
      for (const id of origin.articles) origin_of.set(id, origin);
    }
    for (const data of articles) {
      const own: Origin = { id: "own-" + data.id, articles: [data.id], kind: "own" };
      const article = make_article(data, this.articles.length, origin_of.get(data.id) ?? own);
      if (!origin_of.has(data.id)) this.origins.push(own);
      article.stories = (this.dossier.stories ?? []).filter((story) => story.articles.includes(data.id));
      this.articles.push(article);
      this.by_id.set(data.id, article);
      for (const item of data.statements ?? []) this.add_claim(article, "statement", item);
      for (const item of data.figures ?? []) this.add_claim(article, "figure", item);
      for (const item of data.movements ?? []) this.add_claim(article, "movement", item);
      for (const item of data.events ?? []) this.add_claim(article, "event", item);
    }
  }

  private add_claim(article: Article, kind: ClaimKind, item: Statement | Figure | Movement | EventItem): void {
    const chain = item.attribution ?? [];
    const key = article.data.id + "/" + item.id;
    const claim: Claim = {
      key,
      id: item.id,
      kind,
      item,
      article,
      status: item.status ?? "asserted",
      speaker: this.speaker(article, key, chain[0]),
      via: chain.slice(1).flatMap((link) => (link.name ? [link.name] : [])),
      clusters: [],
    };
    this.claim_by_key.set(key, claim);
    if (item.rejected) return; // the reader shows it; no list counts it
    claim.speaker?.claims.push(claim);
    article.claims.push(claim);
    this.claims.push(claim);
  }

  // The item of an article that a correction is about: "s1", "t2" …
  item_at({ article, kind, source }: CellAddress): string | null {
    const data = this.by_id.get(article)?.data;
    if (!data) return null;
    const at = (items: readonly Placed[] | undefined): number => (items ?? []).findIndex((item) => item.source?.[0] === source[0] && item.source[1] === source[1]);
    if (kind === "mention" || kind === "time") {
      const index = at(kind === "time" ? data.times : data.mentions);
      return index < 0 ? null : (kind === "time" ? "t" : "n") + (index + 1);
    }
    if (kind === "event") return data.events?.[at(data.events)]?.id ?? null;
    for (const items of [data.statements, data.figures, data.movements]) {
      const found = items?.[at(items)];
      if (found && (!kind || kind.startsWith(found.id.charAt(0)))) return found.id;
    }
    return null;
  }

  private speaker(article: Article, claim: string, link: Attribution | undefined): Speaker | null {
    const entity =
      this.dossier_entity(article, link?.entity) ?? this.entity_by_id.get(this.witness.get(claim) ?? "");
    const name = entity?.name ?? link?.name ?? link?.mention;
    if (!name) return null;
    const key = entity?.id ?? fold(name);
    let speaker = this.speaker_by_key.get(key);
    if (!speaker) this.speaker_by_key.set(key, (speaker = { key, name, roles: [], claims: [] }));
    const role = link?.role ?? article.entity(link?.entity)?.role;
    if (role && !speaker.roles.some((known) => fold(known) === fold(role))) speaker.roles.push(role);
    return speaker;
  }

  private read_clusters(): void {
    for (const data of this.dossier.clusters ?? []) {
      const claims: Claim[] = [];
      for (const member of data.members) {
        const claim = this.claim_by_key.get(member.article + "/" + member.claim) ?? this.time_claim(member.article, member.claim);
        if (claim) claims.push(claim);
      }
      if (claims.length === 0) continue;
      const cluster: Cluster = {
        data,
        claims,
        origins: data.origins ?? new Set(claims.map((claim) => claim.article.origin.id)).size,
        witnesses: data.witnesses ?? new Set(claims.flatMap((claim) => (claim.speaker ? [claim.speaker.key] : []))).size,
      };
      for (const claim of claims) claim.clusters.push(cluster);
      this.clusters.push(cluster);
      this.cluster_by_id.set(data.id, cluster);
    }
  }

  private time_claim(article_id: string, id: string): Claim | undefined {
    const article = this.by_id.get(article_id);
    const time = /^t\d+$/.test(id) ? article?.data.times?.[Number(id.slice(1)) - 1] : undefined;
    if (!article || !time) return undefined;
    const item: TimeClaim = { id, span: time.span, source: time.source, text: time.text, time: time.value, attribution: [] };
    const claim: Claim = { key: article_id + "/" + id, id, kind: "time", item, article, status: "asserted", speaker: null, via: [], clusters: [] };
    this.claim_by_key.set(claim.key, claim);
    return claim;
  }

  private read_places(): Place[] {
    const found = new Map<string, Place>();
    for (const article of this.articles) {
      (article.data.mentions ?? []).forEach((mention, index) => {
        const local = article.entity(mention.entity);
        if (!local || mention.rejected || local.rejected || (local.kind !== "place" && mention.use !== "place")) return;
        const whole = this.dossier_entity(article, mention.entity);
        const key = whole?.id ?? fold(local.name);
        let place = found.get(key);
        if (!place) found.set(key, (place = make_place(key, whole ?? local)));
        place.mentions.push({ article, index });
      });
    }
    for (const place of found.values())
      place.articles = new Set(place.mentions.map((mention) => mention.article.index)).size;
    return [...found.values()].sort(
      (a, b) => b.articles - a.articles || b.mentions.length - a.mentions.length || a.name.localeCompare(b.name),
    );
  }
}

function make_place(key: string, entity: Entity): Place {
  const is_country = Boolean(entity.ids?.["iso"]);
  return {
    key,
    name: entity.name,
    country: entity.country ?? "",
    latitude: is_country ? null : entity.lat ?? null, // a country's middle is nobody's place
    longitude: is_country ? null : entity.lon ?? null,
    mentions: [],
    articles: 0,
  };
}

function make_article(data: ArticleData, index: number, origin: Origin): Article {
  let offsets: Offsets | null = null;
  const entities = new Map((data.entities ?? []).map((entity) => [entity.id, entity]));
  return {
    data,
    index,
    outlet: data.outlet?.name || data.source_name.replace(/^.*\//, ""),
    date: (data.published?.value || data.published?.from || "").slice(0, 10),
    origin,
    stories: [],
    claims: [],
    offsets: () => (offsets ??= new Offsets(data.text)),
    entity: (id) => (id ? entities.get(id) : undefined),
  };
}

// The sentence around an item, for a list; cut where it grows long.
export function sentence_around(article: Article, item: Placed): string {
  const { text } = article.data;
  const [begin, end] = units(article, item);
  const before = text.slice(Math.max(0, begin - 160), begin);
  const after = text.slice(end, end + 160);
  const from = before.search(/(?:[^.!?…\n]|[.](?=\S))*$/);
  const stop = after.search(/[.!?…](?=\s|$)|\n/);
  const head = from > 0 || begin <= 160 ? before.slice(from) : "…" + before.replace(/^\S*\s/, "");
  const tail = stop >= 0 ? after.slice(0, stop + (after.charAt(stop) === "\n" ? 0 : 1)) : after.replace(/\s\S*$/, "") + (end + 160 < text.length ? "…" : "");
  return (head + text.slice(begin, end) + tail).trim();
}

// Where an item stands in its article's text, in UTF-16 units.
export function units(article: Article, item: Placed): [number, number] {
  const offsets = article.offsets();
  return [offsets.at(item.span[0]), offsets.at(item.span[1])];
}

export function load_model(): Model {
  const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent || "null");
  const dossier = (read("dossier") ?? {}) as DossierData;
  const articles = (read("articles") ?? []) as ArticleData[];
  const outlines = (read("outlines") ?? { views: [] }) as Outlines;
  return new Model(dossier, articles, outlines);
}
