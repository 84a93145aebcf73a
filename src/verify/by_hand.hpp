// What a line says was corrected by hand, proved by the user's own file.
#pragma once

#include "document/correction.hpp"
#include "report/article_read.hpp"
#include "verify/checks.hpp"

namespace recoupe::verify {

// Reports every mark that no line of `corrections` made; gives the number of those that one did.
uint64_t check_marks(const report::ArticleRecord& record, const Corrections& corrections,
                     const Report& report);

}  // namespace recoupe::verify
