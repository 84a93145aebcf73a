#include "engine/relate.hpp"

#include "base/utf8.hpp"

namespace recoupe::engine {
namespace {

Document read(const StatementText& statement, const Resources& resources) {
  // A sentence without a date still has times of day and days of the month: they are read from some day, the
  // same for all, which is then forgotten.
  constexpr const char* some_day = "2001-06-13";
  Document document;
  document.text = statement.text;
  document.language = statement.language;
  const std::string day = statement.published.empty() ? some_day : statement.published.substr(0, 10);
  document.published = PublicationDate{
      statement.published.empty() ? day : statement.published, DateBasis::given, day, day, {}};
  for (const Stage& stage : stages()) stage.run(document, resources);
  if (statement.published.empty()) document.published.reset();
  return document;
}

// The language whose small words it has more of, for a sentence too short for the article's test.
Language guess(const StatementText& statement, const compare::Lexicon& lexicon) {
  size_t count[2] = {0, 0};
  for (const compare::Word& word : compare::words_of(statement.text)) {
    const std::string folded = utf8::fold(slice(statement.text, word.span));
    for (size_t i = 0; i < 2; ++i) count[i] += lexicon.small_words[i].contains(folded) ? 1 : 0;
  }
  return count[1] > count[0] ? Language::english : Language::french;
}

}  // namespace

RelateWords load_relate_words() {
  return {compare::load_lexicon(), compare::load_concepts()};
}

compare::Related relate(const StatementText& a, const StatementText& b, const Resources& resources,
                        const RelateWords& words) {
  const compare::ReadingWords reading{words.lexicon, words.concepts};
  const auto told = [&](StatementText statement) {
    if (statement.language == Language::unknown) statement.language = guess(statement, words.lexicon);
    return read(statement, resources);
  };
  const Document x = told(a), y = told(b);
  const auto whole = [](const Document& d) { return Span{0, static_cast<uint32_t>(d.text.size())}; };
  return compare::relate(compare::read_claim(x, whole(x), reading), compare::read_claim(y, whole(y), reading),
                         words.concepts);
}

}  // namespace recoupe::engine
