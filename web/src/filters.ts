// What a reader has narrowed the page to; read from the address, asked by every view.
import { fold } from "./dom";
import type { Article, Claim, Cluster, Model } from "./model";

export const filter_names = ["q", "story", "outlet", "origin", "speaker", "status", "kind", "from", "to"] as const;
export type FilterName = typeof filter_names[number];

// What a search compares, folded once a claim.
const folded = new WeakMap<Claim, string>();

export class Filters {
  private readonly q: string;
  private readonly accepted = new Map<Article, boolean>();

  constructor(readonly params: Record<string, string>) {
    this.q = fold(params["q"] ?? "").trim();
  }

  get(name: FilterName): string {
    return this.params[name] ?? "";
  }

  active(): FilterName[] {
    return filter_names.filter((name) => this.get(name) !== "");
  }

  // By what the article is, whatever it says.
  article_passes(article: Article): boolean {
    let passes = this.accepted.get(article);
    if (passes === undefined) this.accepted.set(article, (passes = this.test_article(article)));
    return passes;
  }

  claim_passes(claim: Claim): boolean {
    if (!this.article_passes(claim.article)) return false;
    if (this.get("speaker") && claim.speaker?.key !== this.get("speaker")) return false;
    if (this.get("status") && claim.status !== this.get("status")) return false;
    if (this.get("kind") && claim.kind !== this.get("kind")) return false;
    return this.q === "" || this.words(claim).includes(this.q);
  }

  cluster_passes(cluster: Cluster): boolean {
    return cluster.claims.some((claim) => this.claim_passes(claim));
  }

  claims(model: Model): Claim[] {
    return model.claims.filter((claim) => this.claim_passes(claim));
  }

  // Articles to list: with words searched for in the text, or with a claim that passes where claims are chosen.
  articles(model: Model): Article[] {
    const by_claim = this.get("speaker") || this.get("status") || this.get("kind");
    return model.articles.filter((article) => {
      if (!this.article_passes(article)) return false;
      if (by_claim && !article.claims.some((claim) => this.claim_passes(claim))) return false;
      return this.q === "" || fold(article.data.text + "\n" + article.outlet).includes(this.q);
    });
  }

  private test_article(article: Article): boolean {
    if (this.get("story") && !article.stories.some((story) => story.id === this.get("story"))) return false;
    if (this.get("outlet") && article.outlet !== this.get("outlet")) return false;
    if (this.get("origin") && article.origin.id !== this.get("origin")) return false;
    if (this.get("from") && !(article.date && article.date >= this.get("from"))) return false;
    if (this.get("to") && !(article.date && article.date <= this.get("to"))) return false;
    return true;
  }

  private words(claim: Claim): string {
    let words = folded.get(claim);
    if (words === undefined) {
      words = fold([claim.item.text, claim.speaker?.name ?? "", claim.article.outlet, ...claim.via].join("\n"));
      folded.set(claim, words);
    }
    return words;
  }
}
