// A sentence as this room reads it: its tokens with their children, and what the words can be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/events.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::events {

// A token of the document by its index; -1: there is none.
using Place_in_tree = int32_t;
constexpr int32_t nowhere = -1;

class Tree {
 public:
  Tree(const Document& document, const Sentence& sentence, const LanguageWords& words,
       const gazetteer::Gazetteer& gazetteer);

  const Document& document() const { return document_; }
  const LanguageWords& words() const { return words_; }
  int32_t begin() const { return begin_; }
  int32_t end() const { return end_; }
  const Token& token(int32_t at) const { return document_.tokens[at]; }
  // In small letters; the lemma is the form where syntax has not set one.
  const std::string& lemma(int32_t at) const { return lemmas_[at - begin_]; }
  const std::string& form(int32_t at) const { return forms_[at - begin_]; }
  bool is(int32_t at, Relation relation) const { return token(at).relation == relation; }
  bool verb(int32_t at) const { return token(at).upos == Upos::verb; }
  bool noun(int32_t at) const { return token(at).upos == Upos::noun || token(at).upos == Upos::propn; }
  // The word above; nowhere for a root.
  int32_t head(int32_t at) const;
  const std::vector<int32_t>& children(int32_t at) const { return children_[at - begin_]; }
  int32_t child(int32_t at, Relation relation) const;
  // The preposition that stands before the word: «contre»; empty for none. «à l'encontre de» gives «de».
  std::string_view preposition(int32_t at) const;
  bool has_class(int32_t at, uint16_t classes) const;

  // The name that the word belongs to, if any.
  const Mention* mention(int32_t at) const;
  // «la police», «Paul», «ils», «la France»: somebody who can act.
  bool somebody(int32_t at) const;
  bool armed(int32_t at) const;
  // «russe», «américaine», as an adjective.
  bool nationality(int32_t at) const;
  bool pronoun(int32_t at) const { return token(at).upos == Upos::pron; }
  bool relative_pronoun(int32_t at) const;
  // Words of a game stand in it.
  bool sport() const { return sport_; }

  // The noun phrase of the word: no preposition before it, no relative clause after it.
  Span phrase(int32_t at) const;

 private:
  uint32_t end_before(uint32_t position) const;
  bool belongs(int32_t at, int32_t top) const;

  const Document& document_;
  const LanguageWords& words_;
  const gazetteer::Gazetteer& gazetteer_;
  int32_t begin_, end_;
  std::vector<std::string> lemmas_, forms_;
  std::vector<std::vector<int32_t>> children_;
  bool sport_ = false;
};

}  // namespace recoupe::events
