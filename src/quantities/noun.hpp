// The counted noun: what stands behind an amount, «16 000 personnes», «une vingtaine de ministres», «3 000 de
// ses partisans», «cinq prochaines années», «345 Muslim pilgrims».
#pragma once

#include "quantities/amount.hpp"

namespace recoupe::quantities {

struct Counted {
  bool found = false;
  size_t noun = 0;        // the head noun's word
  size_t end = 0;         // one past the figure's last word
  bool elliptic = false;  // «1 200 autres», «quatre premières»: no noun, but words that stand for one
  const Unit* unit = nullptr;
  bool of_whole = false;  // «trois d'entre eux», «quatre de l'autre train»: a part of what was named before
};

Counted read_counted(const Context& context, const Amount& amount);

// The noun phrase that begins at `at`, without its articles; where `plural`, only a plural will do.
Counted read_noun(const Context& context, size_t at, bool plural);

// The part of speech that the language core gave the word; unknown where it gave none.
Upos upos(const Context& context, const Word& word);
Features features(const Context& context, const Word& word);

}  // namespace recoupe::quantities
