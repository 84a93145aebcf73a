// The words searched for, lit up in an article without touching its elements: the browser paints ranges of text
// (CSS Custom Highlights). A browser that cannot do this shows the article as it is.
import { fold } from "./dom";

interface Highlights {
  set(name: string, highlight: object): void;
  delete(name: string): void;
}
const registry = (CSS as unknown as { highlights?: Highlights }).highlights;
const Highlight = (window as unknown as { Highlight?: new (...ranges: Range[]) => object }).Highlight;

const most = 500; // ranges; nobody looks at more

export function highlight(root: HTMLElement, query: string): void {
  registry?.delete("found");
  const wanted = fold(query).trim();
  if (!registry || !Highlight || wanted === "") return;
  // One folded string over all text nodes, and for each of its characters the node and offset that it came from.
  let folded = "";
  const nodes: Text[] = [];
  const places: number[] = []; // node index and offset, by turns
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    nodes.push(node as Text);
    for (let offset = 0; offset < data.length; ++offset) {
      const letter = fold(data.charAt(offset));
      for (let i = 0; i < letter.length; ++i) places.push(nodes.length - 1, offset);
      folded += letter;
    }
  }
  const ranges: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && ranges.length < most; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length - 1;
    const range = document.createRange();
    range.setStart(nodes[places[2 * at] as number] as Text, places[2 * at + 1] as number);
    range.setEnd(nodes[places[2 * end] as number] as Text, (places[2 * end + 1] as number) + 1);
    ranges.push(range);
  }
  if (ranges.length) registry.set("found", new Highlight(...ranges));
}
