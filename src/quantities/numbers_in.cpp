#include <cmath>

#include "quantities/numbers.hpp"
#include "quantities/quantities.hpp"

namespace recoupe::quantities {
namespace {

// «M€», «Md€», «k$», «bn»: what a letter behind a number multiplies it by.
double letter_scale(std::string_view key) {
  if (key == "k") return 1e3;
  if (key == "m" || key == "mn" || key == "mm" || key == "meur" || key == "meuros") return 1e6;
  if (key.size() == 4 && key.front() == 'm') return 1e6;  // «30 MUSD»
  if (key == "md" || key == "mds" || key == "mrd" || key == "bn" || key == "b") return 1e9;
  if (key == "pence") return 0.01;
  return key == "tn" ? 1e12 : 0;
}

class Collector {
 public:
  Collector(std::string_view text, Language language) : words_(scan(text, language)), language_(language) {}

  std::vector<double> run() {
    for (size_t at = 0; at < words_.size(); ++at) {
      fraction_at(at);
      if (const auto number = read_number(words_, at, language_)) take(*number, at);
    }
    return std::move(out_);
  }

 private:
  bool is(size_t at, std::string_view key) const { return at < words_.size() && words_[at].key == key; }

  // «la moitié», «half an hour», «une demi-journée», «deux heures et demie».
  void fraction_at(size_t at) {
    double whole = denominator(words_[at].key, language_);
    if (whole == 0)
      if (const Ordinal ordinal = read_ordinal(words_, at, language_); ordinal.value > 2)
        whole = ordinal.value;
    if (const Stroke stroke = read_stroke(words_, at); stroke.end != 0) {
      out_.push_back(stroke.value);
      out_.push_back(percent_of(stroke.value, 1));
    }
    const bool half = whole == 2 || words_[at].key == "demi" || words_[at].key == "demie";
    if (half) out_.push_back(0.5);
    if (half && last_ > 0) out_.push_back(last_ + 0.5);
    if (words_[at].key == "twice") out_.push_back(2);
    if (words_[at].key == "thrice") out_.push_back(3);
    if (whole == 0) return;
    const double part = last_ > 0 && last_ < whole ? last_ : 1;
    out_.push_back(percent_of(part, whole));
    out_.push_back(part / whole);
  }

  void take(const Number& number, size_t at) {
    out_.push_back(number.value);
    if (at > 0 && (is(at - 1, "-") || is(at - 1, "moins") || is(at - 1, "minus")))
      out_.push_back(-number.value);
    if (last_ > 0 && number.value < 60) {  // «8 heures 15 minutes et 3 secondes»
      const double hours = last_ + number.value / 60;
      for (const double sum : {hours, last_ + number.value / 3600, clock_ + number.value / 3600})
        out_.push_back(sum);
      clock_ = hours;
    }
    if (last_ > 0 && number.value < 100) {  // «15 euros 50», «5 feet 2 inches»
      out_.push_back(last_ + number.value / 100);
      out_.push_back(last_ + number.value / 12);
    }
    if (number.vague) out_.push_back(number.max);
    if (number.grouped != 0) out_.push_back(number.grouped);
    // The second of two numbers may give the first its scale («10 à 20 000»), or be what it is a share of.
    if (last_ > 0 && last_ < number.value) {
      if (number.scale > 1) out_.push_back(scaled(last_, number.scale));
      if (number.value >= 1000) out_.push_back(last_ * 1000);
      out_.push_back(percent_of(last_, number.value));
    }
    const double scale = number.end < words_.size() ? letter_scale(words_[number.end].key) : 0;
    if (scale > 0) out_.push_back(scaled(number.value, scale));
    if (at > 0)  // «MAUD 60»
      if (const double before = letter_scale(words_[at - 1].key); before > 0)
        out_.push_back(scaled(number.value, before));
    for (size_t k = number.end; k < number.end + 3 && k < words_.size(); ++k)  // «75 USD million»
      if (const NumberWord* word = number_word(words_[k].key, language_);
          word != nullptr && word->value >= 1e6)
        out_.push_back(scaled(number.value, word->value));
    last_ = number.value;
  }

  std::vector<Word> words_;
  Language language_;
  std::vector<double> out_;
  double last_ = 0;
  double clock_ = 0;
};

}  // namespace

std::vector<double> numbers_in(std::string_view text, Language language) {
  return Collector(text, language).run();
}

}  // namespace recoupe::quantities
