// The pieces that every view is set with: words that lead to their article, chains of sources, marks of status.
import type { Placed, Statement } from "./contract";
import { Context, link, link_to_words } from "./context";
import { bdi, clip, h } from "./dom";
import type { Article, Claim, Speaker } from "./model";
import type { Version } from "./versions";

const list_length = 420; // characters of an item shown in a list

// The words of a claim, as a link to where they stand.
export function words_link(context: Context, claim: Claim, text?: string): HTMLElement {
  const direct = claim.kind === "statement" && (claim.item as Statement).form === "direct";
  const french = claim.article.data.language === "fr";
  const words = clip((text ?? claim.item.text).replace(/\s+/g, " "), list_length);
  const quoted = direct && text === undefined ? (french ? "«\u00a0" + words + "\u00a0»" : "“" + words + "”") : words;
  return h(
    "a",
    {
      class: "words is-" + claim.status,
      href: link_to_words(context, claim.article.data.id, claim.id),
      "data-cell": claim.key,
      lang: claim.article.data.language,
      title: context.words.to_the_words,
    },
    bdi(quoted),
  );
}

export function placed_link(context: Context, article: Article, item: string, placed: Placed): HTMLElement {
  return h(
    "a",
    { class: "words", href: link_to_words(context, article.data.id, item), "data-cell": article.data.id + "/" + item },
    bdi(clip(placed.text, list_length)),
  );
}

// «hedged», «denied» …; nothing for what is told as a fact.
export function status_mark(context: Context, claim: Claim): HTMLElement | null {
  if (claim.status === "asserted") return null;
  const hedges = "hedges" in claim.item ? claim.item.hedges ?? [] : [];
  const title = hedges.length ? context.words.because_of(hedges.map((word) => "«" + word + "»").join(", ")) : null;
  return h("span", { class: "status is-" + claim.status, title }, context.words.status[claim.status] ?? claim.status);
}

export function speaker_link(context: Context, speaker: Speaker): HTMLElement {
  return h("a", { class: "speaker", href: link(context, "speakers", { speaker: speaker.key }) }, bdi(clip(speaker.name, 90)));
}

export function outlet_name(article: Article): HTMLElement {
  return h("span", { class: "outlet" }, bdi(article.outlet));
}

// «R. S. Jaudat → CNN → Sputnik», and how many reprints there are of the last.
export function chain(context: Context, version: Version, with_speaker = true): HTMLElement {
  const { lead, claims } = version;
  const links: Node[] = [];
  if (with_speaker) {
    if (lead.speaker) links.push(speaker_link(context, lead.speaker));
    else links.push(h("span", { class: "nobody" }, context.words.unattributed));
  }
  for (const medium of lead.via) links.push(h("span", { class: "via" }, bdi(medium)));
  const outlets = [...new Map(claims.map((claim) => [claim.article.outlet, claim])).values()];
  const last = h("span", { class: "chain-end" }, outlet_name(lead.article));
  if (outlets.length > 1)
    last.append(
      h("span", { class: "reprints", title: outlets.slice(1).map((claim) => claim.article.outlet).join(", ") },
        " " + context.words.and_reprints(outlets.length - 1)),
    );
  links.push(last);
  const line = h("span", { class: "chain" });
  links.forEach((part, index) => {
    if (index > 0) line.append(h("span", { class: "arrow", "aria-hidden": "true" }, " → "), h("span", { class: "unseen" }, ", " + context.words.through + " "));
    line.append(part);
  });
  return line;
}

export function date_of(context: Context, claim: Claim, short = true): HTMLElement {
  const { date } = claim.article;
  if (!date) return h("span", { class: "date" }, context.words.undated);
  return h("time", { class: "date", datetime: date }, context.format.date(date, short));
}

// A heading that takes the focus when its view opens.
export function view_heading(text: string, lead?: string): HTMLElement {
  return h(
    "div",
    { class: "view-head" },
    h("h2", { id: "view-title", tabindex: -1 }, text),
    lead ? h("p", { class: "lead" }, lead) : null,
  );
}

export function nothing(context: Context): HTMLElement {
  return h("p", { class: "nothing" }, context.filters.active().length ? context.words.nothing_passes : context.words.nothing_found);
}
