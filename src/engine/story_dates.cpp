#include "engine/story_dates.hpp"

#include "compare/compare.hpp"
#include "compare/story_dates.hpp"
#include "engine/engine.hpp"

namespace recoupe::engine {
void date_by_story(std::vector<Document>& documents, const Resources& resources) {
  compare::put_in_order(documents);
  for (const compare::StoryDate& found : compare::dates_by_story(documents)) {
    Document& document = documents[found.article];
    document.published = PublicationDate{found.date, DateBasis::story, found.date, found.date, {}};
    read_anew(document, resources);
  }
}

}  // namespace recoupe::engine
