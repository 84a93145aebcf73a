// What a French conditional says: «l'avion aurait décollé» is told with reserve, «si la digue cédait, le port
// serait inondé» is a hypothesis, «a annoncé qu'il viendrait» a future seen from the past, «il faudrait»
// courtesy.
#pragma once

#include "lexicon/forms.hpp"
#include "quotes/cue_lexicon.hpp"

namespace recoupe::quotes {

enum class Conditional : uint8_t { none, reserve, hypothesis, future, courtesy };

std::string_view name(Conditional conditional);  // "reserve"; "none"

// Of a token of Document::tokens; none where it is no conditional.
Conditional conditional_of(const Document& document, uint32_t token, const Cue_lexicon& lexicon,
                           const lexicon::Forms& forms);

}  // namespace recoupe::quotes
