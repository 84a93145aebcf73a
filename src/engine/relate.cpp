#include "engine/relate.hpp"

namespace recoupe::engine {
namespace {

Document read(const StatementText& statement, const Resources& resources) {
  Document document;
  document.text = statement.text;
  document.language = statement.language;
  if (!statement.published.empty())
    document.published = PublicationDate{statement.published, DateBasis::given, statement.published.substr(0, 10),
                                         statement.published.substr(0, 10), {}};
  for (const Stage& stage : stages()) stage.run(document, resources);
  return document;
}

}  // namespace

RelateWords load_relate_words() {
  return {compare::load_lexicon(), compare::load_concepts()};
}

compare::Related relate(const StatementText& a, const StatementText& b, const Resources& resources,
                        const RelateWords& words) {
  const compare::ReadingWords reading{words.lexicon, words.concepts};
  const Document x = read(a, resources), y = read(b, resources);
  const auto whole = [](const Document& d) { return Span{0, static_cast<uint32_t>(d.text.size())}; };
  return compare::relate(compare::read_claim(x, whole(x), reading), compare::read_claim(y, whole(y), reading),
                         words.concepts);
}

}  // namespace recoupe::engine
