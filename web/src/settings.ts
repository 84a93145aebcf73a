// What the reader prefers, kept by the browser where it lets a page from disk keep anything.

export type Theme = "auto" | "light" | "dark";

export function stored(name: string): string | null {
  try {
    return localStorage.getItem("recoupe." + name);
  } catch {
    return null;
  }
}

export function store(name: string, value: string): void {
  try {
    localStorage.setItem("recoupe." + name, value);
  } catch {
    // a browser that keeps nothing: the choice lasts as long as the page
  }
}

export function first_language(): "fr" | "en" {
  const wanted = [stored("language") ?? "", ...(navigator.languages ?? [navigator.language])];
  for (const tag of wanted) {
    if (/^fr\b/i.test(tag)) return "fr";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

export function apply_theme(theme: Theme): void {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
}
