// Features as CoNLL-U writes them.
#pragma once

#include <string>
#include <string_view>

#include "document/syntax.hpp"

namespace recoupe {

// "Mood=Cnd|Number=Sing|Person=3|VerbForm=Fin"; those that we do not keep are passed over.
Features features_from(std::string_view conllu);
// In the alphabetical order of CoNLL-U; "_" for none.
std::string features_name(Features features);

}  // namespace recoupe
