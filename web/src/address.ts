// The address after '#': #/VIEW?filters, #/read/ARTICLE/ITEM?filters. Everything that a reader can choose lives
// here, so that what he sees can be sent to somebody else.

export const views = [
  "overview",
  "claims",
  "figures",
  "speakers",
  "timeline",
  "places",
  "sources",
  "read",
  "corrections",
] as const;
export type View = typeof views[number];

export interface Address {
  view: View;
  article?: string; // view "read"
  item?: string; // view "read": s3, f1, m2, t1 (a time), n1 (a mention)
  params: Record<string, string>;
}

export function parse_address(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", article, item] = path.split("/").map(decode);
  const params: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(query)) if (value !== "") params[key] = value;
  const known = views.find((name) => name === view) ?? "overview";
  return known === "read" ? { view: known, article, item, params } : { view: known, params };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone «%»
  }
}

export function format_address(address: Address): string {
  let path = address.view as string;
  if (address.article) path += "/" + encodeURIComponent(address.article);
  if (address.article && address.item) path += "/" + encodeURIComponent(address.item);
  const query = new URLSearchParams();
  for (const key of Object.keys(address.params).sort()) {
    const value = address.params[key];
    if (value) query.set(key, value);
  }
  const text = query.toString();
  return "#/" + path + (text ? "?" + text : "");
}
