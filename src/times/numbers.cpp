#include "times/numbers.hpp"

#include <cmath>

namespace recoupe::times {
namespace {

using Pieces = std::vector<Piece>;

std::optional<Reading> read_entry(Class cls, const Pieces& pieces, uint32_t at,
                                  const Vocabulary& vocabulary) {
  if (pieces[at].word == 0) return std::nullopt;
  for (const Entry& entry : vocabulary.entries(pieces[at].word)) {
    if (entry.cls != cls || (entry.capital && !pieces[at].upper)) continue;
    uint32_t end = at + 1;
    bool same = pieces.size() - at > entry.rest.size();
    for (size_t i = 0; same && i < entry.rest.size(); ++i, ++end)
      same = pieces[end].word == entry.rest[i] && !pieces[end].paragraph;
    if (same) return Reading{static_cast<double>(entry.value), end};
  }
  return std::nullopt;
}

bool is_word(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary, std::string_view key) {
  return at < pieces.size() && pieces[at].word != 0 && !pieces[at].paragraph &&
         pieces[at].word == vocabulary.id(key);
}
bool glued_digits(const Pieces& pieces, uint32_t at, uint8_t digits = 0) {
  return at < pieces.size() && pieces[at].digits > 0 && !pieces[at].space &&
         (digits == 0 || pieces[at].digits == digits);
}

// 16 000, 3.000, 5,262 (groups of three) and 5,5 (a decimal sign: comma in French, point in English).
Reading read_digits(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary) {
  Reading out{static_cast<double>(pieces[at].number), at + 1};
  const bool french = vocabulary.elision();
  bool grouped = pieces[at].digits <= 3 && pieces[at].number > 0;
  for (int groups = 0; grouped && groups < 4; ++groups) {
    const uint32_t next = out.end;
    if (next >= pieces.size() || pieces[next].paragraph) break;
    if (french && pieces[next].digits == 3 && pieces[next].space && !pieces[next].line) {
      out = {out.value * 1000 + pieces[next].number, next + 1};
    } else if (is_word(pieces, next, vocabulary, french ? "." : ",") && !pieces[next].space &&
               glued_digits(pieces, next + 1, 3)) {
      out = {out.value * 1000 + pieces[next + 1].number, next + 2};
    } else {
      grouped = false;
    }
  }
  if (is_word(pieces, out.end, vocabulary, french ? "," : ".") && !pieces[out.end].space &&
      glued_digits(pieces, out.end + 1) && pieces[out.end + 1].digits <= 2) {
    const Piece& fraction = pieces[out.end + 1];
    out = {out.value + fraction.number / std::pow(10.0, fraction.digits), out.end + 2};
  }
  return out;
}

// Whether a word for less than a hundred goes on with the number so far: «vingt» + «deux», «soixante» +
// «quinze», «dix» + «sept», «cent» + «trois»; but «deux» + «trois» are two numbers.
bool adds(double current, double value) {
  const double tail = std::fmod(current, 100);
  if (tail == 0) return true;
  if (tail == 60 || tail == 80) return value < 20;
  if (tail == 10) return value >= 7 && value < 10;
  return tail >= 20 && std::fmod(tail, 10) == 0 && value < 10;
}

// One number word at a time: units and tens add up («vingt-deux»), cent and mille multiply what stands
// before.
std::optional<Reading> read_words(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary) {
  double total = 0, current = 0, last = 1e12;
  uint32_t end = at;
  for (uint32_t i = at; i < pieces.size() && i < at + 12;) {
    if (i > at && pieces[i].paragraph) break;
    const auto word = read_entry(Class::scale, pieces, i, vocabulary);
    if (!word) {
      const bool joins = is_word(pieces, i, vocabulary, "-") || is_word(pieces, i, vocabulary, "et") ||
                         is_word(pieces, i, vocabulary, "and");
      if (i == at || !joins) break;
      ++i;
      continue;
    }
    const double value = word->value;
    if (value >= 1000) {
      if (value >= last && last >= 1000 && total > 0) break;
      total += std::max(current, 1.0) * value;
      current = 0;
    } else if (value == 100) {
      if (current >= 100) break;
      current = std::max(current, 1.0) * 100;
    } else if (value == 20 && std::fmod(current, 100) == 4) {  // quatre-vingt
      current += 76;
    } else if (i > at && !adds(current, value)) {
      break;
    } else {
      current += value;
    }
    last = value;
    end = i = word->end;
  }
  if (end == at) return std::nullopt;
  return Reading{total + current, end};
}

std::optional<Reading> read_year(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary) {
  const Piece& piece = pieces[at];
  if (piece.digits != 4 || piece.number < 1000 || piece.number > 2100) return std::nullopt;
  const auto sign = [&](uint32_t i, std::string_view key) {
    return is_word(pieces, i, vocabulary, key) && !pieces[i].space;
  };
  // 2000,5 and 1.000.2000 are quantities; F-2000 and n°2014 are names.
  if ((sign(at + 1, ",") || sign(at + 1, ".")) && glued_digits(pieces, at + 2)) return std::nullopt;
  if (at + 1 < pieces.size() && pieces[at + 1].letters && !pieces[at + 1].space) return std::nullopt;
  if (at > 0 && !piece.space) {
    const Piece& before = pieces[at - 1];
    if (before.letters && before.word == 0) return std::nullopt;
    if (before.word == vocabulary.id("-") && at > 1 && pieces[at - 2].letters && pieces[at - 2].word == 0)
      return std::nullopt;
    if (!before.letters && before.digits == 0 && before.word == 0) return std::nullopt;
  }
  return Reading{static_cast<double>(piece.number), at + 1};
}

std::optional<Reading> read_day(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary) {
  const Piece& piece = pieces[at];
  if (piece.digits > 0) {
    if (piece.digits > 2 || piece.number < 1 || piece.number > 31) return std::nullopt;
    Reading out{static_cast<double>(piece.number), at + 1};
    if (vocabulary.elision()) {
      if (piece.number == 1 && is_word(pieces, at + 1, vocabulary, "er")) out.end = at + 2;
    } else {
      for (const std::string_view suffix : {"st", "nd", "rd", "th"})
        if (is_word(pieces, at + 1, vocabulary, suffix) && !pieces[at + 1].space) out.end = at + 2;
    }
    return out;
  }
  // In words only beside its month: «quatorze juillet», not «mardi deux hommes».
  std::optional<Reading> word = read_entry(Class::ordinal, pieces, at, vocabulary);
  if (word && vocabulary.elision() && word->value > 1) return std::nullopt;
  if (!word && vocabulary.elision()) word = read_words(pieces, at, vocabulary);
  if (!word || word->value < 1 || word->value > 31) return std::nullopt;
  if (!vocabulary.elision()) return word;
  if (word->end >= pieces.size() || !read_entry(Class::month, pieces, word->end, vocabulary))
    return std::nullopt;
  return word;
}

std::optional<Reading> small(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary, double most) {
  if (pieces[at].digits > 2) return std::nullopt;
  if (pieces[at].digits > 0) {
    if (pieces[at].number > most) return std::nullopt;
    return Reading{static_cast<double>(pieces[at].number), at + 1};
  }
  const auto word = read_words(pieces, at, vocabulary);
  return word && word->value <= most ? word : std::nullopt;
}

}  // namespace

std::optional<Reading> read_number(const Pieces& pieces, uint32_t at, const Vocabulary& vocabulary) {
  if (pieces[at].digits == 0) return read_words(pieces, at, vocabulary);
  Reading out = read_digits(pieces, at, vocabulary);
  if (out.end < pieces.size() && !pieces[out.end].paragraph) {  // 4,5 millions
    const auto scale = read_entry(Class::scale, pieces, out.end, vocabulary);
    if (scale && scale->value >= 1000) out = {out.value * scale->value, scale->end};
  }
  return out;
}

std::optional<Reading> read_class(Class cls, const Pieces& pieces, uint32_t at,
                                  const Vocabulary& vocabulary) {
  const Piece& piece = pieces[at];
  switch (cls) {
    case Class::number:
      return read_number(pieces, at, vocabulary);
    case Class::day:
      return read_day(pieces, at, vocabulary);
    case Class::year:
      return read_year(pieces, at, vocabulary);
    case Class::year2:
      if (piece.digits == 2) return Reading{static_cast<double>(piece.number), at + 1};
      return std::nullopt;
    case Class::month2:
      if (piece.digits == 0 || piece.digits > 2 || piece.number < 1 || piece.number > 12) return std::nullopt;
      return Reading{static_cast<double>(piece.number), at + 1};
    case Class::hour:
      // «37.1 in the morning»: the digits behind a point are no hour
      if (at > 1 && !piece.space && pieces[at - 1].word == vocabulary.id(".") && pieces[at - 2].digits > 0 &&
          !pieces[at - 1].space)
        return std::nullopt;
      return small(pieces, at, vocabulary, 24);
    case Class::clock4:
      if (piece.digits != 4 || piece.number >= 2400 || piece.number % 100 >= 60) return std::nullopt;
      return Reading{static_cast<double>(piece.number), at + 1};
    case Class::any:
      if (!piece.letters) return std::nullopt;
      return Reading{0, at + 1};
    case Class::minute:
      // «4:3» is a ratio
      if (piece.digits == 1 && at > 0 && !piece.space && is_word(pieces, at - 1, vocabulary, ":"))
        return std::nullopt;
      if (piece.digits == 1 && piece.number != 0) return Reading{static_cast<double>(piece.number), at + 1};
      return small(pieces, at, vocabulary, 59);
    default:
      return read_entry(cls, pieces, at, vocabulary);
  }
}

}  // namespace recoupe::times
