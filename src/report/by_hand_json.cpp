#include "report/by_hand_json.hpp"

#include <algorithm>
#include <tuple>

namespace recoupe::report {
namespace {

using Json = nlohmann::ordered_json;

Json value_json(const CorrectionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* span = std::get_if<Span>(&value)) return {span->begin, span->end};
  const auto* number = std::get_if<double>(&value);
  if (number == nullptr) return nullptr;
  const bool whole =
      *number > -1e15 && *number < 1e15 && *number == static_cast<double>(static_cast<int64_t>(*number));
  return whole ? Json(static_cast<int64_t>(*number)) : Json(*number);
}

}  // namespace

Json hand_json(const Hand& hand) {
  Json out = Json::object();
  if (!hand.note.empty()) out["note"] = hand.note;
  if (!hand.author.empty()) out["author"] = hand.author;
  if (!hand.date.empty()) out["date"] = hand.date;
  return out;
}

Json marks_json(const Document& document, Subject subject, uint32_t index) {
  Json out;
  auto mark = std::lower_bound(document.by_hand.begin(), document.by_hand.end(), std::pair{subject, index},
                               [](const ByHand& m, const auto& wanted) {
                                 return std::pair{m.subject, m.index} < wanted;
                               });
  for (; mark != document.by_hand.end() && mark->subject == subject && mark->index == index; ++mark) {
    Json made = Json::object();
    if (mark->field != "rejected" && mark->field != "confirmed") {
      made["old"] = value_json(mark->old_value);
      made["new"] = value_json(mark->new_value);
    }
    made.update(hand_json(mark->hand));
    out[mark->field] = std::move(made);
  }
  return out;
}

}  // namespace recoupe::report
