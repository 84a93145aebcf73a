#include "clean/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace recoupe::clean {
namespace {

constexpr auto months = std::to_array<std::pair<std::string_view, unsigned>>({
    {"janvier", 1},   {"janv", 1},      {"january", 1},   {"jan", 1},     {"fevrier", 2},   {"fevr", 2},
    {"fev", 2},       {"february", 2},  {"feb", 2},       {"mars", 3},    {"march", 3},     {"mar", 3},
    {"avril", 4},     {"avr", 4},       {"april", 4},     {"apr", 4},     {"mai", 5},       {"may", 5},
    {"juin", 6},      {"june", 6},      {"jun", 6},       {"juillet", 7}, {"juil", 7},      {"july", 7},
    {"jul", 7},       {"aout", 8},      {"august", 8},    {"aug", 8},     {"septembre", 9}, {"sept", 9},
    {"september", 9}, {"sep", 9},       {"octobre", 10},  {"oct", 10},    {"october", 10},  {"novembre", 11},
    {"nov", 11},      {"november", 11}, {"decembre", 12}, {"dec", 12},    {"december", 12},
});

constexpr auto weekdays = std::to_array<std::string_view>(
    {"lundi",   "mardi",     "mercredi", "jeudi",  "vendredi", "samedi", "dimanche",
     "lun",     "mer",       "jeu",      "ven",    "sam",      "dim",    "monday",
     "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
     "tue",     "wed",       "thu",      "fri",    "sat",      "sun",    "tues"});

struct Token {
  Span span;
  std::string folded;  // a word, or empty
  uint32_t value = 0;
  uint32_t digits = 0;  // of a number; 0 for anything else
  char mark = 0;        // a single mark, 'x' for one that is not ASCII
};

// The words, numbers and marks of a short stretch; blanks are left out.
std::vector<Token> tokens_of(std::string_view text, size_t from) {
  constexpr size_t furthest = 400;  // no date line is longer, and no dateline begins later
  std::vector<Token> out;
  const size_t size = std::min(text.size(), from + furthest);
  for (size_t i = from; i < size;) {
    const utf8::Decoded d = utf8::decode(text, i);
    Token token;
    size_t end = i + d.size;
    if (d.code_point < 0x80 && utf8::is_digit(d.code_point)) {
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
      token.digits = static_cast<uint32_t>(end - i);
      std::from_chars(text.data() + i, text.data() + std::min(end, i + 9), token.value);
    } else if (utf8::is_letter(d.code_point)) {
      for (utf8::Decoded n = utf8::decode(text, end); n.size > 0 && utf8::is_letter(n.code_point);
           n = utf8::decode(text, end))
        end += n.size;
      token.folded = utf8::fold(text.substr(i, end - i));
    } else if (!utf8::is_space(d.code_point)) {
      token.mark = d.code_point < 0x80 ? static_cast<char>(d.code_point) : 'x';
    }
    token.span = {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
    if (token.digits > 0 || !token.folded.empty() || token.mark != 0) out.push_back(std::move(token));
    i = end;
  }
  return out;
}

unsigned month_of(std::string_view folded) {
  for (const auto& [name, month] : months)
    if (name == folded) return month;
  return 0;
}

struct Ymd {
  unsigned year = 0, month = 0, day = 0;
  size_t tokens = 0;  // how many it took; 0 = no date
  bool unsure = false;
};

bool is_real(unsigned year, unsigned month, unsigned day) {
  namespace ch = std::chrono;
  return year >= 1900 && year < 2100 &&
         ch::year_month_day(ch::year(static_cast<int>(year)), ch::month(month), ch::day(day)).ok();
}

class Reader {
 public:
  Reader(std::string_view text, size_t from, bool month_first)
      : tokens_(tokens_of(text, from)), month_first_(month_first) {}

  std::optional<WrittenDate> first() const {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      // Not the tail of a longer number: «1 12/03/2016» is fine, «3.12/03/2016» too odd to matter.
      Ymd date = written(i);
      if (date.tokens == 0) date = american(i);
      if (date.tokens == 0) date = numbers(i);
      if (date.tokens == 0 || !is_real(date.year, date.month, date.day)) continue;
      WrittenDate out;
      out.unsure = date.unsure;
      out.value = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
      const size_t begin = with_weekday(i);
      size_t end = i + date.tokens;
      if (const std::string time = clock(end); !time.empty()) out.value += "T" + time;
      out.span = {tokens_[begin].span.begin, tokens_[end - 1].span.end};
      return out;
    }
    return std::nullopt;
  }

 private:
  bool number(size_t i, uint32_t least, uint32_t most) const {
    return i < tokens_.size() && tokens_[i].digits >= least && tokens_[i].digits <= most;
  }
  bool mark(size_t i, char c) const { return i < tokens_.size() && tokens_[i].mark == c; }
  bool word(size_t i, std::string_view w) const { return i < tokens_.size() && tokens_[i].folded == w; }
  unsigned month(size_t i) const { return i < tokens_.size() ? month_of(tokens_[i].folded) : 0; }
  bool touch(size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
  }

  // 26 octobre 2016 · 1er mars 2017 · 26th October, 2016 · 26-Oct-2016
  Ymd written(size_t i) const {
    if (!number(i, 1, 2)) return {};
    size_t at = i + 1;
    for (const std::string_view ordinal : {"er", "st", "nd", "rd", "th", "of"})
      if (word(at, ordinal)) ++at;
    if (mark(at, '-')) ++at;
    const unsigned m = month(at);
    if (m == 0) return {};
    ++at;
    if (mark(at, '.') || mark(at, ',') || mark(at, '-')) ++at;
    if (!number(at, 4, 4)) return {};
    return {tokens_[at].value, m, tokens_[i].value, at + 1 - i};
  }

  // October 26, 2016 · Oct. 26th 2016
  Ymd american(size_t i) const {
    const unsigned m = month(i);
    if (m == 0) return {};
    size_t at = i + 1;
    if (mark(at, '.')) ++at;
    if (!number(at, 1, 2)) return {};
    const unsigned day = tokens_[at++].value;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
      if (word(at, ordinal)) ++at;
    if (mark(at, ',')) ++at;
    if (!number(at, 4, 4)) return {};
    return {tokens_[at].value, m, day, at + 1 - i};
  }

  // 2016-10-26 · 2016/10/26 · 26/10/2016 · 26.10.2016
  Ymd numbers(size_t i) const {
    if (i + 4 >= tokens_.size()) return {};
    const char c = tokens_[i + 1].mark;
    if ((c != '-' && c != '/' && c != '.') || tokens_[i + 3].mark != c) return {};
    for (size_t k = 0; k < 4; ++k)
      if (!touch(i + k)) return {};
    const unsigned a = tokens_[i].value, b = tokens_[i + 2].value, d = tokens_[i + 4].value;
    if (number(i, 4, 4) && number(i + 2, 2, 2) && number(i + 4, 2, 2)) return {a, b, d, 5};
    if (!number(i, 1, 2) || !number(i + 2, 1, 2) || !number(i + 4, 4, 4)) return {};
    const bool swapped = (month_first_ && a <= 12) || b > 12;
    const bool unsure = a <= 12 && b <= 12 && a != b;
    return swapped ? Ymd{d, a, b, 5, unsure} : Ymd{d, b, a, 5, unsure};
  }

  size_t with_weekday(size_t i) const {
    size_t at = i;
    if (at > 0 && (mark(at - 1, ',') || mark(at - 1, '.'))) --at;
    if (at == 0) return i;
    for (const std::string_view day : weekdays)
      if (tokens_[at - 1].folded == day) return at - 1;
    return i;
  }

  // «à 12h54», «– 19 h 42», «T12:54:00+02:00», «, 5:45 PM»; `end` moves behind it.
  std::string clock(size_t& end) const {
    size_t at = end;
    while (at < tokens_.size() && at < end + 2 &&
           (mark(at, ',') || mark(at, '-') || mark(at, 'x') || mark(at, '|') || word(at, "a") ||
            word(at, "at") || word(at, "t")))
      ++at;
    if (!number(at, 1, 2)) return {};
    unsigned hour = tokens_[at].value, minute = 0;
    size_t next = at + 1;
    const bool hours = word(next, "h") || word(next, "heures");
    if (!hours && !(mark(next, ':') && number(next + 1, 2, 2)) && !half(next)) return {};
    if (hours || mark(next, ':')) ++next;
    if (number(next, 2, 2)) minute = tokens_[next++].value;
    if (mark(next, ':') && number(next + 1, 2, 2)) next += 2;  // seconds
    if (mark(next, '.') && touch(next) && number(next + 1, 1, 9)) next += 2;
    if (half(next)) {
      if (tokens_[next].folded == "pm" && hour < 12) hour += 12;
      if (tokens_[next].folded == "am" && hour == 12) hour = 0;
      ++next;
    }
    if (hour > 23 || minute > 59) return {};
    end = next;
    return fmt::format("{:02}:{:02}", hour, minute);
  }
  bool half(size_t i) const { return word(i, "am") || word(i, "pm"); }

  std::vector<Token> tokens_;
  bool month_first_;
};

std::string last_day(unsigned year, unsigned month) {
  namespace ch = std::chrono;
  const ch::year_month_day_last last(ch::year(static_cast<int>(year)), ch::month_day_last(ch::month(month)));
  return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(last.day()));
}

DateBounds exactly(const std::string& value) {
  return {value, value.substr(0, 10), value.substr(0, 10)};
}

DateBounds year_and_month(unsigned year, unsigned month) {
  if (!is_real(year, month == 0 ? 1 : month, 1)) return {};
  if (month == 0) return {{}, fmt::format("{:04}-01-01", year), fmt::format("{:04}-12-31", year)};
  return {{}, fmt::format("{:04}-{:02}-01", year, month), last_day(year, month)};
}

DateBounds seconds_since_1970(int64_t seconds) {
  namespace ch = std::chrono;
  const auto day = ch::floor<ch::days>(ch::sys_seconds(ch::seconds(seconds)));
  const ch::year_month_day date(day);
  const ch::hh_mm_ss time(ch::sys_seconds(ch::seconds(seconds)) - day);
  return exactly(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                             time.hours().count(), time.minutes().count()));
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text, size_t from, bool month_first) {
  return Reader(text, from, month_first).first();
}

DateBounds read_date(std::string_view text, bool english) {
  if (const auto date = find_date(text)) {
    if (!date->unsure || !english) return exactly(date->value);
    const auto other = find_date(text, 0, true);
    const std::string a = date->value.substr(0, 10), b = other->value.substr(0, 10);
    return {{}, std::min(a, b), std::max(a, b)};
  }
  const std::vector<Token> tokens = tokens_of(text, 0);
  if (tokens.size() == 1 && tokens[0].digits >= 9 && tokens[0].digits <= 13) {
    int64_t number = 0;
    std::from_chars(text.data() + tokens[0].span.begin, text.data() + tokens[0].span.end, number);
    return seconds_since_1970(tokens[0].digits > 11 ? number / 1000 : number);
  }
  if (tokens.size() == 1 && tokens[0].digits == 8) {
    const unsigned n = tokens[0].value;
    if (is_real(n / 10000, n / 100 % 100, n % 100))
      return exactly(fmt::format("{:04}-{:02}-{:02}", n / 10000, n / 100 % 100, n % 100));
  }
  if (tokens.size() == 1 && tokens[0].digits == 4) return year_and_month(tokens[0].value, 0);
  if (tokens.size() == 3 && tokens[0].digits == 4 && tokens[1].mark == '-' && tokens[2].digits == 2 &&
      tokens[2].value > 0)
    return year_and_month(tokens[0].value, tokens[2].value);
  if (tokens.size() == 2 && month_of(tokens[0].folded) > 0 && tokens[1].digits == 4)
    return year_and_month(tokens[1].value, month_of(tokens[0].folded));
  return {};
}

DateBounds date_of_url(std::string_view url) {
  const size_t scheme = url.find("://");
  const size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return {};
  DateBounds found;
  for (size_t at = path; at < url.size() && at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    const std::vector<Token> t = tokens_of(rest, 0);
    const auto digits = [&](size_t i, uint32_t n) { return i < t.size() && t[i].digits == n; };
    const auto glued = [&](size_t i) { return i < t.size() && (t[i].mark == '/' || t[i].mark == '-'); };
    if (digits(0, 8) && (t.size() == 1 || t[1].mark != 0)) {
      if (DateBounds day = read_date(slice(rest, t[0].span)); !day.value.empty()) return day;
    }
    if (!digits(0, 4) || !glued(1) || !digits(2, 2)) continue;
    if (glued(3) && digits(4, 2) && is_real(t[0].value, t[2].value, t[4].value))
      return exactly(fmt::format("{:04}-{:02}-{:02}", t[0].value, t[2].value, t[4].value));
    if (found.from.empty() && t[2].value > 0 && t[1].mark == '/')
      found = year_and_month(t[0].value, t[2].value);
  }
  return found;
}

}  // namespace recoupe::clean
