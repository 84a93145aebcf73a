#include "engine/story_dates.hpp"

#include <utility>

#include "compare/compare.hpp"
#include "compare/story_dates.hpp"

namespace recoupe::engine {
namespace {

// The article as intake and clean left it: every stage begins anew.
Document unread(Document&& read) {
  Document out;
  out.id = std::move(read.id);
  out.source_name = std::move(read.source_name);
  out.media_type = read.media_type;
  out.charset = std::move(read.charset);
  out.given = std::move(read.given);
  out.url = std::move(read.url);
  out.outlet = std::move(read.outlet);
  out.title = std::move(read.title);
  out.title_span = read.title_span;
  out.authors = std::move(read.authors);
  out.language = read.language;
  out.text = std::move(read.text);
  out.cleaning = std::move(read.cleaning);
  out.decoding = std::move(read.decoding);
  out.removed = std::move(read.removed);
  return out;
}

}  // namespace

void date_by_story(std::vector<Document>& documents, const Resources& resources) {
  compare::put_in_order(documents);
  for (const compare::StoryDate& found : compare::dates_by_story(documents)) {
    Document& document = documents[found.article];
    document = unread(std::move(document));
    document.published = PublicationDate{found.date, DateBasis::story, found.date, found.date, {}};
    for (const Stage& stage : stages()) stage.run(document, resources);
  }
}

}  // namespace recoupe::engine
