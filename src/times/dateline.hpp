// The day that an article takes for today.
#pragma once

#include <optional>
#include <vector>

#include "document/document.hpp"
#include "times/calendar.hpp"
#include "times/pattern.hpp"

namespace recoupe::times {

// document.published; but where the text opens with a full date of its own («22 mars 2016 . –» on a page that
// was updated the day after), «aujourd'hui» means that one. Where nothing else dates the article, the opening
// date becomes document.published.
std::optional<Point> article_day(Document& document, const std::vector<Piece>& pieces,
                                 const std::vector<Match>& matches);

// The year of an article that no day dates: that of its bounds, or the one in which its weekdays fit («mardi
// 25 octobre» is 2016 and not 2015 or 2017), no more than a year after the last one it names. Where weekdays
// told it, document.published gets a lower bound.
std::optional<int> article_year(Document& document, const std::vector<Match>& matches);

}  // namespace recoupe::times
