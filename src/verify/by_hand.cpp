#include "verify/by_hand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/document.hpp"
#include "document/names.hpp"

namespace recoupe::verify {
namespace {

bool makes(const Correction& correction, std::string_view field) {
  if (correction.act == CorrectionAct::reject) return field == "rejected";
  if (correction.act == CorrectionAct::confirm) return field == "confirmed";
  if (correction.act != CorrectionAct::fix) return false;
  return correction.field == field ||
         (correction.field == "value" && (field == "min" || field == "max" || field == "bound"));
}

bool of_cell(const Correction& correction, const std::string& article, const report::ItemRecord& item) {
  return correction.cell && correction.cell->article == article && name(correction.cell->kind) == item.kind &&
         (correction.cell->source.overlaps(item.source) || correction.cell->source == item.source);
}

bool of_entity(const Correction& correction, const std::string& article, const report::EntityRecord& entity) {
  return correction.entities.size() == 1 &&
         std::find(correction.entities[0].articles.begin(), correction.entities[0].articles.end(), article) !=
             correction.entities[0].articles.end() &&
         (correction.entities[0].name == entity.name || correction.field == "name" ||
          std::find(entity.aliases.begin(), entity.aliases.end(), correction.entities[0].name) !=
              entity.aliases.end());
}

}  // namespace

uint64_t check_marks(const report::ArticleRecord& record, const Corrections& corrections,
                     const Report& report) {
  uint64_t proved = 0;
  const auto check = [&](const std::string& label, const std::vector<std::string>& fields, auto fits) {
    for (const std::string& field : fields) {
      const bool made = std::any_of(
          corrections.list.begin(), corrections.list.end(),
          [&](const Correction& correction) { return makes(correction, field) && fits(correction); });
      if (made)
        ++proved;
      else
        report(
            label,
            fmt::format("{}: said to be corrected by hand, but no line of corrections.jsonl does so", field));
    }
  };
  check("", record.by_hand, [&](const Correction& c) { return c.article == record.id; });
  for (const report::EntityRecord& entity : record.entities)
    check("entity " + entity.id, entity.by_hand,
          [&](const Correction& c) { return of_entity(c, record.id, entity); });
  for (const report::ItemRecord& item : record.items)
    check(item.label, item.by_hand, [&](const Correction& c) { return of_cell(c, record.id, item); });
  return proved;
}

}  // namespace recoupe::verify
