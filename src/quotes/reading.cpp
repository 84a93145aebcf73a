#include "quotes/reading.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

std::string plain(std::string_view word) {
  std::string out = utf8::lower(word);
  for (size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

WordKind kind_of(std::string_view word, char32_t first) {
  if (utf8::is_letter(first)) return WordKind::word;
  if (utf8::is_digit(first)) return WordKind::number;
  if (word == ",") return WordKind::comma;
  if (word == ":") return WordKind::colon;
  if (word == ";") return WordKind::semicolon;
  if (word == "(" || word == "[") return WordKind::open;
  if (word == ")" || word == "]") return WordKind::close;
  if (word == "." || word == "!" || word == "?" || word == "…" || word.substr(0, 2) == "..")
    return WordKind::stop;
  if (word == "-" || word == "–" || word == "—" || word == "―" || word == "--") return WordKind::dash;
  if (word.size() > 1 && word[0] == '-') return WordKind::word;  // «-t-il»
  return WordKind::other;
}

// Pronouns that hang on their verb: «a-t-il» is read as «a» + «-t-il» whether or not the tokens say so.
constexpr std::array<std::string_view, 10> hanging = {"-t-il", "-t-elle", "-t-ils", "-t-elles", "-t-on",
                                                      "-il",   "-elle",   "-ils",   "-elles",   "-on"};

size_t hanging_at(std::string_view form) {
  if (form.starts_with("-")) return 0;
  for (const std::string_view tail : hanging)
    if (form.size() > tail.size() && form.ends_with(tail)) return form.size() - tail.size();
  return 0;
}

bool all_capitals(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    if (utf8::is_letter(d.code_point) && !utf8::is_upper(d.code_point)) return false;
    at += d.size;
  }
  return true;
}

// Words after which a sentence ends whatever comes: rules look at a sentence as a whole.
constexpr size_t longest_sentence = 500;

class Reader {
 public:
  Reader(const Document& document, std::vector<Marked> marked, const lexicon::Forms& forms)
      : document_(document), forms_(forms) {
    reading_.marked = std::move(marked);
    for (const Marked& m : reading_.marked)
      reading_.lengths.push_back(count_words(document.text, m.inner, 8));
  }

  Reading read() {
    for (const Sentence& sentence : document_.sentences) {
      fresh_ = true;
      for (uint32_t i = sentence.first_token; i < sentence.end_token && i < document_.tokens.size(); ++i)
        token(document_.tokens[i], sentence.paragraph);
    }
    quotes_before(UINT32_MAX, paragraph_);
    close();
    set_heads();
    return std::move(reading_);
  }

 private:
  // Heads are given as tokens; words between marks and the second halves of contractions have none.
  void set_heads() {
    std::vector<int32_t> word_of(document_.tokens.size(), -1);
    for (size_t i = 0; i < reading_.words.size(); ++i)
      if (reading_.words[i].token >= 0) word_of[reading_.words[i].token] = static_cast<int32_t>(i);
    for (Word& word : reading_.words) {
      if (word.token < 0) continue;
      const int32_t head = document_.tokens[word.token].head;
      if (head >= 0 && head < static_cast<int32_t>(word_of.size())) word.head = word_of[head];
    }
  }

  void token(const Token& token, uint32_t paragraph) {
    if (token.flags & token_contraction_tail) return;
    quotes_before(token.span.begin + 1, paragraph);
    if (token.span.begin < masked_to_) return;
    std::string form = plain(document_.words(token));
    if (form.empty()) return;
    const char32_t first = utf8::decode(document_.text, token.span.begin).code_point;
    Word word;
    word.span = token.span;
    word.kind = kind_of(form, first);
    word.capital = utf8::is_upper(first);
    word.contracted = (token.flags & token_contraction) != 0;
    word.mention = mention_at(token.span);
    word.upos = token.upos;
    word.features = token.features;
    word.relation = token.relation;
    word.token = static_cast<int32_t>(&token - document_.tokens.data());
    if (word.kind == WordKind::word && document_.language == Language::french) word.can = possible(form);
    const size_t tail = word.kind == WordKind::word ? hanging_at(form) : 0;
    if (tail != 0 && form.size() == token.span.size()) {
      Word second = word;
      second.span.begin += static_cast<uint32_t>(tail);
      second.form = form.substr(tail);
      second.capital = false;
      second.upos = Upos::pron;
      word.span.end = second.span.begin;
      word.form = form.substr(0, tail);
      push(std::move(word), paragraph);
      push(std::move(second), paragraph);
      return;
    }
    word.form = std::move(form);
    push(std::move(word), paragraph);
  }

  uint8_t possible(const std::string& form) const {
    uint8_t can = 0;
    for (const lexicon::Analysis& analysis : forms_.find(form).analyses) {
      const bool verb = analysis.upos == Upos::verb || analysis.upos == Upos::aux;
      const bool third =
          (analysis.features & person_third) || !(analysis.features & (person_first | person_second));
      if (verb && (analysis.features & form_infinitive)) {
        can |= can_infinitive;
      } else if (verb && (analysis.features & (mood_indicative | mood_conditional | mood_subjunctive))) {
        can |= third ? can_finite : 0;
      } else if (!verb || !(analysis.features & mood_imperative)) {
        can |= can_other;
      }
    }
    return can;
  }

  // The name that begins at a word; an inner one («mosquée de [Paris]») gives way to the one that holds it.
  int32_t mention_at(Span span) {
    const auto& mentions = document_.mentions;
    while (next_mention_ < mentions.size() && mentions[next_mention_].span.begin < span.begin)
      ++next_mention_;
    if (next_mention_ == mentions.size() || mentions[next_mention_].span.begin >= span.end) return -1;
    return static_cast<int32_t>(next_mention_);
  }

  void quotes_before(uint32_t position, uint32_t paragraph) {
    while (next_ < reading_.marked.size() && reading_.marked[next_].outer.begin < position) {
      const Marked& marked = reading_.marked[next_];
      Word word;
      word.span = marked.outer;
      word.kind = WordKind::quote;
      word.marked = static_cast<int32_t>(next_);
      word.capital = utf8::is_upper(utf8::decode(document_.text, marked.inner.begin).code_point);
      push(std::move(word), position == UINT32_MAX ? marked.paragraph : paragraph);
      masked_to_ = marked.outer.end;
      ++next_;
    }
  }

  void push(Word word, uint32_t paragraph) {
    if (paragraph != paragraph_ || starts_sentence(word) ||
        reading_.words.size() - first_ >= longest_sentence)
      close();
    paragraph_ = paragraph;
    fresh_ = false;
    reading_.words.push_back(std::move(word));
  }

  // A sentence ends where the segmenter says so, save around marks: «« Non. », a-t-il dit» goes on.
  bool starts_sentence(const Word& word) const {
    if (reading_.words.size() == first_) return false;
    const Word& last = reading_.words.back();
    if (last.kind == WordKind::colon || last.kind == WordKind::comma) return false;
    if (last.kind == WordKind::quote) {
      if (word.kind != WordKind::quote && !word.capital) return false;
      const Marked& marked = reading_.marked[last.marked];
      const char32_t end = utf8::decode_before(document_.text, marked.inner.end).code_point;
      const bool stopped = end == U'.' || end == U'!' || end == U'?' || end == U'…';
      return word.kind == WordKind::quote ? stopped && word.capital : stopped || fresh_;
    }
    if (last.kind == WordKind::stop && last.form != "…" && word.kind == WordKind::quote)
      return word.capital || fresh_;
    return fresh_ && (word.kind == WordKind::quote || last.kind == WordKind::stop || word.capital ||
                      last.kind == WordKind::close);
  }

  bool in_time(Span span) const {
    const auto it = std::lower_bound(document_.times.begin(), document_.times.end(), span.begin,
                                     [](const Time& t, uint32_t begin) { return t.span.end <= begin; });
    return it != document_.times.end() && it->span.overlaps(span);
  }

  // «NICE (ALP), 12 mars – La digue a cédé»: the sentence begins after the dash. A place and nothing but a
  // date, an agency between brackets or a particle before it; a plain «Nice – » is no dateline.
  uint32_t past_dateline(uint32_t end) const {
    const auto& words = reading_.words;
    if (words[first_].kind != WordKind::word || !words[first_].capital) return first_;
    const std::string_view place = document_.words(words[first_].span);
    bool dated = place.size() > 2 && all_capitals(place);
    for (uint32_t i = first_ + 1; i + 1 < end && i < first_ + 16; ++i) {
      const Word& word = words[i];
      if (word.kind == WordKind::dash && words[i - 1].span.end < word.span.begin)
        return dated ? i + 1 : first_;
      const bool time = (word.kind == WordKind::word || word.kind == WordKind::number) && in_time(word.span);
      dated |= time || word.kind == WordKind::open;
      const bool particle = word.form == "de" || word.form == "la" || word.form == "sur" || word.form == "-";
      const bool passes = time || particle || word.kind == WordKind::comma || word.kind == WordKind::open ||
                          word.kind == WordKind::close || word.kind == WordKind::dash ||
                          (word.kind == WordKind::word && word.capital);
      if (!passes) return first_;
    }
    return first_;
  }

  void close() {
    const auto end = static_cast<uint32_t>(reading_.words.size());
    if (end == first_) return;
    const bool opens = reading_.sentences.empty() || reading_.sentences.back().paragraph != paragraph_;
    reading_.sentences.push_back({opens ? past_dateline(end) : first_, end, paragraph_});
    first_ = end;
  }

  const Document& document_;
  const lexicon::Forms& forms_;
  Reading reading_;
  uint32_t first_ = 0, paragraph_ = 0, masked_to_ = 0;
  size_t next_ = 0, next_mention_ = 0;
  bool fresh_ = false;  // the segmenter begins a sentence here
};

}  // namespace

Reading read(const Document& document, std::vector<Marked> marked, const lexicon::Forms& forms) {
  return Reader(document, std::move(marked), forms).read();
}

uint32_t count_words(std::string_view text, Span span, uint32_t enough) {
  uint32_t count = 0;
  bool inside = false;
  for (uint32_t at = span.begin; at < span.end && count < enough;) {
    const utf8::Decoded d = utf8::decode(text, at);
    const bool word = utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point);
    const bool joins =
        d.code_point == U'-' || d.code_point == U'.' || d.code_point == U'\'' || d.code_point == U'’';
    if (word && !inside) ++count;
    inside = word || (inside && joins);
    at += d.size;
  }
  return count;
}

}  // namespace recoupe::quotes
