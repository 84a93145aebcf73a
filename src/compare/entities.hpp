// Who is who across articles and languages. By outside ids, by name and other names («Daech», "ISIS"), by
// transliteration («Haïdar al Abadi», "Haider al-Abadi"); inside one story also by surname alone («M.
// Arnulfi») and by office («le maire de Breil»).
#pragma once

#include <map>
#include <vector>

#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

struct Entities {
  std::vector<DossierEntity> list;               // in order of first appearance
  std::vector<std::vector<DossierEntityId>> of;  // [article][entity of that article]
};

// `story_of`: the story of each article; empty on the first pass, when stories are not known yet and bare
// surnames and offices join nobody.
Entities link_entities(const std::vector<Document>& articles, const std::vector<uint32_t>& story_of,
                       const Lexicon& lexicon);

// What `known`, one entity of one article, tells of the entity of the story and nobody told before: ids,
// country, position.
void take_facts(DossierEntity& entity, const Entity& known);

// Finds the entity that a bare name stands for in one story: for attributions that name nobody's entity.
class NameFinder {
 public:
  NameFinder(const std::vector<Document>& articles, const Entities& entities,
             const std::vector<uint32_t>& story_of, const Lexicon& lexicon);
  DossierEntityId find(uint32_t story, std::string_view name, Language language) const;

 private:
  const Lexicon& lexicon_;
  std::map<std::pair<uint32_t, std::string>, DossierEntityId> by_name_;
};

// Folded, no article before it, blanks for hyphens, the main one of several names of one thing.
std::string name_key(std::string_view name, const Lexicon& lexicon);

// What stays of a description in French and English: «la préfecture des Alpes-Maritimes» and "the prefecture
// of Alpes-Maritimes" are one office. Empty where no word tells anything: «on».
std::string voice_key(std::string_view name, Language language, const Lexicon& lexicon);

}  // namespace recoupe::compare
