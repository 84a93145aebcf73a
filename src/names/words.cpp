#include "names/words.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::names {
namespace {

using utf8::decode;

// «l'Irak», «qu'Assad»: what stands before the apostrophe is a word of its own.
constexpr std::array<std::string_view, 16> elisions = {
    "l", "d",     "qu",     "s",      "n",      "j",    "m",      "t",
    "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "entr", "presqu", "quelqu"};
// Short forms whose full stop is no end.
constexpr std::array<std::string_view, 26> dotted = {
    "mr",   "mrs",  "ms",  "dr", "st", "ste", "sen", "rep",  "gov",  "gen", "col", "lt", "sgt",
    "capt", "prof", "rev", "jr", "sr", "mgr", "maj", "brig", "cmdr", "mm",  "pr",  "fr", "hon"};

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == U'’' || c == U'ʼ' || c == U'‘';
}
bool is_hyphen(char32_t c) {
  return c == '-' || c == U'‐' || c == U'‑';
}
bool is_quote(char32_t c) {
  return c == '"' || c == U'«' || c == U'»' || c == U'“' || c == U'”' || c == U'„';
}
// A part of a word. Signs of combining accents come after their letter in texts typed on some machines.
bool is_inner(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c) || (c >= 0x300 && c < 0x370) || c == U'ʿ' || c == U'ʾ';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    for (size_t i = 0; i < text_.size();) {
      const auto d = decode(text_, i);
      if (is_inner(d.code_point) && d.code_point != utf8::replacement) {
        const size_t end = word_end(i);
        add(i, end);
        i = after_possessive(end);
        gap_ = end;
      } else {
        i += d.size;
      }
    }
    return std::move(words_);
  }

 private:
  // The end of the word that begins at `begin`.
  size_t word_end(size_t begin) const {
    if (const size_t end = dotted_capitals(begin); end != begin) return end;
    size_t i = begin;
    while (i < text_.size()) {
      const auto d = decode(text_, i);
      if (is_inner(d.code_point)) {
        i += d.size;
        continue;
      }
      const bool inner_follows = i + d.size < text_.size() && is_inner(decode(text_, i + d.size).code_point);
      if (is_hyphen(d.code_point) && inner_follows) {
        i += d.size;
      } else if (is_apostrophe(d.code_point) && inner_follows) {
        if (elided(begin, i, i + d.size)) return i;
        if (possessive(i + d.size)) return i;
        i += d.size;
      } else if (d.code_point == '+' && i > begin) {
        return i + 1;
      } else if (d.code_point == '.' && short_form(begin, i)) {
        return i + 1;
      } else {
        break;
      }
    }
    return i;
  }

  // «U.S.», «L.A.», «D.C.»
  size_t dotted_capitals(size_t begin) const {
    size_t i = begin;
    int letters = 0;
    while (i + 1 < text_.size() && text_[i] >= 'A' && text_[i] <= 'Z' && text_[i + 1] == '.') {
      i += 2;
      ++letters;
    }
    return letters >= 2 ? i : begin;
  }

  bool short_form(size_t begin, size_t dot) const {
    const std::string_view word = text_.substr(begin, dot - begin);
    const auto first = decode(text_, begin);
    if (first.size == word.size()) return utf8::is_upper(first.code_point) && !at_end(dot + 1);
    if (word.size() > 4) return false;
    return utf8::is_upper(first.code_point) && among(dotted, utf8::lower(word));
  }
  bool at_end(size_t i) const { return i >= text_.size() || text_[i] == '\n'; }

  bool elided(size_t begin, size_t apostrophe, size_t next) const {
    const std::string_view prefix = text_.substr(begin, apostrophe - begin);
    if (prefix.size() > 6 || !among(elisions, utf8::lower(prefix))) return false;
    // «N'Djamena», «M'Bala»: no elision, both parts are the name
    const bool capital = prefix == "N" || prefix == "M";
    return !(capital && utf8::is_upper(decode(text_, next).code_point));
  }
  bool possessive(size_t s) const {
    return text_[s] == 's' && (s + 1 >= text_.size() || !is_inner(decode(text_, s + 1).code_point));
  }
  size_t after_possessive(size_t end) const {
    if (end >= text_.size()) return end;
    const auto d = decode(text_, end);
    const size_t s = end + d.size;
    return is_apostrophe(d.code_point) && s < text_.size() && possessive(s) ? s + 1 : end;
  }

  void add(size_t begin, size_t end) {
    Word word;
    word.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    const std::string_view letters = text_.substr(begin, end - begin);
    word.key = gazetteer::key(letters);
    if (letters.back() == '+') word.key += '+';
    word.shape = shape(letters);
    set_gap(word, text_.substr(gap_, begin - gap_));
    words_.push_back(std::move(word));
  }

  static Shape shape(std::string_view word) {
    size_t upper = 0, lower = 0, digits = 0;
    bool first_upper = false, after_hyphen = false;
    char32_t last = 0;
    for (size_t i = 0; i < word.size();) {
      const auto d = decode(word, i);
      const bool up = utf8::is_upper(d.code_point);
      if (i == 0) first_upper = up;
      // «al-Bagdadi», «d'Herbelot»
      if (up && (is_hyphen(last) || is_apostrophe(last))) after_hyphen = true;
      upper += up;
      lower += utf8::is_lower(d.code_point);
      digits += utf8::is_digit(d.code_point);
      last = d.code_point;
      i += d.size;
    }
    if (upper + lower == 0 && digits > 0) return Shape::digits;
    if (upper >= 2 && lower == 0) return Shape::capitals;
    return first_upper || (after_hyphen && lower > 0) ? Shape::capital : Shape::lower;
  }

  void set_gap(Word& word, std::string_view gap) const {
    word.head = words_.empty();
    char sign = words_.empty() ? '\n' : 0;
    bool quote = false;
    size_t start = 0;
    if (const auto first = decode(gap, 0);
        is_apostrophe(first.code_point) && gap.substr(first.size, 1) == "s") {
      sign = 's';  // the possessive: «Obama's» ends a name
      start = first.size + 1;
    }
    for (size_t i = start; i < gap.size();) {
      const auto d = decode(gap, i);
      i += d.size;
      if (d.code_point == '\n') {
        sign = '\n';
      } else if (utf8::is_space(d.code_point)) {
        continue;
      } else if (is_apostrophe(d.code_point) && gap.size() == d.size) {
        sign = '\'';
      } else if (is_quote(d.code_point)) {
        quote = true;
      } else if (d.code_point == '.' || d.code_point == '!' || d.code_point == '?' || d.code_point == U'…') {
        sign = sign == '\n' ? sign : '.';
      } else if (sign == 0) {
        sign = d.code_point < 128 ? static_cast<char>(d.code_point) : '-';
      }
    }
    if (sign == 0) sign = quote ? 'q' : gap.empty() ? '-' : ' ';
    word.before = sign;
    word.head = word.head || sign == '\n' || sign == '.' || quote || sign == ':' || sign == '-';
  }

  std::string_view text_;
  std::vector<Word> words_;
  size_t gap_ = 0;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  return Scanner(text).run();
}

std::string phrase(const std::vector<Word>& words, size_t first, size_t last) {
  std::string out = words[first].key;
  for (size_t i = first + 1; i <= last; ++i) {
    if (words[i].before != '\'') out += ' ';
    out += words[i].key;
  }
  return out;
}

}  // namespace recoupe::names
