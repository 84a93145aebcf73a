#include "quantities/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace recoupe::quantities {

const NumberWord* number_word(std::string_view key, Language language) {
  const auto table = language == Language::english ? english_number_words() : french_number_words();
  const auto at = std::lower_bound(table.begin(), table.end(), key,
                                   [](const NumberWord& row, std::string_view k) { return row.word < k; });
  return at != table.end() && at->word == key ? &*at : nullptr;
}

namespace {

struct Denominator {
  std::string_view word;
  double value;
};

constexpr std::array french_denominators = {
    Denominator{"moitie", 2},   Denominator{"tiers", 3},     Denominator{"quart", 4},
    Denominator{"quarts", 4},   Denominator{"cinquieme", 5}, Denominator{"cinquiemes", 5},
    Denominator{"sixieme", 6},  Denominator{"septieme", 7},  Denominator{"huitieme", 8},
    Denominator{"dixieme", 10}, Denominator{"dixiemes", 10}, Denominator{"centieme", 100},
    Denominator{"sixiemes", 6}, Denominator{"septiemes", 7}, Denominator{"huitiemes", 8},
};
constexpr std::array english_denominators = {
    Denominator{"half", 2},    Denominator{"third", 3},    Denominator{"thirds", 3},
    Denominator{"quarter", 4}, Denominator{"quarters", 4}, Denominator{"fifth", 5},
    Denominator{"fifths", 5},  Denominator{"sixth", 6},    Denominator{"tenth", 10},
    Denominator{"tenths", 10}, Denominator{"eighth", 8},
};

// A reader over the words; every function takes a position and gives what begins exactly there.
class Reader {
 public:
  Reader(std::span<const Word> words, Language language) : words_(words), language_(language) {}

  std::optional<Number> vague(size_t at) const;
  std::optional<Number> collective(size_t at) const;
  std::optional<Number> sum(size_t at) const;

 private:
  struct Part {
    double value;
    size_t end;
  };

  bool english() const { return language_ == Language::english; }
  // The word at `at`, where it goes on with what stands before it.
  const Word* next(size_t at) const {
    return at < words_.size() && !words_[at].after_break ? &words_[at] : nullptr;
  }
  bool is(size_t at, std::string_view key) const {
    const Word* word = next(at);
    return word != nullptr && word->key == key;
  }
  const NumberWord* entry(size_t at) const {
    return at < words_.size() && words_[at].kind == WordKind::word ? number_word(words_[at].key, language_)
                                                                   : nullptr;
  }
  const NumberWord* follow(size_t at) const { return next(at) ? entry(at) : nullptr; }
  bool kind(size_t at, NumberKind wanted) const {
    const NumberWord* row = follow(at);
    return row != nullptr && row->kind == wanted;
  }
  bool of(size_t at) const { return english() ? is(at, "of") : is(at, "de") || is(at, "d'"); }
  bool half(size_t at) const {
    if (at >= words_.size()) return false;
    const std::string& key = words_[at].key;
    return english() ? key == "half" : key == "demi" || key == "demie";
  }

  std::optional<Part> below_twenty(size_t at) const;
  std::optional<Part> below_hundred(size_t at) const;
  std::optional<Part> below_thousand(size_t at) const;
  std::optional<Part> part(size_t at) const;
  void chain_of(Number& number) const;
  void add_half(Number& number) const;
  void add_decimals(double& value, size_t& end) const;
  size_t quarters(size_t at, double& times) const;

  std::span<const Word> words_;
  Language language_;
};

// 1 to 19, «un» among them because it stands inside a number here: «vingt et un», «soixante-dix-sept».
std::optional<Reader::Part> Reader::below_twenty(size_t at) const {
  const NumberWord* row = entry(at);
  if (row == nullptr) return {};
  if (row->kind == NumberKind::article && !english()) return Part{1, at + 1};
  if (row->kind != NumberKind::unit) return {};
  const NumberWord* second = follow(at + 1);
  if (!english() && row->value == 10 && second != nullptr && second->kind == NumberKind::unit &&
      second->value >= 7 && second->value <= 9)
    return Part{10 + second->value, at + 2};
  return Part{row->value, at + 1};
}

std::optional<Reader::Part> Reader::below_hundred(size_t at) const {
  const NumberWord* row = entry(at);
  if (row == nullptr) return {};
  double tens = row->kind == NumberKind::ten ? row->value : 0;
  size_t end = at + 1;
  if (!english() && row->kind == NumberKind::unit && row->value == 4 && kind(at + 1, NumberKind::ten) &&
      follow(at + 1)->value == 20) {
    tens = 80;
    end = at + 2;
  }
  if (tens == 0) {
    if (row->kind != NumberKind::unit) return {};
    return below_twenty(at);
  }
  const bool by_twenties = !english() && (tens == 60 || tens == 80);
  const size_t after_and = !english() && is(end, "et") ? end + 1 : end;
  const auto rest = next(after_and) ? below_twenty(after_and) : std::nullopt;
  if (!rest || rest->value < 1 || rest->value > (by_twenties ? 19 : 9)) return Part{tens, end};
  // «vingt et trois» are two numbers: «et» joins 1 and 11 only.
  if (after_and != end && rest->value != 1 && rest->value != 11) return Part{tens, end};
  return Part{tens + rest->value, rest->end};
}

std::optional<Reader::Part> Reader::below_thousand(size_t at) const {
  const auto first = below_hundred(at);
  size_t hundred_at = at;
  double hundreds = 1;
  if (first) {
    hundred_at = first->end;
    hundreds = first->value;
    if (!kind(hundred_at, NumberKind::hundred) || hundreds < 1 || (hundreds > 9 && !english())) return first;
  } else {
    const NumberWord* row = entry(at);
    if (row == nullptr) return {};
    if (english() && row->kind == NumberKind::article)
      hundred_at = at + 1;
    else if (english())
      return {};
    const NumberWord* hundred = hundred_at == at ? row : follow(hundred_at);
    if (hundred == nullptr || hundred->kind != NumberKind::hundred) return {};
  }
  const size_t end = hundred_at + 1;
  const auto rest = next(end) ? below_hundred(english() && is(end, "and") ? end + 1 : end) : std::nullopt;
  if (!rest || (end < words_.size() && words_[end].after_break)) return Part{hundreds * 100, end};
  return Part{hundreds * 100 + rest->value, rest->end};
}

// What may stand before a scale: «1,5», «deux cent trente», «a», «un»; «mille» and «million» stand for one.
std::optional<Reader::Part> Reader::part(size_t at) const {
  if (words_[at].kind == WordKind::number && !words_[at].code) return Part{words_[at].value, at + 1};
  if (const auto words = below_thousand(at)) return words;
  const NumberWord* row = entry(at);
  if (row == nullptr) return {};
  if (row->kind == NumberKind::article) return Part{1, at + 1};
  if (row->kind == NumberKind::thousand && !english()) return Part{1, at};
  if (row->kind == NumberKind::scale && !english()) return Part{1, at};
  return {};
}

void Reader::add_half(Number& number) const {
  if (english() && is(number.end, "and") && is(number.end + 1, "a") && half(number.end + 2)) {
    number.value += number.scale / 2;
    number.end += 3;
  }
  if (!english() && is(number.end, "et") && half(number.end + 1)) {
    number.value += number.scale / 2;
    number.end += 2;
  }
}

// «deux virgule cinq», «five point two».
void Reader::add_decimals(double& value, size_t& end) const {
  if (!is(end, english() ? "point" : "virgule")) return;
  const auto decimals =
      next(end + 1) && words_[end + 1].kind == WordKind::word ? below_hundred(end + 1) : std::nullopt;
  if (!decimals) return;
  value += decimals->value / (decimals->value < 10 ? 10 : 100);
  end = decimals->end;
}

// «une dizaine | de milliers», «des centaines | de millions», «hundreds | of thousands».
void Reader::chain_of(Number& number) const {
  while (of(number.end)) {
    const NumberWord* row = follow(number.end + 1);
    if (row == nullptr || (row->kind != NumberKind::scales && row->kind != NumberKind::collectives)) return;
    number.value *= row->value;
    number.end += 2;
  }
}

std::optional<Number> Reader::vague(size_t at) const {
  constexpr std::array french = {"des", "quelques", "plusieurs"};
  constexpr std::array english_words = {"several", "many", "some"};
  size_t k = at;
  const auto& openers = english() ? english_words : french;
  if (std::find(openers.begin(), openers.end(), words_[k].key) != openers.end()) ++k;
  if (english() && words_[at].key == "a" && is(at + 1, "few")) k = at + 2;
  const NumberWord* row = k == at ? entry(k) : follow(k);
  if (row == nullptr) return {};
  const bool plural = row->kind == NumberKind::collectives || row->kind == NumberKind::scales;
  const bool several = english() && k > at &&
                       (row->kind == NumberKind::hundred || row->kind == NumberKind::thousand ||
                        row->kind == NumberKind::scale || row->kind == NumberKind::collective);
  if (!plural && !several) return {};
  // «He scores», «the tens»: these two are orders only with «of».
  if ((row->word == "scores" || row->word == "tens") && k == at && !of(k + 1)) return {};
  Number number;
  number.value = row->value > 10 && row->value < 100 ? 10 : row->value;
  number.end = k + 1;
  if (several)
    for (const NumberWord* scale = follow(number.end);
         scale != nullptr && (scale->kind == NumberKind::thousand || scale->kind == NumberKind::scale);
         scale = follow(number.end)) {
      number.value *= scale->value;
      ++number.end;
    }
  chain_of(number);
  number.max = number.value * 10 - 1;
  number.value *= 2;
  number.vague = number.noun = true;
  return number;
}

// «a quarter | of a million», «trois quarts | de million»: where the scale stands, or 0.
size_t Reader::quarters(size_t at, double& times) const {
  const NumberWord* count = entry(at);
  const bool counted = count != nullptr && count->value <= 3 && count->value >= 1;
  const size_t k = counted ? at + 1 : at;
  const Word* word = counted ? next(k) : &words_[at];
  if (word == nullptr || word->key.rfind("quart", 0) != 0 || denominator(word->key, language_) != 4 ||
      !of(k + 1))
    return 0;
  const size_t scale = english() && (is(k + 2, "a") || is(k + 2, "one")) ? k + 3 : k + 2;
  if (!kind(scale, NumberKind::scale)) return 0;
  times = (counted ? count->value : 1) / 4;
  return scale;
}

// «une vingtaine», «deux douzaines», «un demi-million», «half a dozen», «la centaine de».
std::optional<Number> Reader::collective(size_t at) const {
  size_t k = at;
  double times = 1;
  if (english() && half(k)) {
    times = 0.5;
    ++k;
    if (is(k, "a")) ++k;
  } else if (const size_t scale = quarters(at, times); scale != 0) {
    k = scale;
  } else if (const NumberWord* row = entry(k); row != nullptr && row->kind == NumberKind::article) {
    ++k;
    if (half(k)) {
      times = 0.5;
      ++k;
    }
  } else if (const auto count = part(k); count && count->end > k) {
    times = count->value;
    k = count->end;
  }
  const NumberWord* row = k == at ? entry(k) : follow(k);
  const bool single = row != nullptr &&
                      (row->kind == NumberKind::collective ||
                       (times < 1 && (row->kind == NumberKind::scale || row->kind == NumberKind::thousand)));
  const bool many = row != nullptr && k > at && times > 1 && row->kind == NumberKind::collectives;
  if (!single && !many) return {};
  if (k == at && (english() || !of(k + 1))) return {};
  Number number;
  number.value = times * row->value;
  number.end = k + 1;
  chain_of(number);
  number.approx = row->kind != NumberKind::scale && row->kind != NumberKind::thousand;
  number.noun = !(english() && row->kind != NumberKind::collectives);
  number.literal = words_[at].kind == WordKind::number;
  return number;
}

std::optional<Number> Reader::sum(size_t at) const {
  Number number;
  number.end = at;
  number.literal = words_[at].kind == WordKind::number;
  double limit = 1e30;
  bool article = false;
  for (;;) {
    if (number.end != at &&
        (number.literal || !next(number.end) || words_[number.end].kind == WordKind::number))
      break;
    const auto count = part(number.end);
    if (!count) break;
    const NumberWord* opener = entry(number.end);
    article = count->value == 1 && opener != nullptr && opener->kind == NumberKind::article;
    double value = count->value;
    size_t end = count->end;
    if (english() && is(end, "and") && is(end + 1, "a") && half(end + 2)) {
      value += 0.5;
      end += 3;
    }
    add_decimals(value, end);
    const NumberWord* row = end == at ? entry(end) : follow(end);
    if (english() && number.literal && row != nullptr && row->kind == NumberKind::hundred) {  // «3 hundred»
      value *= 100;
      row = follow(++end);
    }
    const bool scaled = row != nullptr &&
                        (row->kind == NumberKind::thousand || row->kind == NumberKind::scale ||
                         row->kind == NumberKind::scales) &&
                        row->value < limit;
    if (!scaled) {
      // «million un» is no sum; «mille un» would be, but nobody writes it.
      if (end == number.end || (article && number.end != at) || value >= limit) break;
      number.value += value;
      number.end = end;
      number.noun = false;
      break;
    }
    article = false;
    limit = row->value;
    number.value += value * row->value;
    number.scale = row->value;
    number.end = end + 1;
    number.noun = !english() && row->kind != NumberKind::thousand;
    add_half(number);
    // «deux cent mille millions» is read by the scale that follows.
    if (const NumberWord* more = follow(number.end);
        more != nullptr && row->kind == NumberKind::thousand && more->kind == NumberKind::scales) {
      number.value *= more->value;
      number.scale *= more->value;
      ++number.end;
      number.noun = !english();
    }
  }
  if (number.end == at) return {};
  number.article = article && number.end == at + 1;
  if (number.literal && number.end == at + 1) {
    number.plain = words_[at].plain;
    number.grouped = words_[at].grouped;
  }
  return number;
}

}  // namespace

double denominator(std::string_view key, Language language) {
  const auto find = [&](const auto& table) {
    for (const Denominator& row : table)
      if (row.word == key) return row.value;
    return 0.0;
  };
  return language == Language::english ? find(english_denominators) : find(french_denominators);
}

double percent_of(double part, double whole) {
  return std::round(1000 * part / whole) / 10;
}

std::optional<Number> read_number(std::span<const Word> words, size_t at, Language language) {
  if (at >= words.size() || words[at].kind == WordKind::mark) return {};
  const Reader reader(words, language);
  if (auto number = reader.vague(at)) return number;
  if (auto number = reader.collective(at)) return number;
  return reader.sum(at);
}

}  // namespace recoupe::quantities
