#include "quantities/numbers.hpp"
#include "quantities/quantities.hpp"

namespace recoupe::quantities {

std::vector<double> numbers_in(std::string_view text, Language language) {
  std::vector<double> out;
  const std::vector<Word> words = scan(text, language);
  for (size_t at = 0; at < words.size(); ++at) {
    const auto number = read_number(words, at, language);
    if (!number) continue;
    out.push_back(number->value);
    if (number->vague) out.push_back(number->max);
    if (number->grouped != 0) out.push_back(number->grouped);
  }
  return out;
}

}  // namespace recoupe::quantities
