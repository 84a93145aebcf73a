// Which line is the headline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clean/lines.hpp"

namespace recoupe::clean {

// The words of some lines that carry their matter, folded, with the number of lines that each stands in.
class Vocabulary {
 public:
  void add(const Line& line);
  // How much of a line's matter stands in other lines too, 0 to 1; 0 for a line with hardly any matter.
  // `added`: the line itself was added.
  double shared(const Line& line, bool added) const;

 private:
  struct Count {
    uint32_t lines = 0;
    const Line* last = nullptr;
  };
  std::unordered_map<std::string, Count> words_;
};

// «LE FANAL»: all capitals, as a site writes its name.
bool shouts(const Line& line);

struct TitleChoice {
  size_t index = 0;      // into the lines
  bool certain = false;  // the body takes the line's words up again
};

// Among lines[0..first_body], those that are not out: the one whose words the article takes up most, the
// first of about equal ones; else the first that is long enough to be a headline. `first_body` itself may be
// one: «Que s'est-il passé à Fontan ?» `article`: the matter of the sentences.
std::optional<TitleChoice> find_title(const std::vector<Line*>& lines, size_t first_body,
                                      const Vocabulary& article, std::string_view given_title);

}  // namespace recoupe::clean
