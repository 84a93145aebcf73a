// What a user corrected, as JSON: {"min": {"old": 11, "new": 7, "note": …, "author": …, "date": …}, …}.
#pragma once

#include <nlohmann/json.hpp>

#include "document/document.hpp"

namespace recoupe::report {

// null where no mark was left on the subject.
nlohmann::ordered_json marks_json(const Document& document, Subject subject, uint32_t index);
nlohmann::ordered_json hand_json(const Hand& hand);  // note, author and date, those that are given

}  // namespace recoupe::report
