// Names of persons, places, organisations, groups and media as they stand in the text. Reads tokens; writes
// Document::names, sorted by span; a town within the name of a site is a name of its own
// («[Grande mosquée de [Paris]]»).
//
//   «le général américain Gary Volesky à Mossoul»  ->  person «Gary Volesky» role «le général américain»;
//                                                      place «Mossoul»
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::names {

// firm: stands before an organisation's name and is not part of it («la société Opower»); town: the same with
// a place's.
enum class HeadKind : uint8_t { organisation, firm, group, admin, town, site };

// A noun that begins (in English also: ends) a longer name.
struct Head {
  HeadKind kind = HeadKind::organisation;
  bool small = false;  // in small letters, too: «ministère de l'Intérieur», but only «Front national»
  bool firm = false;  // in small letters, before a name: «la société Opower», but «Société générale» is one
};

struct Title {
  char gender = 'u';
  bool civil = false;  // «M.», «Mme»: stands before a name and says nothing else
};

// A name that the press uses without saying what it is: «ONU», «Daech», «Le Monde».
struct Known {
  EntityKind kind = EntityKind::other;
  uint32_t capitals = 0;  // bit i: word i is written with a capital
  bool acronym = false;   // all capitals
  bool common = false;    // also an ordinary word: «Le Temps», «Elle»
};

// The lists of one language. All are only looked up in, never walked through.
struct LanguageWords {
  std::unordered_map<std::string, Title> titles;
  std::unordered_map<std::string, Head> heads;
  std::unordered_set<std::string> common;           // words seen in small letters
  std::unordered_set<std::string> not_names;        // «Monday», «Dieu»
  std::unordered_set<std::string> tails;            // small words within the name of an organisation
  std::unordered_map<std::string, bool> locatives;  // before places; true: nearly only before places
};

struct Model;  // model.hpp

struct Words {
  std::array<LanguageWords, 2> languages;              // French, English
  std::array<std::shared_ptr<const Model>, 2> models;  // null: the rules alone
  std::unordered_map<std::string, char> first_names;
  std::unordered_map<std::string, std::vector<Known>> known;
  std::unordered_map<std::string, uint32_t> known_first;  // first word -> words of the longest name it begins

  const LanguageWords& of(Language language) const {
    return languages[language == Language::english ? 1 : 0];
  }
  const Model* model_of(Language language) const {
    return models[language == Language::english ? 1 : 0].get();
  }
};
Words load_words();

void find_names(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::names
