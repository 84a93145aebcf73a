// Dates and numbers as each language writes them; TIMEX3 values as people say them.
import type { Figure } from "./contract";
import type { Words } from "./words";

const day = /^\d{4}-\d{2}-\d{2}/;

export class Format {
  private readonly long_day: Intl.DateTimeFormat;
  private readonly short_day: Intl.DateTimeFormat;
  private readonly month: Intl.DateTimeFormat;
  private readonly month_axis: Intl.DateTimeFormat;
  private readonly numbers: Intl.NumberFormat;
  private readonly regions: Intl.DisplayNames;

  constructor(readonly language: string, private readonly words: Words) {
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    this.long_day = make({ day: "numeric", month: "long", year: "numeric" });
    this.short_day = make({ day: "numeric", month: "short" });
    this.month = make({ month: "long", year: "numeric" });
    this.month_axis = make({ month: "short", year: "numeric" });
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    this.regions = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  // «12 March 2024»; empty for an empty or impossible date.
  date(iso: string, short = false): string {
    if (!day.test(iso)) return iso;
    const date = new Date(iso.slice(0, 10) + "T00:00:00Z");
    if (isNaN(date.getTime())) return iso;
    return (short ? this.short_day : this.long_day).format(date);
  }

  // «Mar 2024», for an axis over many months.
  short_month(iso: string): string {
    return this.month_axis.format(new Date(iso.slice(0, 10) + "T00:00:00Z"));
  }

  dates(from: string, to: string): string {
    if (!from || from === to) return this.date(from || to);
    const [a, b] = [from, to].map((iso) => new Date(iso.slice(0, 10) + "T00:00:00Z")) as [Date, Date];
    if (isNaN(a.getTime()) || isNaN(b.getTime()) || b < a) return from + " – " + to;
    return this.long_day.formatRange(a, b);
  }

  country(code: string): string {
    if (!/^[A-Z]{2}$/.test(code)) return code;
    return this.regions.of(code) ?? code;
  }

  // A TIMEX3 value: 2024-03, 2024-W11, 2024-03-13TNI, 2024-03-12T19:42, A/B.
  time(value: string): string {
    if (value.includes("/")) return value.split("/").map((side) => this.time(side)).join(" – ");
    const week = /^(\d{4})-W(\d{2})$/.exec(value);
    if (week) return this.words.week(Number(week[2]), week[1] as string);
    if (/^\d{4}-\d{2}$/.test(value)) return this.month.format(new Date(value + "-01T00:00:00Z"));
    if (!day.test(value)) return value;
    const part = /T(\w\w)$/.exec(value)?.[1];
    const clock = /T(\d\d:\d\d)/.exec(value)?.[1];
    const suffix = part && this.words.day_parts[part] ? ", " + this.words.day_parts[part] : clock ? ", " + clock : "";
    return this.date(value) + suffix;
  }

  // «≥ 4», «15–20», «≈ 2,300», «> €40 million».
  figure(figure: Figure): string {
    const { min, max, bound } = figure;
    const amount = (value: number): string => this.amount(value, figure.unit ?? "");
    if (min === null && max === null) return "?";
    if (min !== null && max !== null && min !== max) {
      const range = this.number(min) + "–" + amount(max);
      return bound === "range" ? range : "≈ " + range;
    }
    const value = amount((min ?? max) as number);
    const sign = { approx: "≈ ", at_least: "≥ ", more_than: "> ", at_most: "≤ ", less_than: "< " }[bound];
    return (sign ?? (max === null ? "≥ " : min === null ? "≤ " : "")) + value;
  }

  private amount(value: number, unit: string): string {
    if (/^[A-Z]{3}$/.test(unit)) {
      try {
        return new Intl.NumberFormat(this.numbers.resolvedOptions().locale, {
          style: "currency",
          currency: unit,
          notation: Math.abs(value) >= 1e6 ? "compact" : "standard",
          compactDisplay: "long",
          minimumFractionDigits: 0,
          maximumFractionDigits: 2,
        }).format(value);
      } catch {
        return this.number(value) + " " + unit; // three letters that are no currency
      }
    }
    if (unit === "%") return this.number(value) + " %";
    return this.number(value) + (unit ? " " + unit.replace(/2$/, "²").replace(/3$/, "³") : "");
  }
}

// The days that a TIMEX3 value covers, first and last; null where it names no day of the calendar.
export function days_of(value: string): [string, string] | null {
  if (value.includes("/")) {
    const [a, b] = value.split("/").map((side) => days_of(side));
    return a && b ? [a[0], b[1]] : null;
  }
  if (day.test(value)) return [value.slice(0, 10), value.slice(0, 10)];
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) return [value + "-01", iso(Date.UTC(Number(month[1]), Number(month[2]), 0))];
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  if (week) {
    // ISO 8601: week 1 is the one with 4 January in it; weeks begin on Monday.
    const fourth = Date.UTC(Number(week[1]), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86400000;
    const start = monday + (Number(week[2]) - 1) * 7 * 86400000;
    return [iso(start), iso(start + 6 * 86400000)];
  }
  if (/^\d{4}$/.test(value)) return [value + "-01-01", value + "-12-31"];
  return null;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
