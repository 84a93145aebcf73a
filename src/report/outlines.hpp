// The coasts and borders behind the page's map, cut to where the story's places lie, so that a page carries
// the lines of its own region and not the world's.
#pragma once

#include <string>

#include "document/dossier.hpp"

namespace recoupe::report {

// {"views":[{"box":[west,south,east,north],"coast":[[…]],"border":[[…]]}]}: first the region where most
// mentions lie, then, if it is much larger, the one that holds every place. Lines are longitude and latitude
// of the first point and steps to the next, in thousandths of a degree. Whole countries are no points. No
// place with coordinates: {"views":[]}.
std::string outlines_json(const Dossier& dossier);

}  // namespace recoupe::report
