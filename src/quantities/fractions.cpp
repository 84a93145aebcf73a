// What fractions divide by, and ordinals, which look the same: «cinquième», «twentieth», «vingt-cinquième».
#include <algorithm>
#include <array>
#include <cmath>

#include "quantities/numbers.hpp"

namespace recoupe::quantities {
namespace {

struct Named {
  std::string_view word;
  double value;
};

// The words that are no ending on a number word, or whose stem changes.
constexpr std::array french_names = {
    Named{"moitie", 2},   Named{"tiers", 3},     Named{"quart", 4},    Named{"cinqu", 5},
    Named{"neuv", 9},     Named{"onz", 11},      Named{"douz", 12},    Named{"treiz", 13},
    Named{"quatorz", 14}, Named{"quinz", 15},    Named{"seiz", 16},    Named{"trent", 30},
    Named{"quarant", 40}, Named{"cinquant", 50}, Named{"soixant", 60}, Named{"mill", 1000},
    Named{"un", 1},       Named{"quatr", 4},     Named{"septant", 70}, Named{"octant", 80},
    Named{"huitant", 80}, Named{"nonant", 90},
};
constexpr std::array english_names = {
    Named{"half", 2},     Named{"third", 3},    Named{"quarter", 4},   Named{"first", 1},
    Named{"second", 2},   Named{"fif", 5},      Named{"eigh", 8},      Named{"nin", 9},
    Named{"twelf", 12},   Named{"twentie", 20}, Named{"thirtie", 30},  Named{"fortie", 40},
    Named{"fiftie", 50},  Named{"sixtie", 60},  Named{"seventie", 70}, Named{"eightie", 80},
    Named{"ninetie", 90},
};

double named(std::string_view word, Language language) {
  const auto find = [&](const auto& table) {
    for (const Named& row : table)
      if (row.word == word) return row.value;
    return 0.0;
  };
  return language == Language::english ? find(english_names) : find(french_names);
}

// The stem of an ordinal: «vingt» of «vingtieme», «six» of «sixth».
std::string_view stem(std::string_view key, Language language) {
  const std::string_view ending = language == Language::english ? "th" : "ieme";
  return key.size() > ending.size() && key.ends_with(ending) ? key.substr(0, key.size() - ending.size())
                                                             : std::string_view();
}

double ordinal_word(std::string_view key, Language language) {
  const std::string_view base = stem(key, language);
  if (base.empty())
    return language == Language::english && (key == "first" || key == "second" || key == "third")
               ? named(key, language)
               : 0;
  if (const double value = named(base, language); value > 0) return value;
  const NumberWord* row = number_word(base, language);
  return row != nullptr && row->kind != NumberKind::article ? row->value : 0;
}

std::string_view singular(std::string_view key) {
  return key.ends_with("s") && key != "tiers" ? key.substr(0, key.size() - 1) : key;
}

}  // namespace

bool is_plural_denominator(std::string_view key) {
  return key.ends_with("s") || key == "halves";
}

double denominator(std::string_view key, Language language) {
  const std::string_view one = singular(key);
  if (one == "halve") return language == Language::english ? 2 : 0;
  const double value = ordinal_word(one, language);
  // French says «tiers» and «quart»; «le troisième» is the third one.
  if (value > (language == Language::english ? 2 : 4)) return value;
  if (value > 2) return 0;
  const bool share = language == Language::english ? one == "half" || one == "quarter"
                                                   : one == "moitie" || one == "tiers" || one == "quart";
  return share && value == 0 ? named(one, language) : 0;
}

Ordinal read_ordinal(std::span<const Word> words, size_t at, Language language) {
  if (at >= words.size() || words[at].kind != WordKind::word) return {};
  if (const double value = ordinal_word(singular(words[at].key), language); value > 0) return {value, at + 1};
  // «vingt-cinquième», «twenty-first», «quatre-vingt-et-unième»
  const NumberWord* tens = number_word(words[at].key, language);
  if (tens == nullptr || (tens->kind != NumberKind::ten && tens->kind != NumberKind::unit)) return {};
  size_t k = at + 1;
  if (k < words.size() && words[k].joined && words[k].key == "et") ++k;
  if (k >= words.size() || !words[k].joined) return {};
  const Ordinal rest = read_ordinal(words, k, language);
  if (rest.end == 0) return {};
  const double value = tens->value == 4 && rest.value >= 20 ? 60 + rest.value : tens->value + rest.value;
  return {value, rest.end};
}

Stroke read_stroke(std::span<const Word> words, size_t at) {
  if (at + 2 >= words.size()) return {};
  const Word &part = words[at], &mark = words[at + 1], &whole = words[at + 2];
  if (part.kind != WordKind::number || whole.kind != WordKind::number || !is_mark(mark, "/")) return {};
  if (!mark.glued || !whole.glued || !part.plain || !whole.plain || part.code || whole.code) return {};
  if (part.value < 1 || part.value >= whole.value || whole.value > 64) return {};
  const bool date_goes_on = at + 3 < words.size() && is_mark(words[at + 3], "/") && words[at + 3].glued;
  return date_goes_on ? Stroke{} : Stroke{part.value / whole.value, at + 3};
}

double scaled(double value, double factor) {
  const double product = value * factor;
  const double whole = std::round(product);
  return std::abs(product - whole) < 1e-6 * std::max(1.0, factor / 1e6) ? whole : product;
}

double percent_of(double part, double whole) {
  return std::round(1000 * part / whole) / 10;
}

}  // namespace recoupe::quantities
