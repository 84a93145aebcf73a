// The fields of a cell by their names, read and written.
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::corrections {

// What a fix came to. `error` is empty where it was done.
struct Change {
  CorrectionValue old_value;
  std::string error;
};

// Sets `field` of the cell, entity or article; says what it was, or why it cannot be that.
Change set_field(Document& document, Subject subject, uint32_t index, std::string_view field,
                 const CorrectionValue& value);

}  // namespace recoupe::corrections
