#include <cmath>

#include "quantities/numbers.hpp"
#include "quantities/quantities.hpp"

namespace recoupe::quantities {
namespace {

// «M€», «Md€», «k$», «bn»: what a letter behind a number multiplies it by.
double letter_scale(std::string_view key) {
  if (key == "k") return 1e3;
  if (key == "m" || key == "mn" || key == "meur" || key == "meuros") return 1e6;
  if (key == "md" || key == "mds" || key == "mrd" || key == "bn" || key == "b") return 1e9;
  return key == "tn" ? 1e12 : 0;
}

class Collector {
 public:
  Collector(std::string_view text, Language language) : words_(scan(text, language)), language_(language) {}

  std::vector<double> run() {
    for (size_t at = 0; at < words_.size(); ++at) {
      fraction_at(at);
      if (const auto number = read_number(words_, at, language_)) take(*number);
    }
    return std::move(out_);
  }

 private:
  bool is(size_t at, std::string_view key) const { return at < words_.size() && words_[at].key == key; }

  // «la moitié», «half an hour», «une demi-journée», «deux heures et demie».
  void fraction_at(size_t at) {
    const double whole = denominator(words_[at].key, language_);
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

  void take(const Number& number) {
    out_.push_back(number.value);
    if (number.vague) out_.push_back(number.max);
    if (number.grouped != 0) out_.push_back(number.grouped);
    // The second of two numbers may give the first its scale («10 à 20 000»), or be what it is a share of.
    if (last_ > 0 && last_ < number.value) {
      if (number.scale > 1) out_.push_back(last_ * number.scale);
      if (number.value >= 1000) out_.push_back(last_ * 1000);
      out_.push_back(percent_of(last_, number.value));
    }
    const double scale = number.end < words_.size() ? letter_scale(words_[number.end].key) : 0;
    if (scale > 0) out_.push_back(number.value * scale);
    last_ = number.value;
  }

  std::vector<Word> words_;
  Language language_;
  std::vector<double> out_;
  double last_ = 0;
};

}  // namespace

std::vector<double> numbers_in(std::string_view text, Language language) {
  return Collector(text, language).run();
}

}  // namespace recoupe::quantities
