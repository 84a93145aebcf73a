// A list that draws its first rows and the rest as the reader comes near them, so that a thousand articles open
// as fast as ten. Printing draws all.
import { h } from "./dom";

export interface Lazy {
  // Draws up to and with row `index`.
  reveal(index: number): void;
}

const usual_first = 40;
const step = 60; // near the end of what is drawn
const open_lists = new Set<() => void>();

export function lazy_rows<T>(host: HTMLElement, items: readonly T[], draw: (item: T) => Node, first = usual_first): Lazy {
  const mark = h(host.tagName === "TBODY" ? "tr" : host.tagName === "OL" || host.tagName === "UL" ? "li" : "div", {
    class: "list-end",
    "aria-hidden": "true",
  });
  host.appendChild(mark);
  let drawn = 0;
  const extend = (until: number): void => {
    if (mark.parentNode !== host) return; // all drawn
    const batch = document.createDocumentFragment();
    for (; drawn < Math.min(until, items.length); ++drawn) batch.appendChild(draw(items[drawn] as T));
    host.insertBefore(batch, mark);
    if (drawn < items.length) return;
    observer.disconnect();
    mark.remove();
    open_lists.delete(draw_all);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      extend(drawn + step);
      observer.unobserve(mark); // observed anew, so that a mark still in sight is reported again
      if (drawn < items.length) observer.observe(mark);
    },
    { rootMargin: "1200px" },
  );
  const draw_all = (): void => {
    if (host.isConnected) extend(items.length);
  };
  open_lists.add(draw_all);
  extend(first);
  if (drawn < items.length) observer.observe(mark);
  return { reveal: (index) => extend(Math.max(drawn, index + 1)) };
}

// A list within a list: the first `limit` items (or all up to `wanted`), and a button for the rest.
export function limited<T>(
  host: HTMLElement,
  items: readonly T[],
  draw: (item: T) => Node,
  options: { limit: number; wanted: number; label: (count: number) => string },
): HTMLElement {
  const until = Math.max(options.limit, options.wanted + 1);
  for (const item of items.slice(0, until)) host.append(draw(item));
  if (items.length <= until) return host;
  const draw_rest = (): void => {
    if (!more.isConnected) return;
    const at = host.childElementCount;
    more.remove();
    for (const item of items.slice(until)) host.append(draw(item));
    (host.children[at - 1]?.querySelector("a") ?? host).focus();
    open_lists.delete(draw_rest);
  };
  const button = h("button", { type: "button", class: "plain", click: draw_rest }, options.label(items.length - until));
  const more = h("li", { class: "show-rest" }, button);
  host.append(more);
  open_lists.add(draw_rest);
  return host;
}

// Lists of a view that is gone are forgotten.
export function forget_lists(): void {
  open_lists.clear();
}

window.addEventListener("beforeprint", () => {
  for (const draw_all of [...open_lists]) draw_all();
});
