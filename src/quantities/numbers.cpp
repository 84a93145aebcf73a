#include "quantities/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace recoupe::quantities {

namespace {

// What makes an order of a plural: «plusieurs milliers», «several hundred».
constexpr std::array<std::string_view, 3> french_openers = {"des", "quelques", "plusieurs"};
constexpr std::array<std::string_view, 3> english_openers = {"several", "many", "some"};

// A reader over the words; every function takes a position and gives what begins exactly there.
class Reader {
 public:
  Reader(std::span<const Word> words, Language language) : words_(words), language_(language) {}

  // Whether anything below can begin there; most words of a text cannot, and cost no more than this.
  bool may_begin(size_t at) const {
    const Word& word = words_[at];
    if (word.kind == WordKind::number || entry(at) != nullptr || half(at)) return true;
    const auto& openers = english() ? english_openers : french_openers;
    return std::find(openers.begin(), openers.end(), word.key) != openers.end() || of(at + 1) ||
           kind(at + 1, NumberKind::scale);
  }
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

  // «trois millions et demi» adds its half later, in millions; «one and a half million» multiplies.
  bool follow_scale(size_t at) const {
    return kind(at, NumberKind::scale) || kind(at, NumberKind::scales) || kind(at, NumberKind::thousand);
  }
  std::optional<Part> below_twenty(size_t at) const;
  std::optional<Part> below_hundred(size_t at) const;
  std::optional<Part> below_thousand(size_t at) const;
  std::optional<Part> part(size_t at) const;
  void chain_of(Number& number) const;
  void add_half(Number& number) const;
  void add_decimals(double& value, size_t& end) const;
  bool add_stroke(double& value, size_t& end) const;
  double fraction_after(size_t at, size_t& end) const;
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
  size_t part_end = end;
  if (fraction_after(end, part_end) > 0)
    return Part{hundreds * 100, end};  // «one hundred | and three quarters»
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

// «et demi», «and a quarter», «and two thirds», «et trois quarts»: the part behind a whole number, and where
// it ends; 0 where there is none. «two and a third of them» is two numbers.
double Reader::fraction_after(size_t at, size_t& end) const {
  if (!is(at, english() ? "and" : "et")) return 0;
  double count = 1;
  size_t k = at + 1;
  const NumberWord* row = follow(k);
  const bool counted = row != nullptr && row->value >= 1 && row->value <= 9 &&
                       (row->kind == NumberKind::unit || row->kind == NumberKind::article);
  if (counted) {
    count = row->value;
    ++k;
  }
  if (next(k) == nullptr || (of(k + 1) && !half(k))) return 0;
  const bool bare = !english() && (half(k) || words_[k].key == "quart");
  if (!counted && !bare) return 0;
  const double whole = half(k) ? 2 : denominator(words_[k].key, language_);
  // «cinq et un cinquième» is said; «five and a second» is not.
  if (whole < 2 || count >= whole || (count > 1) != is_plural_denominator(words_[k].key)) return 0;
  end = k + 1;
  return count / whole;
}

void Reader::add_half(Number& number) const {
  size_t end = number.end;
  if (const double part = fraction_after(number.end, end); part > 0) {
    number.value += scaled(part, number.scale);
    number.end = end;
  }
}

// «deux virgule cinq», «five point two».
void Reader::add_decimals(double& value, size_t& end) const {
  if (!is(end, english() ? "point" : "virgule")) return;
  double decimals = 0, unit = 1;
  size_t k = end + 1;
  while (kind(k, NumberKind::unit) && follow(k)->value <= 9) {  // «zero three»
    unit /= 10;
    decimals += follow(k)->value * unit;
    ++k;
  }
  if (k == end + 1) {
    const auto tens = next(k) && words_[k].kind == WordKind::word ? below_hundred(k) : std::nullopt;
    if (!tens) return;
    decimals = tens->value / 100;
    k = tens->end;
  }
  value = std::round((value + decimals) * 1e9) / 1e9;
  end = k;
}

// «10 1/2», «2 3/4»: the part that digits and a stroke add to the whole number before them.
bool Reader::add_stroke(double& value, size_t& end) const {
  const Stroke stroke = read_stroke(words_, end);
  if (stroke.end == 0 || !next(end) || words_[end].glued || words_[end].joined) return false;
  value += stroke.value;
  end = stroke.end;
  return true;
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
  size_t k = at;
  const auto& openers = english() ? english_openers : french_openers;
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

// «a quarter | of a million», «trois quarts | de million», «two thirds | of a billion», «a quarter |
// million»: where the scale stands, or 0.
size_t Reader::quarters(size_t at, double& times) const {
  const NumberWord* count = entry(at);
  const bool counted = count != nullptr && count->value <= 9 && count->value >= 1;
  const size_t k = counted ? at + 1 : at;
  const Word* word = counted ? next(k) : &words_[at];
  if (word == nullptr || word->kind != WordKind::word) return 0;
  const double whole = denominator(word->key, language_);
  const double parts = counted ? count->value : 1;
  if (whole < 3 || whole > 10 || parts >= whole) return 0;
  times = parts / whole;
  if (english() && word->key == "quarter" && kind(k + 1, NumberKind::scale)) return k + 1;
  if (!of(k + 1)) return 0;
  const size_t scale = english() && (is(k + 2, "a") || is(k + 2, "one")) ? k + 3 : k + 2;
  return kind(scale, NumberKind::scale) ? scale : 0;
}

// «une vingtaine», «deux douzaines», «un demi-million», «half a dozen», «la centaine de».
std::optional<Number> Reader::collective(size_t at) const {
  size_t k = at;
  double times = 1, part_of_scale = 1;
  if (english() && half(k)) {
    times = 0.5;
    ++k;
    if (is(k, "a")) ++k;
  } else if (const size_t scale = quarters(at, part_of_scale); scale != 0) {
    k = scale;
    times = part_of_scale;
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
  number.value = scaled(times, row->value);
  number.end = k + 1;
  chain_of(number);
  number.approx = row->kind != NumberKind::scale && row->kind != NumberKind::thousand;
  if (row->kind == NumberKind::scale) number.scale = row->value;
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
    // «six million and two hundred»
    const bool joined_on = english() && number.end != at && number.scale >= 1000 && is(number.end, "and") &&
                           entry(number.end + 1) != nullptr &&
                           entry(number.end + 1)->kind != NumberKind::article && !number.noun;
    if (number.end != at && !joined_on &&
        (number.literal || !next(number.end) || words_[number.end].kind == WordKind::number))
      break;
    const auto count = part(joined_on ? number.end + 1 : number.end);
    if (!count) break;
    const NumberWord* opener = entry(number.end);
    article = count->value == 1 && opener != nullptr && opener->kind == NumberKind::article;
    double value = count->value;
    size_t end = count->end;
    if (number.literal && words_[at].plain && add_stroke(value, end)) {
      number.value = value;
      number.end = end;
      break;
    }
    add_decimals(value, end);
    size_t behind = end;
    if (const double part = fraction_after(end, behind); part > 0 && (english() || !follow_scale(behind))) {
      value += part;
      end = behind;
    }
    const NumberWord* row = end == at ? entry(end) : follow(end);
    if (english() && number.literal && row != nullptr && row->kind == NumberKind::hundred) {  // «3 hundred»
      value *= 100;
      row = follow(++end);
    }
    const bool scaled_up = row != nullptr &&
                           (row->kind == NumberKind::thousand || row->kind == NumberKind::scale ||
                            row->kind == NumberKind::scales) &&
                           row->value < limit;
    if (!scaled_up) {
      // «million un» is no sum; «mille un» would be, but nobody writes it.
      if (end == number.end || (article && number.end != at) || value >= limit) break;
      number.value += value;
      number.end = end;
      number.noun = false;
      break;
    }
    article = false;
    limit = row->value;
    number.value += scaled(value, row->value);
    number.scale = row->value;
    number.end = end + 1;
    number.noun = !english() && row->kind != NumberKind::thousand;
    add_half(number);
    // «deux cent mille millions» is read by the scale that follows.
    if (const NumberWord* more = follow(number.end);
        more != nullptr && ((row->kind == NumberKind::thousand && more->kind == NumberKind::scales) ||
                            (row->word == "lakh" && more->word == "crore"))) {
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

std::optional<Number> read_number(std::span<const Word> words, size_t at, Language language) {
  if (at >= words.size() || words[at].kind == WordKind::mark) return {};
  const Reader reader(words, language);
  if (!reader.may_begin(at)) return {};
  if (auto number = reader.vague(at)) return number;
  if (auto number = reader.collective(at)) return number;
  return reader.sum(at);
}

}  // namespace recoupe::quantities
