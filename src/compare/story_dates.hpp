// When an undated article appeared, as its story tells: «ce jeudi 14» in one
// article, and others of the same story dated 12 to 15 March 2024, leave one
// day on which a Thursday was the 14th.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace recoupe::compare {

struct StoryDate {
  uint32_t article = 0;  // index into the documents given
  std::string date;      // ISO
};

// For the undated articles alone, of documents in order (put_in_order); nothing
// for one whose words, or whose story, leave it open.
std::vector<StoryDate> dates_by_story(const std::vector<Document>& documents);

// «ce jeudi 14», "this Thursday, 14 March": the one day of the window (days
// since 1970, both included) that fits; nothing where none or several do, or
// where the words do not point to today.
std::optional<std::string> day_in_window(std::string_view words, int first, int last);

}  // namespace recoupe::compare
