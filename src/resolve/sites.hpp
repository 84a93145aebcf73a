// What the words of a name say about where it lies: a street, a hospital or a square lies in the town that
// its sentence puts it in; a valley, a plain or an unknown village does not lie where its neighbour does.
#pragma once

#include <string_view>

namespace recoupe::resolve {

enum class Site {
  none,      // a settlement, or nothing that the words tell
  street,    // «rue de Marseille»: lies in a town, seldom in the one that it is called after
  building,  // «hôpital de Nice»: lies in a town, and may be called after it
  nature,    // «plaine de Vintimille»: wider than a town, or outside of all
  office,    // «préfecture des Alpes-Maritimes»: a power over a land, no spot in it
};

Site site_of(std::string_view name);

// The words between a site and a town behind it put the one in the other: «l'hôpital Pasteur [, à] Nice»,
// «l'hôpital Pasteur [(]Nice)», «Hill Street [in central] London».
bool leads_into(std::string_view between);
// The same with the town before: «À Nice[, l']hôpital Pasteur», «Nice['s] Pasteur Hospital».
bool leads_from(std::string_view before_town, std::string_view between);

}  // namespace recoupe::resolve
