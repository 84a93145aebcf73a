#include "segment/word.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "document/contraction.hpp"

namespace recoupe::segment {
namespace {

using utf8::decode;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ';
}
bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}
bool is_inner(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c) || utf8::is_mark(c) || c == U'_' || c == 0xAD;
}

constexpr std::array<std::string_view, 14> elided = {
    "l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"};
constexpr std::array<std::string_view, 21> french_clitics = {
    "il", "elle", "ils", "elles", "on",  "je",  "tu", "nous", "vous", "ce", "le",
    "la", "les",  "lui", "leur",  "moi", "toi", "en", "y",    "là",   "ci"};
constexpr std::array<std::string_view, 6> english_clitics = {"s", "m", "re", "ve", "ll", "d"};

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The word as read, before it is cut: letters, digits and marks; hyphens and apostrophes between them; the
// stops of «U.S.A.»; «R&D».
struct Raw {
  uint32_t end = 0;
  uint32_t first_cut = 0;  // the first hyphen or apostrophe inside, 0 if none
  bool dotted = false;     // an acronym with stops
  bool address = false;    // an e-mail address or a bare domain
};

bool letter_at(const Line& line, uint32_t at) {
  return at < line.end && utf8::is_letter(decode(line.text, at).code_point);
}

// «.fr» in «lemonde.fr»: a stop between letters belongs to the word when a known ending follows.
uint32_t domain_end(const Line& line, uint32_t dot) {
  static constexpr std::array<std::string_view, 14> endings = {
      "com", "org", "net", "fr", "be", "ch", "ca", "uk", "eu", "info", "gov", "edu", "int", "tv"};
  uint32_t end = dot + 1;
  while (end < line.end && ((line.text[end] | 32) >= 'a' && (line.text[end] | 32) <= 'z')) ++end;
  if (end - dot > 5 || (end < line.end && static_cast<unsigned char>(line.text[end]) >= 0x80)) return 0;
  return one_of(line.text.substr(dot + 1, end - dot - 1), endings) ? end : 0;
}

Raw read_word(const Line& line, uint32_t at) {
  Raw raw{at};
  const uint32_t limit = std::min<uint32_t>(line.end, at + longest_token);
  uint32_t letters = 0;  // since the word or the last stop began
  while (raw.end < limit) {
    const utf8::Decoded d = decode(line.text, raw.end);
    const char32_t c = d.code_point;
    const uint32_t next = raw.end + d.size;
    if (is_inner(c)) {
      ++letters;
    } else if ((is_hyphen(c) || is_apostrophe(c)) && next < limit &&
               is_inner(decode(line.text, next).code_point)) {
      if (raw.first_cut == 0) raw.first_cut = raw.end;
      letters = 0;
    } else if (c == U'.' && letters == 1 && (raw.dotted || raw.end == at + 1 || raw.end - at <= 2) &&
               raw.first_cut == 0 && letter_at(line, next) &&
               !letter_at(line, next + decode(line.text, next).size)) {
      raw.dotted = true;
      letters = 0;
    } else if (c == U'.' && letters == 1 && raw.end - at <= 2 && next + 2 < line.end &&
               line.text[next] == '-' && utf8::is_upper(decode(line.text, next + 1).code_point)) {
      raw.dotted = true;  // «J.-C.»
      letters = 0;
      raw.end = next + 1;
      continue;
    } else if (c == U'.' && raw.dotted && letters == 1) {
      ++raw.end;  // the last stop of «U.S.»
      return raw;
    } else if (c == U'.' && letters > 1 && domain_end(line, raw.end) != 0) {
      raw.end = domain_end(line, raw.end);
      raw.address = true;
      continue;
    } else if (c == U'@' && next < limit && letter_at(line, next)) {
      raw.address = true;
    } else if (c == U'&' && letters > 0 && letters <= 2 && next < limit &&
               utf8::is_upper(decode(line.text, next).code_point)) {
      letters = 0;
    } else if (c == U'°' && raw.end - at == 1 && (line.text[at] | 32) == 'n') {
      raw.end = next;  // «n°»
      return raw;
    } else {
      break;
    }
    raw.end = next;
  }
  raw.end = bounded(line.text, at, raw.end);
  return raw;
}

std::string lower_plain(std::string_view text) {
  std::string out = utf8::lower(text);
  for (size_t at; (at = out.find("’")) != std::string::npos;) out.replace(at, 3, "'");
  return out;
}

// Whether a word that stands before «des» is a verb and can be nothing else: «présentent des», not «la fin
// des».
bool only_verb(const Line& line, const std::string& word) {
  const lexicon::Found found = line.words->forms.find(word);
  bool verb = false;
  for (const lexicon::Analysis& analysis : found.analyses) {
    if (analysis.upos == Upos::verb || analysis.upos == Upos::aux)
      verb = true;
    else if (analysis.upos == Upos::noun || analysis.upos == Upos::adj || analysis.upos == Upos::propn)
      return false;
  }
  return verb;
}

// «de la France et des Alpes»: «et» carries on with the preposition that stands a few words before.
bool preposition_before(const Line& line, const std::vector<Token>& tokens) {
  constexpr size_t reach = 6;
  for (size_t i = 2; i <= reach + 1 && i <= tokens.size(); ++i) {
    const Token& token = tokens[tokens.size() - i];
    if (token.span.begin < line.begin) return false;
    if (token.flags & token_contraction) return (line.text[token.span.begin] | 32) == 'd';
    const std::string word = utf8::lower(slice(line.text, token.span).substr(0, 8));
    if (word == "de" || word == "d'" || word == "d’") return true;
    if (line.words->before_article.contains(word)) return false;
  }
  return false;
}

// «avec des amis»: the article; «la vie des bêtes»: «de» + «les». Told by the word before.
bool is_article(const Line& line, Span span, const std::vector<Token>& tokens) {
  if ((line.text[span.begin + 1] | 32) != 'e' || span.size() != 3) return false;  // «des» alone is in doubt
  if (tokens.empty() || tokens.back().span.begin < line.begin) return true;
  const std::string_view before = slice(line.text, tokens.back().span);
  if (before.size() > 40) return false;
  const char32_t first = decode(before, 0).code_point;
  if (!utf8::is_letter(first) && !utf8::is_digit(first) && first != U'-')
    return before != "»" && before != "\"" && before != "”" && before != ")" && before != "]" &&
           before != "%" && before != "'" && before != "’";
  const std::string word = utf8::lower(before);
  if (word == "et" || word == "ou") return !preposition_before(line, tokens);
  return line.words->before_article.contains(word) || only_verb(line, word);
}

void add_piece(const Line& line, Span span, std::vector<Token>& tokens) {
  if (span.empty()) return;
  if (line.language == Language::french && contraction(slice(line.text, span)) != nullptr &&
      !is_article(line, span, tokens)) {
    tokens.push_back({.span = span, .flags = token_contraction});
    tokens.push_back({.span = span, .flags = token_contraction_tail});
  } else {
    tokens.push_back({.span = span});
  }
}

// ---- French

// A capitalised word in the midst of a sentence is a name: «Kim Jong-il» has no clitic.
bool may_carry_clitic(const Line& line, uint32_t at, const std::vector<Token>& tokens) {
  if (!utf8::is_upper(decode(line.text, at).code_point)) return true;
  if (tokens.empty() || tokens.back().span.begin < line.begin) return true;
  return !utf8::is_letter(decode(line.text, tokens.back().span.begin).code_point);
}

// Where the clitics at the end of [begin, end) start: at the hyphen of «-t-il»; `end` if there are none.
uint32_t clitic_begin(const Line& line, uint32_t begin, uint32_t end) {
  if (end - begin < 2) return end;
  uint32_t hyphen = end - 1;
  while (hyphen > begin && !is_hyphen(decode(line.text, hyphen).code_point)) {
    --hyphen;
    if (end - hyphen > 8) return end;
  }
  if (hyphen == begin) return end;
  const uint32_t size = decode(line.text, hyphen).size;
  if (!one_of(utf8::lower(slice(line.text, {hyphen + size, end})), french_clitics)) return end;
  if (hyphen >= begin + 3 && (line.text[hyphen - 1] | 32) == 't' && line.text[hyphen - 2] == '-') hyphen -= 2;
  return hyphen;
}

void add_french_tail(const Line& line, Span span, std::vector<Token>& tokens) {
  const std::string word = span.size() <= 40 ? lower_plain(slice(line.text, span)) : std::string();
  if (line.words->wholes.contains(word) || !may_carry_clitic(line, span.begin, tokens)) {
    add_piece(line, span, tokens);
    return;
  }
  std::array<Span, 3> clitics;
  size_t count = 0;
  while (count < clitics.size()) {
    const uint32_t begin = clitic_begin(line, span.begin, span.end);
    if (begin == span.end) break;
    clitics[count++] = {begin, span.end};
    span.end = begin;
    if (line.words->wholes.contains(lower_plain(slice(line.text, span)))) break;
  }
  add_piece(line, span, tokens);
  while (count > 0) tokens.push_back({.span = clitics[--count]});
}

void add_french(const Line& line, Span span, uint32_t first_cut, std::vector<Token>& tokens) {
  while (first_cut != 0 && is_apostrophe(decode(line.text, first_cut).code_point) &&
         first_cut - span.begin <= 6) {
    const std::string word = span.size() <= 40 ? lower_plain(slice(line.text, span)) : std::string();
    if (line.words->wholes.contains(word)) break;
    if (!one_of(utf8::lower(slice(line.text, {span.begin, first_cut})), elided)) break;
    const uint32_t after = first_cut + decode(line.text, first_cut).size;
    tokens.push_back({.span = {span.begin, after}});
    span.begin = after;
    first_cut = 0;
    for (uint32_t i = after; i < span.end && i - after <= 8; ++i)
      if (line.text[i] == '\'' || line.text.compare(i, 3, "’") == 0) {
        first_cut = i;
        break;
      }
  }
  add_french_tail(line, span, tokens);
}

// ---- English

uint32_t english_cut(const Line& line, Span span) {
  const std::string_view word = slice(line.text, span);
  // n't, cannot
  if (span.size() >= 4) {
    const std::string tail = lower_plain(word.substr(word.size() >= 6 ? word.size() - 6 : 0));
    if (tail.ends_with("n't"))
      return span.end - (word.back() == 't' || word.back() == 'T'
                             ? (word.ends_with("'t") || word.ends_with("'T") ? 3 : 5)
                             : 3);
    if (span.size() == 6 && tail == "cannot") return span.end - 3;
    if (span.size() == 5 && (tail == "gonna" || tail == "wanna")) return span.end - 2;
  }
  for (uint32_t i = span.end; i > span.begin && span.end - i <= 5; --i) {
    if (!utf8::on_border(line.text, i)) continue;
    const utf8::Decoded d = decode(line.text, i);
    if (i < span.end && is_apostrophe(d.code_point)) {
      const std::string clitic = utf8::lower(slice(line.text, {i + d.size, span.end}));
      return one_of(clitic, english_clitics) ? i : span.end;
    }
  }
  return span.end;
}

// «well-known» is three tokens, «anti-war», «e-mail» and «Jean-Claude» are one.
bool english_hyphen_cuts(const Line& line, Span before, Span after) {
  if (line.words->prefixes.contains(utf8::lower(slice(line.text, before)))) return false;
  const bool upper_before = utf8::is_upper(decode(line.text, before.begin).code_point);
  const bool upper_after = utf8::is_upper(decode(line.text, after.begin).code_point);
  if (upper_before && upper_after) return false;
  // «Kim Jong-un»: a short lower-case part that is no English word
  if (upper_before && after.size() <= 3 && !line.words->starters.contains(slice(line.text, after)) &&
      slice(line.text, after) != "led" && slice(line.text, after) != "run")
    return false;
  return true;
}

void add_english(const Line& line, Span span, uint32_t first_cut, std::vector<Token>& tokens) {
  const std::string word = span.size() <= 40 ? lower_plain(slice(line.text, span)) : std::string();
  if (line.words->wholes.contains(word)) return tokens.push_back({.span = span});
  const uint32_t clitic = english_cut(line, span);
  uint32_t begin = span.begin;
  for (uint32_t i = first_cut == 0 ? clitic : first_cut; i < clitic; ++i) {
    const utf8::Decoded d = decode(line.text, i);
    if (!is_hyphen(d.code_point)) continue;
    const uint32_t after = i + d.size;
    uint32_t next = after;
    while (next < clitic && !is_hyphen(decode(line.text, next).code_point)) ++next;
    if (!english_hyphen_cuts(line, {begin, i}, {after, next})) continue;
    tokens.push_back({.span = {begin, i}});
    tokens.push_back({.span = {i, after}});
    begin = after;
  }
  tokens.push_back({.span = {begin, clitic}});
  if (clitic < span.end) tokens.push_back({.span = {clitic, span.end}});
}

// ---- stops

// The next word of the line after `at`, lower-cased; empty where a mark or the line's end comes first.
struct Next {
  bool upper = false, digit = false, hyphen = false;
  std::string word;
};
Next next_word(const Line& line, uint32_t at) {
  Next next;
  if (at < line.end && line.text[at] == '-') next.hyphen = true;
  while (at < line.end && utf8::is_space(decode(line.text, at).code_point)) at += decode(line.text, at).size;
  if (at >= line.end) return next;
  next.upper = utf8::is_upper(decode(line.text, at).code_point);
  next.digit = utf8::is_digit(decode(line.text, at).code_point);
  uint32_t end = at;
  while (end < line.end && end - at < 20 && is_inner(decode(line.text, end).code_point))
    end += decode(line.text, end).size;
  next.word = utf8::lower(slice(line.text, {at, end}));
  return next;
}

// Whether the stop at `word.end` belongs to the word, and what that says of the sentence.
Role stop_role(const Line& line, Span word) {
  const std::string_view text = slice(line.text, word);
  const auto found = line.words->abbreviations.find(text);
  const Abbreviation use = found == line.words->abbreviations.end() ? Abbreviation::none : found->second;
  if (use == Abbreviation::title) return Role::word;
  if (use == Abbreviation::any) return Role::abbreviation;
  const Next next = next_word(line, word.end + 1);
  if (use == Abbreviation::number && next.digit) return Role::word;
  const bool initial = utf8::is_upper(decode(line.text, word.begin).code_point) &&
                       decode(line.text, word.begin).size == word.size();
  if (initial && (next.hyphen || (next.upper && !line.words->starters.contains(next.word))))
    return Role::word;
  return Role::terminal;  // an ordinary full stop
}

}  // namespace

uint32_t english_clitic_end(const Line& line, uint32_t at) {
  uint32_t end = at + decode(line.text, at).size;
  const uint32_t begin = end;
  while (end < line.end && end - begin < 4 && is_inner(decode(line.text, end).code_point))
    end += decode(line.text, end).size;
  return end > begin && one_of(utf8::lower(slice(line.text, {begin, end})), english_clitics) ? end : 0;
}

bool is_clitic_pronoun(std::string_view word) {
  if (word.size() < 2 || word[0] != '-') return false;
  word.remove_prefix(word.size() > 3 && (word[1] | 32) == 't' && word[2] == '-' ? 3 : 1);
  return one_of(utf8::lower(word), french_clitics);
}

Role add_word(const Line& line, uint32_t at, std::vector<Token>& tokens) {
  Raw raw = read_word(line, at);
  const Span span{at, raw.end};
  if (raw.address) {
    tokens.push_back({.span = span});
    return Role::word;
  }
  if (raw.dotted) {
    tokens.push_back({.span = span});
    return line.text[raw.end - 1] == '.' ? Role::abbreviation : Role::word;
  }
  // an elided word before a mark or a blank: «l' armée», «d'« État »»
  const utf8::Decoded d = decode(line.text, raw.end);
  if (line.language == Language::french && raw.end < line.end && is_apostrophe(d.code_point) &&
      span.size() <= 6 && one_of(utf8::lower(slice(line.text, span)), elided)) {
    tokens.push_back({.span = {at, raw.end + d.size}});
    return Role::word;
  }
  if (raw.end < line.end && line.text[raw.end] == '.' &&
      !(raw.end + 1 < line.end && line.text[raw.end + 1] == '.')) {
    const Role role = stop_role(line, span);
    if (role != Role::terminal) {
      tokens.push_back({.span = {at, raw.end + 1}});
      return role;
    }
  }
  if (line.language == Language::french)
    add_french(line, span, raw.first_cut, tokens);
  else if (line.language == Language::english)
    add_english(line, span, raw.first_cut, tokens);
  else
    tokens.push_back({.span = span});
  return Role::word;
}

}  // namespace recoupe::segment
