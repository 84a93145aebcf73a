#include "resolve/sites.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "gazetteer/gazetteer.hpp"

namespace recoupe::resolve {
namespace {

struct Noun {
  std::string_view word;  // folded
  Site site;
};

// French nouns begin the name («place de la Paix»), English ones end it («Peace Square»).
constexpr std::array<Noun, 146> nouns = {{
    {"rue", Site::street},
    {"avenue", Site::street},
    {"boulevard", Site::street},
    {"place", Site::street},
    {"quai", Site::street},
    {"allee", Site::street},
    {"impasse", Site::street},
    {"cours", Site::street},
    {"esplanade", Site::street},
    {"rond point", Site::street},
    {"parvis", Site::street},
    {"promenade", Site::street},
    {"porte", Site::street},
    {"pont", Site::street},
    {"square", Site::street},
    {"hotel", Site::street},
    {"restaurant", Site::street},
    {"cafe", Site::street},
    {"bar", Site::street},
    {"discotheque", Site::street},
    {"boutique", Site::street},
    {"street", Site::street},
    {"road", Site::street},
    {"bridge", Site::street},
    {"plaza", Site::street},
    {"lane", Site::street},
    {"mall", Site::street},
    {"aeroport", Site::building},
    {"gare", Site::building},
    {"port", Site::building},
    {"hopital", Site::building},
    {"clinique", Site::building},
    {"maternite", Site::building},
    {"eglise", Site::building},
    {"cathedrale", Site::building},
    {"mosquee", Site::building},
    {"synagogue", Site::building},
    {"basilique", Site::building},
    {"temple", Site::building},
    {"chapelle", Site::building},
    {"abbaye", Site::building},
    {"monastere", Site::building},
    {"sanctuaire", Site::building},
    {"mausolee", Site::building},
    {"palais", Site::building},
    {"chateau", Site::building},
    {"citadelle", Site::building},
    {"fort", Site::building},
    {"musee", Site::building},
    {"stade", Site::building},
    {"theatre", Site::building},
    {"opera", Site::building},
    {"cinema", Site::building},
    {"zoo", Site::building},
    {"hippodrome", Site::building},
    {"velodrome", Site::building},
    {"salle", Site::building},
    {"prison", Site::building},
    {"caserne", Site::building},
    {"base", Site::building},
    {"camp", Site::building},
    {"centrale", Site::building},
    {"usine", Site::building},
    {"raffinerie", Site::building},
    {"arsenal", Site::building},
    {"barrage", Site::building},
    {"marche", Site::building},
    {"cimetiere", Site::building},
    {"parc", Site::building},
    {"jardin", Site::building},
    {"jardins", Site::building},
    {"plage", Site::building},
    {"phare", Site::building},
    {"tour", Site::building},
    {"immeuble", Site::building},
    {"residence", Site::building},
    {"villa", Site::building},
    {"ferme", Site::building},
    {"station", Site::building},
    {"peage", Site::building},
    {"airport", Site::building},
    {"hospital", Site::building},
    {"mosque", Site::building},
    {"cathedral", Site::building},
    {"church", Site::building},
    {"palace", Site::building},
    {"castle", Site::building},
    {"museum", Site::building},
    {"stadium", Site::building},
    {"arena", Site::building},
    {"theater", Site::building},
    {"hall", Site::building},
    {"memorial", Site::building},
    {"park", Site::building},
    {"garden", Site::building},
    {"gardens", Site::building},
    {"beach", Site::building},
    {"tower", Site::building},
    {"towers", Site::building},
    {"building", Site::building},
    {"campus", Site::building},
    {"cemetery", Site::building},
    {"harbor", Site::building},
    {"harbour", Site::building},
    {"centre", Site::building},
    {"center", Site::building},
    {"school", Site::building},
    {"theatre", Site::building},
    {"square", Site::street},
    {"jail", Site::building},
    {"mont", Site::nature},
    {"lac", Site::nature},
    {"ile", Site::nature},
    {"ilot", Site::nature},
    {"archipel", Site::nature},
    {"golfe", Site::nature},
    {"baie", Site::nature},
    {"cap", Site::nature},
    {"col", Site::nature},
    {"foret", Site::nature},
    {"desert", Site::nature},
    {"plateau", Site::nature},
    {"plaine", Site::nature},
    {"vallee", Site::nature},
    {"volcan", Site::nature},
    {"peninsule", Site::nature},
    {"detroit", Site::nature},
    {"mer", Site::nature},
    {"ocean", Site::nature},
    {"fleuve", Site::nature},
    {"riviere", Site::nature},
    {"glacier", Site::nature},
    {"massif", Site::nature},
    {"pic", Site::nature},
    {"region", Site::nature},
    {"lake", Site::nature},
    {"island", Site::nature},
    {"valley", Site::nature},
    {"plain", Site::nature},
    {"forest", Site::nature},
    {"hills", Site::nature},
    {"coast", Site::nature},
    {"river", Site::nature},
    {"prefecture", Site::office},
    {"sous prefecture", Site::office},
    {"mairie", Site::office},
}};

// The words of `text` are all among `words`, and nothing stands between them but blanks, commas, brackets and
// apostrophes.
template <size_t N>
bool only(std::string_view text, const std::array<std::string_view, N>& words) {
  if (text.find_first_of(".;:!?\n") != std::string_view::npos) return false;
  const std::string key = " " + gazetteer::key(text) + " ";
  for (size_t at = 0; at + 1 < key.size();) {
    const size_t end = key.find(' ', at + 1);
    const std::string_view word = std::string_view(key).substr(at + 1, end - at - 1);
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) return false;
    at = end;
  }
  return true;
}

std::optional<Site> noun(std::string_view word) {
  const auto* const found =
      std::find_if(nouns.begin(), nouns.end(), [&](const Noun& n) { return n.word == word; });
  return found == nouns.end() ? std::nullopt : std::optional(found->site);
}

}  // namespace

Site site_of(std::string_view name) {
  constexpr std::array<std::string_view, 9> before = {"grande",  "grand",    "petite", "petit", "vieux",
                                                      "nouveau", "nouvelle", "the",    "sous"};
  const std::string key = gazetteer::key(name);
  std::string_view rest = key;
  while (true) {
    const size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) break;
    const std::string_view first = rest.substr(0, blank);
    if (const auto site = noun(first)) return *site;
    if (std::find(before.begin(), before.end(), first) == before.end()) break;
    rest.remove_prefix(blank + 1);
  }
  const size_t last = key.rfind(' ');
  if (last == std::string::npos) return Site::none;
  return noun(std::string_view(key).substr(last + 1)).value_or(Site::none);
}

bool leads_into(std::string_view between) {
  constexpr std::array<std::string_view, 30> words = {
      "a",    "au",     "aux",     "de",       "du",   "d",       "la",      "le",       "l",        "en",
      "dans", "centre", "ville",   "quartier", "est",  "nord",    "sud",     "ouest",    "in",       "at",
      "of",   "the",    "central", "downtown", "city", "eastern", "western", "southern", "northern", "town"};
  return only(between, words);
}

bool leads_from(std::string_view before_town, std::string_view between) {
  constexpr std::array<std::string_view, 16> words = {"le",  "la",   "l",   "les",    "au", "a",
                                                      "sur", "dans", "the", "at",     "on", "devant",
                                                      "s",   "in",   "de",  "outside"};
  if (!only(between, words)) return false;
  if (between.starts_with("'s ") || between.starts_with("’s ")) return true;
  if (between.find(',') == std::string_view::npos) return false;
  const std::string key = " " + gazetteer::key(before_town);
  return key.ends_with(" a") || key.ends_with(" in");
}

}  // namespace recoupe::resolve
