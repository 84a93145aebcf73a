// The fixed words under which enumerations are printed and read (CONTRACT terms: "asserted", "at_least" …).
#pragma once

#include <optional>
#include <string_view>

#include "document/document.hpp"

namespace recoupe {

std::string_view name(Language language);  // "fr", "en", "" for unknown
std::string_view name(MediaType type);     // "text/plain"
std::string_view name(ClaimStatus status);
std::string_view name(DateBasis basis);
std::string_view name(EntityKind kind);
std::string_view name(StatementForm form);
std::string_view name(TimeType type);
std::string_view name(Bound bound);
std::string_view name(FigureCategory category);
std::string_view name(EventType type);  // "assault"

EventType event_type_from(std::string_view name);  // assault for a word that is none

Language language_from(std::string_view name);  // "fr", "fr-FR", "FR_fr" …; unknown otherwise

}  // namespace recoupe
