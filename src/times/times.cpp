#include "times/times.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "times/dateline.hpp"
#include "times/governor.hpp"
#include "times/numbers.hpp"
#include "times/pattern.hpp"
#include "times/resolve.hpp"
#include "times/tense.hpp"

namespace recoupe::times {
namespace {

// The sentence and the paragraph of every piece. A sentence ends at . ! ? before a blank and a capital, a
// digit or a quotation mark; finer knowledge (abbreviations) is not needed to ask for the nearest verb.
struct Layout {
  std::vector<uint32_t> sentence, paragraph;
  std::vector<uint32_t> starts;  // the first piece of each sentence, and the count of pieces
};

Layout lay_out(std::string_view text, const std::vector<Piece>& pieces) {
  Layout out;
  uint32_t sentence = 0, paragraph = 0;
  bool ended = true;
  for (uint32_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool opens = piece.upper || piece.digits > 0 || !piece.letters;
    if (piece.paragraph && i > 0) ++paragraph;
    if (piece.paragraph || piece.line || (ended && piece.space && opens)) {
      if (i > 0) ++sentence;
      out.starts.push_back(i);
    }
    out.sentence.push_back(sentence);
    out.paragraph.push_back(paragraph);
    const char sign = text[piece.span.begin];
    const bool initial = i > 0 && pieces[i - 1].letters && pieces[i - 1].span.size() == 1;
    ended = sign == '!' || sign == '?' || (sign == '.' && !initial) ||
            (ended && (sign == ')' || sign == '"' || !(piece.letters || piece.digits > 0)));
  }
  out.starts.push_back(static_cast<uint32_t>(pieces.size()));
  return out;
}

void look_around(const Document& document, const std::vector<Piece>& pieces, const Grammar& grammar,
                 const Layout& layout, const Match& match, Place& place) {
  const std::string_view text = document.text;
  // «sa démission prochaine, au mois d'octobre»
  constexpr uint32_t beside = 4;
  const uint32_t first = layout.starts[layout.sentence[match.begin]];
  for (uint32_t i = match.begin; i > first && i + beside > match.begin; --i)
    if (read_class(Class::next, pieces, i - 1, grammar.vocabulary())) {
      place.direction = 1;
      place.verb_ahead = true;
      return;
    }
  const Span time{pieces[match.begin].span.begin, pieces[match.end - 1].span.end};
  const int bound = bounded(text, pieces, match.begin, match.end);
  place.direction = bound;
  if (bound < 0) return;
  const std::optional<int> governed = governing_tense(document, time, bound > 0);
  if (governed.value_or(0) != 0) {
    place.direction = *governed;
    place.verb_ahead = *governed > 0;
    return;
  }
  if (governed && bound > 0) return;
  const uint32_t sentence = layout.sentence[match.begin];
  const int near = direction(text, pieces, grammar.vocabulary(), layout.starts[sentence],
                             layout.starts[sentence + 1], match.begin, match.end);
  if (near != 0) place.direction = near;
  place.verb_ahead = near > 0;
}

// «Un mois plus tôt, début mai»: what stands beside it says which month.
bool explains(const std::vector<Piece>& pieces, std::string_view text, const Match& counted,
              const Match& next) {
  const Operation operation = counted.rule->operation;
  return (operation == Operation::later || operation == Operation::earlier) &&
         next.begin == counted.end + 1 && slice(text, pieces[counted.end].span) == "," &&
         next.rule->operation == Operation::calendar;
}

}  // namespace

Words load_words() {
  Words words;
  for (const Language language : {Language::french, Language::english})
    words.grammars[static_cast<size_t>(language)] = std::make_shared<const Grammar>(language);
  return words;
}

void find_times(Document& document, const Words& words) {
  document.times.clear();
  const auto& grammar = words.grammars[static_cast<size_t>(document.language)];
  if (!grammar) return;
  const std::string_view text = document.text;
  const std::vector<Piece> pieces = scan(text, grammar->vocabulary(), grammar->vocabulary().elision());
  const std::vector<Match> matches = grammar->matches(text, pieces);
  const Layout layout = lay_out(text, pieces);
  const std::optional<Point> today = article_day(document, pieces, matches);
  Resolver resolver(today, today ? std::nullopt : article_year(document, matches));
  std::vector<size_t> kept;
  for (size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    Place place{layout.sentence[match.begin], layout.paragraph[match.begin]};
    look_around(document, pieces, *grammar, layout, match, place);
    const Meaning meaning = resolver.resolve(match, place);
    if (!meaning.valid) continue;
    const Span span{pieces[match.begin + meaning.skip].span.begin, pieces[match.end - 1].span.end};
    if (!kept.empty() && kept.back() + 1 == i && explains(pieces, text, matches[i - 1], match) &&
        !meaning.value.empty())
      document.times.back().value = meaning.value;
    document.times.push_back({span, meaning.type, meaning.value, match.rule->name});
    kept.push_back(i);
  }
}

std::span<const std::string_view> rules() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    for (const Table& table : {fr::table(), en::table()})
      for (const Rule& rule : table.rules)
        if (rule.operation != Operation::nothing && std::find(out.begin(), out.end(), rule.name) == out.end())
          out.push_back(rule.name);
    return out;
  }();
  return names;
}

}  // namespace recoupe::times
