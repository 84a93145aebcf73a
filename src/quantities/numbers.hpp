// Numbers, in digits and in words, French and English: «3.000», «1,5 million», «quatre-vingt-dix-sept», «une
// vingtaine», «des dizaines de milliers», «half a dozen».
#pragma once

#include <optional>
#include <span>

#include "quantities/scan.hpp"

namespace recoupe::quantities {

enum class NumberKind : uint8_t {
  article,  // un, une, a, an: a number only before a scale («un million») or after a bound («au moins un»)
  unit,     // 0 to 19
  ten,      // vingt, thirty
  hundred,     // cent
  thousand,    // mille
  scale,       // million
  scales,      // millions: vague without a number before it
  collective,  // vingtaine, millier, dozen
  collectives  // dizaines, milliers, scores
};

struct NumberWord {
  std::string_view word;
  NumberKind kind;
  double value;
};

// The closed class of a language's number words, sorted by word (fr/number_words.cpp, en/number_words.cpp).
std::span<const NumberWord> french_number_words();
std::span<const NumberWord> english_number_words();
const NumberWord* number_word(std::string_view key, Language language);

struct Number {
  double value = 0;
  double max = 0;        // of a vague order: «des dizaines» 20 to 99
  size_t end = 0;        // one past its last word
  double scale = 1;      // the last scale word: 1e9 in «50 milliards»
  double grouped = 0;    // the other reading of «5,262»
  bool vague = false;    // an order: «des centaines», «several thousand»
  bool approx = false;   // a collective: «une vingtaine»
  bool literal = false;  // begins with digits
  bool article = false;  // nothing but «un», «une», «a»
  bool noun = false;     // a noun itself, so that what it counts follows with «de»: «millions d'euros»
  bool plain = false;    // bare digits, which may be a year
};

// What a fraction divides by: «tiers» 3, «half» 2, «vingtième» 20; 0 for any other word.
double denominator(std::string_view key, Language language);
bool is_plural_denominator(std::string_view key);  // «quarts», «fifths», «tiers»

// An ordinal of one word or more, «vingt-cinquième», «hundredth»: its value and one past its last word; end 0
// where none begins at words[at].
struct Ordinal {
  double value = 0;
  size_t end = 0;
};
Ordinal read_ordinal(std::span<const Word> words, size_t at, Language language);

// «1/2», «3/4»: a proper fraction in digits, small enough to be one and no date.
struct Stroke {
  double value = 0;
  size_t end = 0;
};
Stroke read_stroke(std::span<const Word> words, size_t at);

// value * factor; 16.4 million is 16400000 and not 16399999.999999998.
double scaled(double value, double factor);
// 33.3: a share in percent, to one decimal, as the press prints it.
double percent_of(double part, double whole);

// The number that begins at words[at], as long as it can be; none where no number begins.
std::optional<Number> read_number(std::span<const Word> words, size_t at, Language language);

}  // namespace recoupe::quantities
