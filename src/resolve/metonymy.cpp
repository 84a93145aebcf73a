#include "resolve/metonymy.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::resolve {
namespace {

// The word that begins at or after `at`, if only blanks stand before it.
std::string_view next_word(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  size_t end = at;
  while (end < text.size()) {
    const auto d = utf8::decode(text, end);
    if (!utf8::is_letter(d.code_point)) break;
    end += d.size;
  }
  return text.substr(at, end - at);
}

// The word that ends just before `at`, with only one blank between.
std::string_view last_word(std::string_view text, size_t at) {
  if (at == 0 || text[at - 1] != ' ') return {};
  size_t begin = at - 1;
  while (begin > 0) {
    const auto d = utf8::decode_before(text, begin);
    if (!utf8::is_letter(d.code_point)) break;
    begin -= d.size;
  }
  return text.substr(begin, at - 1 - begin);
}

}  // namespace

bool acts(const Document& document, const Words& words, Span name) {
  const std::string_view text = document.text;
  // «à Washington, …» and «l'ambassade de Riyad» are places; a subject stands bare, or behind «et», «que»,
  // «que» …
  constexpr std::array<std::string_view, 7> before = {"et", "and", "que", "that", "mais", "but", "while"};
  const std::string last = gazetteer::key(last_word(text, name.begin));
  const bool bare =
      last.empty() && (name.begin == 0 || text[name.begin - 1] == '\n' || text[name.begin - 1] == ' ');
  if (!bare && std::find(before.begin(), before.end(), last) == before.end()) return false;
  const auto& verbs = words.power_verbs[document.language == Language::english ? 1 : 0];
  std::string_view next = next_word(text, name.end);
  if (next == "et" || next == "and") {
    // «Washington et Riyad ont»: the second name decides for both
    const std::string_view partner =
        next_word(text, static_cast<size_t>(next.data() - text.data()) + next.size());
    if (partner.empty() || !utf8::is_upper(utf8::decode(partner, 0).code_point)) return false;
    next = next_word(text, static_cast<size_t>(partner.data() - text.data()) + partner.size());
  }
  return !next.empty() && verbs.contains(gazetteer::key(next));
}

bool seat_acts(const Document& document, const Words& words, Span name) {
  const std::string_view text = document.text;
  const auto& verbs = words.power_verbs[document.language == Language::english ? 1 : 0];
  const std::string_view next = next_word(text, name.end);
  if (next.empty() || !verbs.contains(gazetteer::key(next))) return false;
  // the article, and then no preposition: «de l'Élysée», «in the White House»
  size_t article = name.begin;
  for (const std::string_view form : {"l'", "L'", "l’", "L’", "le ", "Le ", "la ", "La ", "the ", "The "})
    if (article >= form.size() && text.substr(article - form.size(), form.size()) == form) {
      article -= form.size();
      break;
    }
  constexpr std::array<std::string_view, 16> prepositions = {"a",      "de",  "vers", "dans", "pour", "par",
                                                             "depuis", "sur", "from", "of",   "in",   "to",
                                                             "at",     "by",  "with", "for"};
  const std::string last = gazetteer::key(last_word(text, article));
  return std::find(prepositions.begin(), prepositions.end(), last) == prepositions.end();
}

}  // namespace recoupe::resolve
