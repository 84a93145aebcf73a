#include "clean/clutter.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

constexpr size_t nowhere = SIZE_MAX;

// Whether the phrase stands at word `i`; gives the word behind it. Numbers between its words are passed over:
// «Il vous reste 70 % de cet article».
size_t match(const Line& line, size_t i, const Phrase& phrase) {
  size_t at = i;
  for (const std::string& word : phrase.words) {
    while (at > i && at < line.words.size() && line.words[at].digits && line.word(at) != word) ++at;
    if (at >= line.words.size() || line.word(at) != word) return nowhere;
    ++at;
  }
  return at;
}

bool only_numbers(const Line& line, size_t from, size_t to) {
  return std::all_of(line.words.begin() + static_cast<std::ptrdiff_t>(from),
                     line.words.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const LineWord& word) { return word.digits; });
}

bool colon_follows(const Line& line, size_t word) {
  std::string_view rest = std::string_view(line.text).substr(line.words[word].text.end);
  while (!rest.empty() && utf8::is_space(utf8::decode(rest, 0).code_point))
    rest.remove_prefix(utf8::decode(rest, 0).size);
  return rest.starts_with(':') || rest.starts_with("–") || rest.starts_with("- ");
}

// A credit inside a sentence is the sentence's own: «La plainte vise Getty Images.» One behind a bracket, a
// ©, a slash or a full stop was put there by the page: «… à Paris, le 3 mars. AFP PHOTO».
bool set_apart(const Line& line, size_t word) {
  for (size_t end = line.words[word].text.begin; end > 0;) {
    const utf8::Decoded d = utf8::decode_before(line.text, end);
    if (!utf8::is_space(d.code_point)) {
      const char32_t c = d.code_point;
      return c == U'(' || c == U'[' || c == U'©' || c == U'/' || c == U'.' || c == U'|' || c == U':' ||
             c == U'–';
    }
    end -= d.size;
  }
  return true;
}

bool stands(const Line& line, size_t i, size_t end, const Phrase& phrase) {
  const size_t count = line.words.size();
  if (line.words[i].quoted && is_prose(line)) return false;  // «Abonnez-vous», a lancé le patron du journal.
  switch (phrase.where) {
    case Where::whole:
      return only_numbers(line, 0, i) && only_numbers(line, end, count);
    case Where::start:
      return i == 0;
    case Where::label:
      return i == 0 && colon_follows(line, end - 1);
    case Where::inside:
      if (line.words[i].quoted || end + 8 < count) return false;
      return !is_prose(line) || phrase.edge || set_apart(line, i);
  }
  return false;
}

std::string_view by_phrase(const Line& line, const Words& words, bool edge) {
  const size_t count = line.words.size();
  for (size_t i = 0; i < count; ++i) {
    const auto found = words.clutter.find(std::string(line.word(i)));
    if (found == words.clutter.end()) continue;
    for (const Phrase& phrase : found->second) {
      if (count > phrase.longest || (phrase.edge && !edge)) continue;
      const size_t end = match(line, i, phrase);
      if (end == nowhere || !stands(line, i, end, phrase)) continue;
      const bool counts =
          phrase.why != why::reading_time ||
          std::any_of(line.words.begin(), line.words.end(), [](const LineWord& word) { return word.digits; });
      if (counts) return phrase.why;
    }
  }
  return {};
}

// One word of plain letters, digits, hyphens: djihadistes-de-mossul-a-raqqa, IMG_2034.jpg.
std::string_view by_shape(const Line& line, bool edge) {
  const std::string_view text = line.text;
  if (text.find_first_of(" \t") != std::string_view::npos || text.size() > 300) return {};
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
    return edge ? why::link : std::string_view{};
  size_t hyphens = 0, letters = 0, other = 0, upper = 0;
  for (const char c : text) {
    hyphens += c == '-' || c == '_';
    letters += c >= 'a' && c <= 'z';
    upper += c >= 'A' && c <= 'Z';
    other += !(c == '-' || c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z'));
  }
  if (other > 0) return {};
  constexpr auto endings =
      std::to_array<std::string_view>({".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"});
  for (const std::string_view ending : endings)
    if (text.ends_with(ending)) return why::slug;
  return hyphens >= 2 && upper == 0 && letters >= 10 ? why::slug : std::string_view{};
}

uint8_t bits_of(const Line& line, size_t i, const Words& words) {
  if (line.words[i].digits) return small_word;
  return words.site_word(line.word(i));
}

// «Facebook - Imprimer - Envoyer à un ami»: nothing but tools.
bool is_share_bar(const Line& line, const Words& words) {
  if (line.words.size() < 2 || line.words.size() > 20) return false;
  size_t tools = 0;
  for (size_t i = 0; i < line.words.size(); ++i) {
    const uint8_t bits = bits_of(line, i, words);
    if ((bits & share_word) != 0)
      ++tools;
    else if ((bits & small_word) == 0)
      return false;
  }
  return tools >= 2;
}

// «Accueil > Info > Alpes-Maritimes», «Menu   Nice   Sports»: short pieces side by side, some of them names
// of sections.
bool is_menu(const Line& line, const Words& words, bool edge) {
  if (line.ends_sentence || line.words.size() < 2 || line.words.size() > 60) return false;
  const std::vector<Span> parts = segments(line.text);
  if (parts.size() < 2) return false;
  size_t named = 0, tools = 0, at = 0;
  for (const Span part : parts) {
    size_t size = 0, known = 0;
    for (; at < line.words.size() && line.words[at].text.begin < part.end; ++at, ++size) {
      const uint8_t bits = bits_of(line, at, words);
      known += (bits & (menu_word | share_word | small_word)) != 0;
      tools += (bits & (menu_word | share_word)) != 0;
    }
    if (size > 4) return false;
    named += size > 0 && known == size;
  }
  if (tools == 0) return edge && parts.size() >= 5 && line.text.find('|') != std::string::npos;
  if (edge) return parts.size() >= 3 || named == parts.size();
  return parts.size() >= 3 && named * 2 >= parts.size() && tools >= 2;
}

// © is never part of a sentence of the press.
bool is_copyright(const Line& line) {
  return line.words.size() <= 45 && line.text.find("©") != std::string::npos;
}

// The names of agencies with which captions end: «… à Paris. REUTERS/Jean Martin», «(AFP)».
bool ends_in_credit(const Line& line, bool edge) {
  if (line.words.size() > 40 || line.ends_sentence) return false;
  const std::string_view text = line.text;
  constexpr auto wires =
      std::to_array<std::string_view>({"REUTERS/", "AFP/", "/AFP", "/ AFP", "AP/", "EPA/", "/AP", "/REUTERS",
                                       "/Reuters", "Reuters/", "/SIPA", "/MAXPPP"});
  const size_t tail = text.size() > 60 ? text.size() - 60 : 0;
  return edge && std::any_of(wires.begin(), wires.end(), [&](std::string_view wire) {
           return text.find(wire, tail) != std::string_view::npos;
         });
}

bool speaks_for_site(const Line& line) {
  constexpr auto we =
      std::to_array<std::string_view>({"notre", "nos", "nous", "our", "us", "we", "redaction"});
  for (size_t i = 0; i < line.words.size(); ++i)
    if (!line.words[i].quoted && std::find(we.begin(), we.end(), line.word(i)) != we.end()) return true;
  return false;
}

bool addresses_reader(const Line& line) {
  for (size_t i = 0; i < line.words.size(); ++i) {
    if (line.words[i].quoted) continue;
    const std::string_view word = line.word(i);
    const bool imperative = word.size() > 5 && word.ends_with("ez");
    if (imperative || word == "vous" || word == "votre" || word == "vos" || word == "you" || word == "your")
      return true;
  }
  return false;
}

}  // namespace

bool is_other_script(std::string_view text) {
  size_t foreign = 0, latin = 0;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    i += d.size;
    if (!utf8::is_letter(d.code_point)) continue;
    if (d.code_point < 0x250) {
      ++latin;
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(d.code_point), &status);
    ++(script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED ? latin : foreign);
  }
  return foreign >= 2 && foreign > latin;
}

std::string_view clutter_reason(const Line& line, const Words& words, bool edge) {
  if (line.long_prose || line.words.empty()) return {};
  if (const std::string_view why = by_phrase(line, words, edge); !why.empty()) return why;
  if (const std::string_view why = by_shape(line, edge); !why.empty()) return why;
  if (is_share_bar(line, words)) return why::share_bar;
  if (is_menu(line, words, edge)) return why::menu;
  if (is_copyright(line)) return why::photo_credit;
  if (ends_in_credit(line, edge)) return why::caption;
  return {};
}

Plea plea_of(const Line& line, const Words& words) {
  Plea plea;
  plea.addresses = addresses_reader(line);
  plea.speaks_for_site = speaks_for_site(line);
  int heaviest = 0;
  for (size_t i = 0; i < line.words.size(); ++i) {
    if (line.words[i].quoted) continue;
    const std::string_view word = line.word(i);
    const auto found = words.pleas.find(std::string(word));
    if (found == words.pleas.end()) continue;
    const Phrase* best = nullptr;  // the longest that stands here, so that «vos dons» is not «dons» as well
    for (const Phrase& phrase : found->second)
      if (match(line, i, phrase) != nowhere && (!best || phrase.words.size() > best->words.size()))
        best = &phrase;
    if (best == nullptr) continue;
    plea.score += best->weight;
    plea.opens |= i <= 2 && best->weight == 3 && best->words.size() >= 4;
    if (best->weight > heaviest) {
      heaviest = best->weight;
      plea.why = best->why;
    }
    i += best->words.size() - 1;
  }
  return plea;
}

}  // namespace recoupe::clean
