// Who goes, or is sent, from where to where. Reads tokens, mentions, figures, times; writes
// Document::movements.
//
//   Des familles se sont transférées de Mossoul à Raqqa.   who «Des familles» from «Mossoul» to «Raqqa»
//
// A movement needs a verb, a noun or a phrase of motion, somebody who moves, and at least one place: a place
// that the article names, or a common noun for one («sur place», «l'hôpital»). What the words do not say
// stays empty.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace recoupe::movements {

enum class Frame : uint8_t {
  none,
  goes,
  to_object,
  from_object,
  emptied,  // the object is the place, or the people who leave it: «évacuer la ville», «évacuer 300
            // personnes»
  sent,
  awaited  // «est attendu à Rome»
};

struct Verb {
  Frame plain = Frame::none;            // as «partir»
  Frame reflexive = Frame::none;        // as «se rendre»
  std::vector<std::string> not_before;  // «take place» is no movement
};

enum WordClass : uint32_t {
  class_to = 1,
  class_weak_to = 2,
  class_from = 4,
  class_noun = 8,
  class_site = 16,
  class_boundary = 32,
  class_spot = 64,
  class_split = 128,
  class_link = 256,        // «la liaison entre A et B»
  class_means = 512,       // «en [bus]»
  class_adverb = 1024,     // «arrived [here]»
  class_light = 2048,      // «[effectuer] une visite»
  class_plans = 4096,      // «tenter d'entrer»
  class_fails = 8192,      // «empêcher X d'entrer», «annuler une visite»
  class_of_object = 16384  // of the infinitive after it, its object is the subject
};

// Classes that a verb has in all its forms.
inline constexpr uint32_t verb_classes = class_light | class_plans | class_fails | class_of_object;

struct Phrase {
  std::vector<std::string> words;  // lower case
  bool to = true;                  // what follows is where it goes; otherwise, where it comes from
};

struct LanguageWords {
  std::unordered_map<std::string, Verb> verbs;        // by lemma
  std::unordered_map<std::string, uint32_t> classes;  // by form; verb_classes by lemma
  std::vector<Phrase> phrases;                        // longest first
  // «fled» → flee: rare forms that the lemmatiser may not have met
  std::unordered_map<std::string, std::string> irregular;
  bool english = false;
};

struct Words {
  LanguageWords french, english;
};
Words load_words();

void find_movements(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::movements
