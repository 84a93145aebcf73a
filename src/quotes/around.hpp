// Contents that stand around their cue rather than after it: «selon X, P», «P, d'après X», «P, a-t-il dit».
#pragma once

#include "quotes/content.hpp"
#include "quotes/scan.hpp"

namespace recoupe::quotes {

Content source_content(const Scan& scan, const Cue& cue);
// Empty where the cue is no incise.
Content incise_content(const Scan& scan, const Cue& cue);
// Where P begins after «selon ses sources,».
uint32_t after_source(const Scan& scan, const Cue& cue);

// The stop or comma that closes «P, the mayor said.» and «P, Paul Durand told CNN,»; 0: something is reported
// after the verb.
uint32_t incise_end(const Scan& scan, const Cue& cue);

}  // namespace recoupe::quotes
