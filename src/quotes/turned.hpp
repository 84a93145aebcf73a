// The speaker behind his verb: «P, a annoncé le ministre», «« … », dit X».
#pragma once

#include "quotes/scan.hpp"

namespace recoupe::quotes {

// Empty where nobody stands behind the verb.
Range subject_after(const Scan& scan, const Cue& cue);

}  // namespace recoupe::quotes
