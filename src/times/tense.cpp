#include "times/tense.hpp"

#include <array>
#include <string>

#include "base/utf8.hpp"

namespace recoupe::times {
namespace {

// Verbs stand within this many pieces of the time that they place, or the sentence is too long to say.
constexpr uint32_t reach = 30;

int from_lists(const Piece& piece, const Vocabulary& vocabulary) {
  if (piece.word == 0) return 0;
  for (const Entry& entry : vocabulary.entries(piece.word)) {
    if (!entry.rest.empty()) continue;
    // «à» folds to the auxiliary «a»; only the bare letter is the verb
    if (entry.cls == Class::past && entry.value == 1 && piece.span.size() > 1) return 0;
    if (entry.cls == Class::future) return 1;
    if (entry.cls == Class::past) return -1;
  }
  return 0;
}

// French endings: -ra, -ront are futures; -ait, -aient imperfects (or conditionals, which the lists name),
// -èrent a past.
int from_ending(std::string_view word) {
  if (word.size() < 5) return 0;
  constexpr std::array<std::string_view, 6> futures = {"era", "ira", "dra", "tra", "vra", "rra"};
  for (const std::string_view ending : futures)
    if (word.ends_with(ending) && word != "opera" && word != "camera" && word != "extra" && word != "ultra")
      return 1;
  constexpr std::array<std::string_view, 6> mine = {"erai", "irai", "drai", "trai", "vrai", "rrai"};
  for (const std::string_view ending : mine)
    if (word.ends_with(ending) && word != "minerai") return 1;
  if (word.ends_with("ront")) return word == "affront" || word == "front" ? 0 : 1;
  if (word.ends_with("rait") || word.ends_with("raient")) return 0;  // a conditional looks neither way
  if (word.ends_with("aient") || word.ends_with("èrent") || word.ends_with("ait")) {
    const bool noun = word == "trait" || word == "retrait" || word == "extrait" || word == "portrait" ||
                      word == "souhait" || word == "parfait" || word == "attrait" || word == "abstrait";
    return noun ? 0 : -1;
  }
  return 0;
}

int weigh(std::string_view text, const Piece& piece, const Vocabulary& vocabulary) {
  if (!piece.letters) return 0;
  if (const int listed = from_lists(piece, vocabulary); listed != 0) return listed;
  const std::string_view word = slice(text, piece.span);
  if (vocabulary.language() == Language::french) return piece.upper ? 0 : from_ending(word);
  // English: -ed after a subject; as a participle it misleads seldom enough
  return !piece.upper && word.size() > 4 && word.ends_with("ed") ? -1 : 0;
}

}  // namespace

int direction(std::string_view text, const std::vector<Piece>& pieces, const Vocabulary& vocabulary,
              uint32_t first, uint32_t last, uint32_t begin, uint32_t end) {
  for (uint32_t distance = 1; distance <= reach; ++distance) {
    if (begin >= first + distance) {
      if (const int found = weigh(text, pieces[begin - distance], vocabulary); found != 0) return found;
    }
    if (end + distance - 1 < last) {
      if (const int found = weigh(text, pieces[end + distance - 1], vocabulary); found != 0) return found;
    }
  }
  return 0;
}

}  // namespace recoupe::times
