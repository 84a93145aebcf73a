#include "quotes/predicate.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "quotes/scan.hpp"

namespace recoupe::quotes {
namespace {

class Predicate {
 public:
  Predicate(const Document& document, const Reading& reading, const Cue_lexicon& lexicon, uint32_t sentence,
            uint32_t quote)
      : document_(document),
        reading_(reading),
        scan_{reading, lexicon, none_, {reading.sentences[sentence].begin, reading.sentences[sentence].end}},
        quote_(quote) {
    const Span inner = reading.marked[reading.words[quote].marked].inner;
    const auto& tokens = document.tokens;
    const auto it = std::lower_bound(tokens.begin(), tokens.end(), inner.begin,
                                     [](const Token& t, uint32_t at) { return t.span.begin < at; });
    first_ = static_cast<uint32_t>(it - tokens.begin());
    while (end_ < 4 && first_ + end_ < tokens.size() && tokens[first_ + end_].span.end <= inner.end) ++end_;
    end_ += first_;
  }

  Range subject() const {
    if (first_ >= end_) return {};
    if (utf8::is_upper(utf8::decode(document_.text, document_.tokens[first_].span.begin).code_point))
      return {};
    if (const uint32_t feeling = felt(); feeling < end_) return whose(feeling);
    return verb_first() ? phrase_before(quote_) : Range{};
  }

 private:
  // The token that says what somebody feels, among the first of them; end_ for none.
  uint32_t felt() const {
    for (uint32_t t = first_; t < end_; ++t) {
      const Token& token = document_.tokens[t];
      if (token.upos == Upos::punct || (token.features & (mood_indicative | mood_conditional))) break;
      const std::string form = utf8::lower(document_.words(token));
      for (const std::string& stem : scan_.lexicon.feelings)
        if (form.starts_with(stem)) return t;
      if (token.upos != Upos::adv) break;
    }
    return end_;
  }

  bool verb_first() const {
    for (uint32_t t = first_; t < end_; ++t) {
      const Token& token = document_.tokens[t];
      if (token.features & (mood_indicative | mood_conditional)) return true;
      const uint32_t c = scan_.lexicon.classes_of(utf8::lower(document_.words(token)));
      if (!(c & (class_negation | class_reflexive))) return false;
    }
    return false;
  }

  uint32_t word_of(int32_t token) const {
    for (uint32_t i = scan_.sentence.begin; i < quote_; ++i)
      if (reading_.words[i].token == token) return i;
    return quote_;
  }

  // The subject of «est « effaré »», or the noun that «, « très attristés »,» stands beside.
  Range whose(uint32_t feeling) const {
    for (uint32_t i = scan_.sentence.begin; i < quote_; ++i) {
      const Word& word = reading_.words[i];
      if (word.token < 0 || document_.tokens[word.token].head != static_cast<int32_t>(feeling)) continue;
      if (word.relation == Relation::nsubj || word.relation == Relation::nsubj_pass) return phrase_of(i);
    }
    if (quote_ > scan_.sentence.begin && scan_.kind(quote_ - 1, WordKind::comma)) {
      const uint32_t head = word_of(document_.tokens[feeling].head);
      if (head < quote_ && reading_.words[head].upos != Upos::verb) return phrase_of(head);
      return phrase_before(quote_ - 1);
    }
    return {};
  }

  Range phrase_of(uint32_t head) const {
    uint32_t begin = head;
    while (begin > scan_.sentence.begin && reading_.words[begin - 1].kind == WordKind::word &&
           reading_.words[begin - 1].head >= static_cast<int32_t>(begin) &&
           reading_.words[begin - 1].head <= static_cast<int32_t>(head))
      --begin;
    uint32_t end = head + 1;
    while (end < quote_ && !scan_.finite(end) && !scan_.is(end, class_relative)) ++end;
    return {begin, end};
  }

  // The noun phrase that ends right there and that nothing governs.
  Range phrase_before(uint32_t end) const {
    uint32_t begin = end;
    while (begin > scan_.sentence.begin && end - begin < 10) {
      const Word& word = reading_.words[begin - 1];
      if (word.kind != WordKind::word || scan_.finite(begin - 1) ||
          scan_.is(begin - 1, class_relative | class_coordinator | class_subordinator))
        break;
      --begin;
    }
    if (begin < end && scan_.starts(begin)) return {begin, end};
    return {};
  }

  static inline const std::vector<Cue> none_;
  const Document& document_;
  const Reading& reading_;
  Scan scan_;
  uint32_t quote_, first_ = 0, end_ = 0;  // of tokens within the marks
};

}  // namespace

Range predicate_subject(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                        uint32_t sentence, uint32_t quote) {
  return Predicate(document, reading, lexicon, sentence, quote).subject();
}

}  // namespace recoupe::quotes
