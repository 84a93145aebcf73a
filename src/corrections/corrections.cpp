#include "corrections/corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "corrections/fields.hpp"
#include "document/names.hpp"

namespace recoupe::corrections {
namespace {

using State = CorrectionReport::State;

bool before_reading(const Correction& correction) {
  return correction.act == CorrectionAct::fix && !correction.article.empty() &&
         (correction.field == "published" || correction.field == "language");
}

// One mark a field: a second fix of it keeps what the first one found.
void mark(Document& document, ByHand made) {
  auto& marks = document.by_hand;
  const auto key = [](const ByHand& m) { return std::tie(m.subject, m.index, m.field); };
  const auto place = std::lower_bound(marks.begin(), marks.end(), made,
                                      [&](const ByHand& a, const ByHand& b) { return key(a) < key(b); });
  if (place == marks.end() || key(*place) != key(made)) {
    marks.insert(place, std::move(made));
    return;
  }
  place->new_value = std::move(made.new_value);
  place->hand = std::move(made.hand);
}

// What nothing may point at any more.
void forget_entity(Document& document, EntityId id) {
  const auto in_chain = [&](std::vector<Attribution>& chain) {
    for (Attribution& link : chain)
      if (link.entity == id) link.entity = {};
  };
  for (Mention& mention : document.mentions)
    if (mention.entity == id) mention.rejected = true;
  for (Statement& statement : document.statements) in_chain(statement.attribution);
  for (Figure& figure : document.figures) {
    in_chain(figure.attribution);
    if (figure.place == id) figure.place = {};
  }
  for (Movement& movement : document.movements) {
    in_chain(movement.attribution);
    for (std::optional<Part>* part : {&movement.who, &movement.from, &movement.to})
      if (*part && (*part)->entity == id) (*part)->entity = {};
  }
  for (Event& event : document.events) {
    in_chain(event.attribution);
    if (event.place == id) event.place = {};
    for (std::optional<Part>* part : {&event.actor, &event.target})
      if (*part && (*part)->entity == id) (*part)->entity = {};
  }
}

void forget_figure(Document& document, FigureId id) {
  for (Event& event : document.events) std::erase(event.casualties, id);
  for (Movement& movement : document.movements)
    if (movement.figure == id) movement.figure = {};
}

void reject(Document& document, Subject subject, uint32_t index) {
  switch (subject) {
    case Subject::entity:
      document.entities[index].rejected = true;
      return forget_entity(document, {index});
    case Subject::mention:
      document.mentions[index].rejected = true;
      return;
    case Subject::time:
      document.times[index].rejected = true;
      return;
    case Subject::statement:
      document.statements[index].rejected = true;
      return;
    case Subject::figure:
      document.figures[index].rejected = true;
      return forget_figure(document, {index});
    case Subject::movement:
      document.movements[index].rejected = true;
      return;
    case Subject::event:
      document.events[index].rejected = true;
      return;
    case Subject::article:
      return;
  }
}

std::string say(const CorrectionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return "«" + *text + "»";
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  if (const auto* span = std::get_if<Span>(&value)) return fmt::format("[{}, {}]", span->begin, span->end);
  return "null";
}

// A fix of one subject. Empty, or what there is to say of it.
struct Done {
  State state = State::applied;
  std::string what;
};
Done fix(Document& document, Subject subject, uint32_t index, const Correction& correction) {
  // «value» of a figure: an exact number, in one line.
  if (subject == Subject::figure && correction.field == "value") {
    Correction one = correction;
    one.field = "bound";
    one.has_old = false;
    one.new_value = std::string("exact");
    if (!std::holds_alternative<double>(correction.new_value))
      return {State::malformed, "the new value is not a number"};
    fix(document, subject, index, one);
    one.new_value = correction.new_value;
    for (const char* field : {"min", "max"}) {
      one.field = field;
      fix(document, subject, index, one);
    }
    return {};
  }
  Change change = set_field(document, subject, index, correction.field, correction.new_value);
  if (!change.error.empty()) return {State::malformed, std::move(change.error)};
  std::string remark;
  if (mark_of(document, subject, index, correction.field) != nullptr)
    remark.clear();  // fixed before, by hand
  else if (change.old_value == correction.new_value)
    remark = fmt::format("{} is {} without it", correction.field, say(correction.new_value));
  else if (correction.has_old && change.old_value != correction.old_value)
    remark =
        fmt::format("{} was {}, not {}", correction.field, say(change.old_value), say(correction.old_value));
  mark(document, {subject, index, correction.field, std::move(change.old_value), correction.new_value,
                  correction.hand});
  return {State::applied, std::move(remark)};
}

Done act_on(Document& document, Subject subject, uint32_t index, const Correction& correction) {
  if (correction.act == CorrectionAct::fix) return fix(document, subject, index, correction);
  const bool rejected = correction.act == CorrectionAct::reject;
  if (rejected) reject(document, subject, index);
  mark(document, {subject, index, rejected ? "rejected" : "confirmed", {}, {}, correction.hand});
  return {};
}

class Replay {
 public:
  Replay(std::vector<Document>& documents, const Corrections& corrections)
      : documents_(documents), corrections_(corrections) {
    for (uint32_t i = 0; i < documents.size(); ++i) by_id_.emplace(documents[i].id, i);
  }

  std::vector<CorrectionReport> run() {
    for (const Correction& correction : corrections_.list) {
      if (correction.cell)
        cell(correction);
      else if (!correction.article.empty())
        article(correction);
      else if (correction.act == CorrectionAct::fix ||
               (correction.act == CorrectionAct::reject && !correction.entities.empty()))
        entity(correction);
    }
    return std::move(reports_);
  }

 private:
  Document* document(const std::string& id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &documents_[found->second];
  }

  void report(const Correction& correction, Done done) {
    reports_.push_back({correction.hand.line, done.state, std::move(done.what)});
  }

  static Done no_article(const std::string& id) {
    return {State::unmatched, fmt::format("no article {} is among the inputs", id)};
  }

  void cell(const Correction& correction) {
    const CellAddress& address = *correction.cell;
    Document* document = this->document(address.article);
    if (document == nullptr) return report(correction, no_article(address.article));
    const std::vector<uint32_t> cells = find_cells(*document, address);
    if (cells.empty())
      return report(correction,
                    {State::unmatched,
                     fmt::format("the article has no {} «{}» at [{}, {}] any more", name(address.kind),
                                 address.text, address.source.begin, address.source.end)});
    Done done;
    for (const uint32_t index : cells) done = act_on(*document, address.kind, index, correction);
    report(correction, std::move(done));
  }

  void article(const Correction& correction) {
    Document* document = this->document(correction.article);
    if (document == nullptr) return report(correction, no_article(correction.article));
    report(correction, fix(*document, Subject::article, 0, correction));
  }

  void entity(const Correction& correction) {
    const EntityAddress& address = correction.entities.front();
    Done done{State::unmatched,
              fmt::format("none of its articles names a {} «{}»", name(address.kind), address.name)};
    for (const std::string& id : address.articles) {
      Document* document = this->document(id);
      if (document == nullptr) continue;
      for (const uint32_t index : find_entities(*document, address))
        done = act_on(*document, Subject::entity, index, correction);
    }
    report(correction, std::move(done));
  }

  std::vector<Document>& documents_;
  const Corrections& corrections_;
  std::map<std::string, uint32_t> by_id_;
  std::vector<CorrectionReport> reports_;
};

}  // namespace

bool correct_before_reading(Document& document, const Corrections& corrections) {
  bool changed = false;
  for (const Correction& correction : corrections.list) {
    if (!before_reading(correction) || correction.article != document.id) continue;
    const size_t marks = document.by_hand.size();
    fix(document, Subject::article, 0, correction);
    changed = changed || document.by_hand.size() != marks;
  }
  return changed;
}

std::vector<CorrectionReport> correct(std::vector<Document>& documents, const Corrections& corrections) {
  return Replay(documents, corrections).run();
}

}  // namespace recoupe::corrections
