#include "quantities/scan.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.hpp"

namespace recoupe::quantities {
namespace {

bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ';
}

bool is_ascii_digit(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

size_t digits_end(std::string_view text, size_t at) {
  while (is_ascii_digit(text, at)) ++at;
  return at;
}

// Exactly three digits at `at`.
bool is_group(std::string_view text, size_t at) {
  return digits_end(text, at) == at + 3;
}

double to_number(std::string digits) {
  return std::strtod(digits.c_str(), nullptr);  // the program never sets a locale
}

std::string key_of(std::string_view word) {
  const bool ascii =
      std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return utf8::fold(word);
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// «½», «2¾»; 0 for any other character.
double vulgar_fraction(char32_t c) {
  switch (c) {
    case U'½':
      return 0.5;
    case U'¼':
      return 0.25;
    case U'¾':
      return 0.75;
    case U'⅓':
      return 1.0 / 3;
    case U'⅔':
      return 2.0 / 3;
    case U'⅕':
      return 0.2;
    case U'⅙':
      return 1.0 / 6;
    case U'⅛':
      return 0.125;
    case U'⅜':
      return 0.375;
    case U'⅝':
      return 0.625;
    case U'⅞':
      return 0.875;
    default:
      return 0;
  }
}

// Groups of three after the first digits, all with one separator: «16 000», «3.000.000», «1,234». Returns the
// end, `digits` without separators; `separator` 0 where there is no group.
size_t read_groups(std::string_view text, size_t first_end, std::string& digits, char32_t& separator) {
  separator = 0;
  size_t at = first_end;
  if (digits.size() > 3 || digits[0] == '0') return at;
  for (;;) {
    const utf8::Decoded d = utf8::decode(text, at);
    const bool blank = utf8::is_space(d.code_point) && d.code_point != U'\n';
    if (d.size == 0 ||
        !(blank || d.code_point == U'.' || d.code_point == U',' || is_apostrophe(d.code_point)))
      break;
    size_t group = at + d.size;
    if (blank)  // «3  000»: an editor left two kinds of blank
      for (int more = 0; more < 2 && text[group - 1] != '\n' && !is_ascii_digit(text, group); ++more) {
        const utf8::Decoded second = utf8::decode(text, group);
        if (!utf8::is_space(second.code_point) || second.code_point == U'\n') break;
        group += second.size;
      }
    if (!is_group(text, group)) break;
    const char32_t kind = blank ? U' ' : d.code_point;
    if (separator != 0 && separator != kind) break;
    separator = kind;
    digits += text.substr(group, 3);
    at = group + 3;
  }
  return at;
}

// «12,34,567»: Indian groups of two before the last three. Returns the end, or `first_end`.
size_t read_indian_groups(std::string_view text, size_t first_end, std::string& digits) {
  std::string out = digits;
  size_t at = first_end;
  for (int groups = 0; groups < 5 && at < text.size() && text[at] == ','; ++groups) {
    const size_t end = digits_end(text, at + 1);
    const size_t size = end - at - 1;
    if (size != 2 && !(size == 3 && groups > 0)) return first_end;
    out += text.substr(at + 1, size);
    at = end;
    if (size == 3) {
      digits = out;
      return at;
    }
  }
  return first_end;
}

// Reads the number that starts at `at`. French writes «1.234,5» and «2.5», English «1,234.5»; three digits
// after a French comma are read both ways, because «5,262 soldats» is not five soldiers.
Word read_literal(std::string_view text, size_t at, Language language) {
  Word word;
  word.kind = WordKind::number;
  const size_t first_end = digits_end(text, at);
  if (text[at] == '.') {
    const size_t end = digits_end(text, at + 1);
    word.value = to_number("0" + std::string(text.substr(at, end - at)));
    word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    word.key = std::string(slice(text, word.span));
    return word;
  }
  if (first_end == at) {  // a vulgar fraction alone
    const utf8::Decoded d = utf8::decode(text, at);
    word.value = vulgar_fraction(d.code_point);
    word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + d.size)};
    word.key = std::string(slice(text, word.span));
    return word;
  }
  std::string digits(text.substr(at, first_end - at));
  const std::string first = digits;
  char32_t separator = 0;
  size_t end = read_groups(text, first_end, digits, separator);
  if (language == Language::english && end == first_end && digits.size() <= 2)
    if (const size_t indian = read_indian_groups(text, first_end, digits); indian > end) {
      end = indian;
      separator = U',';
    }
  const char32_t decimal = language == Language::english ? U'.' : U',';
  const bool one_group = digits.size() == first.size() + 3;
  if (separator == decimal && one_group) {
    word.value = to_number(first + "." + digits.substr(first.size()));
    if (language == Language::french) word.grouped = to_number(digits);
  } else {
    const bool point = is_ascii_digit(text, end + 1) && separator != static_cast<char32_t>(text[end]) &&
                       (static_cast<char32_t>(text[end]) == decimal || (text[end] == '.' && separator == 0));
    std::string fraction;
    if (point) {
      const size_t fraction_end = digits_end(text, end + 1);
      fraction = "." + std::string(text.substr(end + 1, fraction_end - end - 1));
      end = fraction_end;
    }
    word.value = to_number(digits + fraction);
    word.plain = separator == 0 && !point;
    word.code = (first.size() > 1 && first[0] == '0') || digits.size() > 15;
  }
  const utf8::Decoded next = utf8::decode(text, end);
  if (const double fraction = vulgar_fraction(next.code_point); fraction > 0) {
    word.value += fraction;
    word.plain = false;
    end += next.size;
  }
  word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  word.key = std::string(slice(text, word.span));
  return word;
}

// Letters; a French elision keeps its apostrophe («d'»), an English «'s» is a word of its own.
Word read_word(std::string_view text, size_t at, Language language) {
  Word word;
  word.kind = WordKind::word;
  size_t end = at;
  for (utf8::Decoded d = utf8::decode(text, end); d.size != 0; d = utf8::decode(text, end)) {
    if (is_apostrophe(d.code_point)) {
      if (language == Language::french) end += d.size;
      break;
    }
    if (!utf8::is_letter(d.code_point)) break;
    end += d.size;
  }
  word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  word.key = key_of(slice(text, word.span));
  word.upper = utf8::is_upper(utf8::decode(text, at).code_point);
  return word;
}

Word read_mark(std::string_view text, size_t at, utf8::Decoded d) {
  Word word;
  word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + d.size)};
  word.key = is_dash(d.code_point) ? "-" : std::string(slice(text, word.span));
  return word;
}

// Where the address that starts at `at` ends; `at` where none does. Its digits count nothing.
size_t address_end(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.substr(0, 7) != "http://" && rest.substr(0, 8) != "https://" && rest.substr(0, 4) != "www.")
    return at;
  while (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20) ++at;
  return at;
}

}  // namespace

std::vector<Word> scan(std::string_view text, Language language) {
  std::vector<Word> words;
  bool blank = true, broken = true;
  int lines = 0;
  for (size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (utf8::is_space(d.code_point) || d.code_point < 0x20) {
      blank = true;
      if (d.code_point == U'\n' && ++lines == 2) broken = true;
      at += d.size;
      continue;
    }
    if (const size_t end = address_end(text, at); end > at) {
      Word word;
      word.key = "://";
      word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      word.after_break = broken;
      words.push_back(std::move(word));
      at = end;
      blank = broken = false;
      lines = 0;
      continue;
    }
    const bool dash_inside =
        is_dash(d.code_point) && !blank && !words.empty() && words.back().kind != WordKind::mark;
    if (dash_inside) {  // a hyphen between two words is no word
      const utf8::Decoded next = utf8::decode(text, at + d.size);
      if (utf8::is_letter(next.code_point) || is_ascii_digit(text, at + d.size)) {
        Word word = utf8::is_letter(next.code_point) ? read_word(text, at + d.size, language)
                                                     : read_literal(text, at + d.size, language);
        word.joined = true;
        at = word.span.end;
        words.push_back(std::move(word));
        continue;
      }
    }
    // «.08», as English writes it
    const bool bare_decimal =
        language == Language::english && blank && d.code_point == U'.' && is_ascii_digit(text, at + 1);
    const bool number = is_ascii_digit(text, at) || vulgar_fraction(d.code_point) > 0 || bare_decimal;
    Word word = number                          ? read_literal(text, at, language)
                : utf8::is_letter(d.code_point) ? read_word(text, at, language)
                                                : read_mark(text, at, d);
    word.glued = !blank && !words.empty();
    word.after_break = broken;
    at = word.span.end;
    words.push_back(std::move(word));
    blank = broken = false;
    lines = 0;
  }
  return words;
}

}  // namespace recoupe::quantities
