#include "compare/agency.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t longest_credit = 120;  // a byline or a signature; a longer line is prose

bool starts_word(std::string_view text, size_t at) {
  return at == 0 || !utf8::is_letter(utf8::decode_before(text, at).code_point);
}
bool ends_word(std::string_view text, size_t at) {
  return at >= text.size() || !utf8::is_letter(utf8::decode(text, at).code_point);
}

// Position of a whole word, case as written (agencies are capitals); npos if absent.
size_t find_word(std::string_view text, std::string_view word, size_t from = 0) {
  for (size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1))
    if (starts_word(text, at) && ends_word(text, at + word.size())) return at;
  return std::string_view::npos;
}

bool about_a_picture(std::string_view line) {
  const std::string folded = utf8::fold(line);
  static constexpr std::array<std::string_view, 12> words = {
      "photo",   "photos", "photograph",   "photographie", "©",     "credit",
      "credits", "image",  "illustration", "capture",      "getty", "video"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word == "©" ? folded.find(word) != std::string::npos
                       : find_word(folded, word) != std::string::npos;
  });
}

std::string known_agency(std::string_view text, const Lexicon& lexicon) {
  for (const auto& [written, printed] : lexicon.agencies)
    if (find_word(text, written) != std::string_view::npos) return printed;
  return {};
}

// The word in capitals that follows «avec» or "with": «Par la rédaction, avec ALP» names an agency that no
// list need know.
std::string after_with(std::string_view line, const Lexicon& lexicon) {
  for (const std::string_view with : {"avec ", "with ", "Avec ", "With ", "source ", "Source "}) {
    size_t at = line.find(with);
    if (at == std::string_view::npos || !starts_word(line, at)) continue;
    at += with.size();
    for (const std::string_view skip : {": ", "l'", "l’", "agence ", "agency "})
      if (line.substr(at, skip.size()) == skip) at += skip.size();
    size_t end = at;
    while (end < line.size() && line[end] >= 'A' && line[end] <= 'Z') ++end;
    const std::string_view rest = line.substr(at);
    for (const auto& [written, printed] : lexicon.agencies)
      if (rest.starts_with(written) && ends_word(rest, written.size())) return printed;
    if (end - at >= 2 && end - at <= 6 && ends_word(line, end)) return std::string(line.substr(at, end - at));
    if (rest.starts_with("agences") || rest.starts_with("agencies")) return "agences";
  }
  return {};
}

// «NICE (ALP), 12 mars –», «PARIS (Reuters) -»: capitals, a short name in brackets, near a dash.
std::string dateline(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, 80);
  const size_t open = head.find('(');
  if (open == std::string_view::npos || open < 3 || open > 50) return {};
  const size_t close = head.find(')', open);
  if (close == std::string_view::npos || close - open > 25) return {};
  const std::string_view town = head.substr(0, open);
  if (!utf8::is_upper(utf8::decode(town, 0).code_point) ||
      town.find_first_of(".:;«\"") != std::string_view::npos)
    return {};
  const std::string_view after = head.substr(close + 1);
  const size_t dash = std::min({after.find("–"), after.find("—"), after.find(" - ")});
  if (dash == std::string_view::npos || dash > 25) return {};
  const size_t letters = town.find_first_of("abcdefghijklmnopqrstuvwxyz");
  const std::string_view name = head.substr(open + 1, close - open - 1);
  const bool capitals = name.find_first_of("abcdefghijklmnopqrstuvwxyz ") == std::string_view::npos;
  if (letters != std::string_view::npos && letters < 2 && !capitals) return {};
  return std::string(name);
}

std::string credit_line(std::string_view line, const Lexicon& lexicon) {
  if (line.size() > longest_credit || about_a_picture(line)) return {};
  if (std::string found = after_with(line, lexicon); !found.empty()) return found;
  // A line that is nothing but the name, in brackets or not: «(AFP)», «Reuters», «AFP, Reuters».
  if (line.size() <= 40) return known_agency(line, lexicon);
  return {};
}

// What cleaning took out may credit the text all the same: a byline; a copyright line with its year, day or
// rights, «(©AFP / 27 octobre 2016 10h32)». «© AFP» and «© AFP/Jean Prat» are a picture's, or may be.
std::string removed_credit(const Removed& removed, const Lexicon& lexicon) {
  const std::string_view line = removed.text;
  if (line.empty() || line.size() > longest_credit) return {};
  if (removed.why == "byline") {
    if (std::string found = after_with(line, lexicon); !found.empty()) return found;
    return known_agency(line, lexicon);
  }
  std::string folded = utf8::fold(line);
  const bool sign = line.find("©") != std::string_view::npos || folded.find("copyright") != std::string::npos;
  for (size_t at = 0; (at = folded.find("©", at)) != std::string::npos;)
    folded.replace(at, std::string_view("©").size(), " ");
  const bool year = folded.find("19") != std::string::npos || folded.find("20") != std::string::npos;
  const bool rights =
      folded.find("droits") != std::string::npos || folded.find("rights") != std::string::npos;
  if (!sign || !(year || rights) || about_a_picture(folded)) return {};
  // «© AFP/Jean Prat 2016»: a name behind a stroke is a photographer's, a number is the day.
  const size_t stroke = folded.find('/');
  if (stroke != std::string::npos) {
    const size_t next = folded.find_first_not_of(' ', stroke + 1);
    if (next == std::string::npos || folded[next] < '0' || folded[next] > '9') return {};
  }
  return known_agency(line, lexicon);
}

// The dateline names the outlet itself where a paper of its own writes «NICE, France (Northline) —».
bool is_outlet(const Document& document, std::string_view name) {
  return document.outlet && utf8::fold(document.outlet->name) == utf8::fold(name) &&
         document.outlet->kind != "agency";
}

}  // namespace

std::string credited_agency(const Document& document, const Lexicon& lexicon) {
  for (const std::string& author : document.authors) {
    if (std::string found = credit_line(author, lexicon); !found.empty()) return found;
    if (std::string found = known_agency(author, lexicon); !found.empty()) return found;
  }
  const std::string_view text = document.text;
  uint32_t paragraphs = 0;
  std::string last;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty()) continue;
    if (++paragraphs <= 4)
      if (std::string found = dateline(line); !found.empty() && !is_outlet(document, found)) return found;
    if (std::string found = credit_line(line, lexicon); !found.empty()) last = std::move(found);
    // «… a-t-il ajouté. (AFP)» at the end of the prose itself.
    if (line.size() > longest_credit && line.back() == ')') {
      const size_t open = line.rfind('(');
      if (open != std::string_view::npos && line.size() - open < 30 && !about_a_picture(line.substr(open)))
        if (std::string found = known_agency(line.substr(open), lexicon); !found.empty())
          last = std::move(found);
    }
  }
  if (!last.empty()) return last;
  for (const Removed& removed : document.removed)
    if (std::string found = removed_credit(removed, lexicon); !found.empty() && !is_outlet(document, found))
      return found;
  if (document.outlet && document.outlet->kind == "agency") return document.outlet->name;
  return {};
}

}  // namespace recoupe::compare
